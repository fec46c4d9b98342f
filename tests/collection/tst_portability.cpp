// Every rule of the portability table is met by a line that breaks it, and the tidy form means what
// the file meant and stays as it is when formatted again.
#include "collection/canonical_form.h"
#include "collection/portability_rules.h"
#include "collection/secrets.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

struct Example {
    const char *rule;
    const char *text;
    int line;
    const char *failing; // J R Y V K, the programs that fail
};
constexpr Example examples[] = {
    {"inner-separator", "GET http://a/\nX: a###b\n", 2, "K"},
    {"indented-separator", "POST http://a/\n\n  ### x\n", 3, "YK"},
    {"name-characters", "# @name a-b\nGET http://a/\n", 1, "RV"},
    {"name-equals", "# @name = ab\nGET http://a/\n", 1, "RYV"},
    {"method-omitted", "http://a/\n", 1, ""},
    {"custom-method", "PURGE http://a/\n", 1, "RYK"},
    {"query-lines", "GET http://a/\n  ?a=1\n", 2, "V"},
    {"path-lines", "GET http://a/\n  b/c\n", 2, "RV"},
    {"disabled-query", "GET http://a/\n# &a=1\n", 2, ""},
    {"tight-comment", "GET http://a/\n#X: 1\n", 2, "Y"},
    {"tight-header", "GET http://a/\nX:1\n", 2, "K"},
    {"not-understood", "GET http://a/\nnonsense\n", 2, "JRYVK"},
    {"repeated-header", "GET http://a/\nX: 1\nx: 2\n", 3, ""},
    {"version-pin", "GET http://a/ HTTP/1.1\n", 1, ""},
    {"http2", "GET http://a/ HTTP/2\n", 1, ""},
    {"prior-knowledge", "GET http://a/ HTTP/2 (Prior Knowledge)\n", 1, "Y"},
    {"http3", "GET http://a/ HTTP/3\n", 1, "K"},
    {"http3-annotation", "# [http] 3\nGET http://a/\n", 1, ""},
    {"body-comment", "POST http://a/\n\n# heading\ntext\n", 3, ""},
    {"body-file", "POST http://a/\n\n< ./a.json\n", 3, "V"},
    {"body-file-variables", "POST http://a/\n\n<@ ./a.json\n", 3, "V"},
    {"multipart",
     "POST http://a/\nContent-Type: multipart/form-data; boundary=b\n\n--b\n"
     "Content-Disposition: form-data; name=\"f\"\n\n< ./a\n--b--\n",
     7, "V"},
    {"response-script", "GET http://a/\n\n> {% x %}\n", 3, "RV"},
    {"request-script", "< {% x %}\nGET http://a/\n", 1, "RV"},
    {"response-file", "GET http://a/\n\n>> a.json\n", 3, "RV"},
    {"response-reference", "GET http://a/\n\n<> a.json\n", 3, "RV"},
    {"tag-no-redirect", "# @no-redirect\nGET http://a/\n", 1, ""},
    {"tag-no-cookie-jar", "# @no-cookie-jar\nGET http://a/\n", 1, ""},
    {"tag-no-log", "# @no-log\nGET http://a/\n", 1, ""},
    {"tag-timeout", "# @timeout 600\nGET http://a/\n", 1, ""},
    {"tag-connection-timeout", "# @connection-timeout 6\nGET http://a/\n", 1, ""},
    {"tag-no-auto-encoding", "# @no-auto-encoding\nGET http://a/\n", 1, ""},
    {"tag-note", "# @note\nGET http://a/\n", 1, ""},
    {"tag-prompt", "# @prompt x\nGET http://a/\n", 1, "JYV"},
    {"tag-import", "# @import ./a.http\nGET http://a/\n", 1, "JRVK"},
    {"late-variable", "GET http://a/\n\n###\n@x = 1\nGET http://b/\n", 4, ""},
    {"lazy-variable", "@x := 1\nGET http://a/\n", 1, "JRVK"},
    {"variable-empty", "@x =\nGET http://a/\n", 1, "Y"},
    {"variable-empty", "@ = 1\nGET http://a/\n", 1, "Y"},
    {"variable-name", "@x y = 1\nGET http://a/\n", 1, "Y"},
    {"variable-quote", "@x = \"1\"\nGET http://a/\n", 1, ""},
    {"defined-twice", "@x = 1\n@x = 2\nGET http://a/\n", 2, ""},
    {"directive", "import ./a.http\nGET http://a/\n", 1, "RYV"},
    {"graphql", "GRAPHQL http://a/\n\n{ a }\n", 1, "RV"},
    {"graphql-header", "POST http://a/\nX-REQUEST-TYPE: GraphQL\n\n{ a }\n", 2, "JVK"},
    {"websocket", "WEBSOCKET ws://a/\n", 1, "RV"},
    {"grpc", "GRPC a/b/C\n", 1, "RV"},
    {"body-method", "POST http://a/\n\nGET is a verb\n\n###\nGET http://a/\n", 3, "Y"},
    {"body-variable", "POST http://a/\n\n@home = x\n", 3, "RY"},
    {"body-frame", "POST http://a/\n\na\n===\nb\n", 4, "Y"},
    {"body-assertion", "POST http://a/\n\na\n?? b\n", 4, "Y"},
    {"body-script", "POST http://a/\n\na\n{{\nb\n", 4, "Y"},
    {"assertion-line", "GET http://a/\n?? status == 200\n", 2, "JRVK"},
    {"response-path",
     "# @name login\nGET http://a/\n\n###\nGET http://a/{{login.response.body.$.t}}\n", 5, "JYK"},
    {"response-member", "# @name login\nGET http://a/\n\n###\nGET http://a/{{login.t}}\n", 5,
     "JRVK"},
    {"capture", "# [capture] t = body.$.t\nGET http://a/\n", 1, "JRYVK"},
    {"verify-annotation", "# [verify] off\nGET http://a/\n", 1, ""},
    {"dynamic-guid", "GET http://a/{{$guid}}\n", 1, "JVK"},
    {"dynamic-uuid", "GET http://a/{{$uuid}}\n", 1, "RV"},
    {"dynamic-timestamp", "GET http://a/{{$timestamp}}\n", 1, ""},
    {"dynamic-timestamp-offset", "GET http://a/{{$timestamp -1 d}}\n", 1, "JK"},
    {"dynamic-random-int", "GET http://a/{{$randomInt}}\n", 1, "R"},
    {"dynamic-random-range", "GET http://a/{{$randomInt 1 2}}\n", 1, "J"},
    {"dynamic-iso", "GET http://a/{{$isoTimestamp}}\n", 1, "RV"},
    {"dynamic-datetime", "GET http://a/{{$datetime iso8601}}\n", 1, "JK"},
    {"dynamic-env", "GET http://a/{{$env.HOME}}\n", 1, "RYV"},
    {"dynamic-process-env", "GET http://a/{{$processEnv HOME}}\n", 1, "JK"},
    {"dynamic-dotenv", "GET http://a/{{$dotenv A}}\n", 1, "JK"},
    {"dynamic-unknown", "GET http://a/{{$nothing}}\n", 1, "JRYVK"},
};
// What only a folder or an environment brings about has tests of its own below.
constexpr QByteArrayView fromOutside[] = {"added-at-sending", "captured-elsewhere",
                                          "environment-variable", "keychain-variable"};

HttpFile fileOf(const QByteArray &text)
{
    return *HttpFile::parse(text);
}

Surroundings ofEnvironment(const char *name)
{
    Surroundings around;
    around.environment = {QString::fromLatin1(name)};
    return around;
}

Surroundings inheriting(const Defaults &defaults)
{
    Surroundings around;
    around.inherited = {.levels = {{.path = {}, .defaults = defaults}}};
    return around;
}

} // namespace

class TestPortability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("failing");
        for (const Example &one : examples) {
            QTest::newRow(one.rule) << QByteArray(one.text) << QByteArray(one.rule) << one.line
                                    << QString::fromLatin1(one.failing);
        }
    }

    void rules()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, rule);
        QFETCH(int, line);
        QFETCH(QString, failing);
        const QString letters = QStringLiteral("JRYVK");
        QString seen;
        bool met = false;
        for (const PortabilityFinding &finding : portability(fileOf(text))) {
            if (finding.rule != rule)
                continue;
            met = true;
            QCOMPARE(int(finding.line) + 1, line);
            const QString reason = reasonText(finding);
            QVERIFY2(reason.endsWith(u'.') && reason.contains(readerName(finding.reader)),
                     qPrintable(reason));
            if (finding.effect == PortabilityFinding::Effect::Fails)
                seen += letters[int(finding.reader)];
        }
        QVERIFY(met);
        QCOMPARE(seen, failing);
    }

    // A rule without an example above would be one that nobody saw.
    void everyRuleHasItsExample()
    {
        for (const PortabilityRule &rule : portabilityRules()) {
            const bool met =
                std::ranges::any_of(examples,
                                    [&](const Example &one) { return rule.name == one.rule; }) ||
                std::ranges::find(fromOutside, rule.name) != std::end(fromOutside);
            QVERIFY2(met, rule.name.data());
        }
    }

    void portableCore()
    {
        const auto findings = portability(fileOf("@host = http://a\n\n### List\n# @name list\n"
                                                 "GET {{host}}/items\nAccept: */*\n\n### Add\n"
                                                 "POST {{host}}/items\nContent-Type: "
                                                 "application/json\n\n{\"a\": 1}\n"));
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().rule.data());
        for (const Reader reader : allReaders)
            QVERIFY(canRead(reader, findings));
    }

    // The lines of one request, as the window judges them.
    void whatRefersToARequestOutsideIsKnown()
    {
        const auto findings =
            portability(fileOf("### B\nGET http://a/{{login.response.body.$.id}}\n"));
        QVERIFY(std::ranges::any_of(findings, [](const PortabilityFinding &finding) {
            return finding.rule == "response-path" && finding.reader == Reader::JetBrains;
        }));
        QVERIFY(canRead(Reader::RestClient, findings));
    }

    void elsewhere()
    {
        const auto findings =
            portability(fileOf("@host = x\nGET {{host}}/\n"), ofEnvironment("host"));
        QCOMPARE(findings.size(), allReaders.size());
        QCOMPARE(findings.front().rule, "defined-twice");
        // What only an environment says has no value for who reads none; told once.
        const auto only =
            portability(fileOf("GET {{host}}/{{host}}\nA: {{host}}\n"), ofEnvironment("host"));
        QCOMPARE(only.size(), size_t(1));
        QCOMPARE(only.front().rule, "environment-variable");
        QCOMPARE(only.front().reader, Reader::RestClient);
        QVERIFY(!canRead(Reader::RestClient, only) && canRead(Reader::JetBrains, only));
        QVERIFY(portability(fileOf("GET {{other}}/\n"), ofEnvironment("host")).empty());
    }

    void whatAnotherRequestCapturesHasNoValueElsewhere()
    {
        Surroundings around;
        around.capturers = {{QStringLiteral("token"), {QStringLiteral("Log in %2"), {}}}};
        const auto file = fileOf("GET http://a/{{token}}\nAuthorization: {{token}}\n");
        const auto findings = portability(file, around);
        QCOMPARE(findings.size(), allReaders.size()); // told once
        for (const PortabilityFinding &finding : findings) {
            QCOMPARE(finding.rule, "captured-elsewhere");
            QCOMPARE(finding.line, size_t(0));
            QCOMPARE(reasonText(finding),
                     readerName(finding.reader) + QStringLiteral(" has no value for {{token}}: "
                                                                 "“Log in %2” captures it in a "
                                                                 "comment."));
        }
        // What the file or an environment says has a value; and what is captured in the file is
        // told where it is captured.
        QVERIFY(portability(fileOf("@token = 1\nGET http://a/{{token}}\n"), around).empty());
        const auto own = fileOf("# [capture] token = body.$.t\nGET http://a/\n\n###\n"
                                "GET http://a/{{token}}\n");
        for (const auto &finding : portability(own, around))
            QCOMPARE(finding.rule, "capture");
        around.environment = {QStringLiteral("token")};
        for (const auto &finding : portability(file, around))
            QCOMPARE(finding.rule, "environment-variable");
    }

    void whatOnlySondeCanReadHasNoValueElsewhere()
    {
        Surroundings around = ofEnvironment("token");
        around.secrets = around.environment;
        const auto findings = portability(fileOf("GET http://a/{{token}}{{token}}\n"), around);
        QCOMPARE(findings.size(), allReaders.size());
        for (const PortabilityFinding &finding : findings)
            QCOMPARE(reasonText(finding),
                     readerName(finding.reader) +
                         QStringLiteral(" has no value for {{token}}: it is a secret that only "
                                        "Sonde can read."));
        // A line of the file gives a value to everybody.
        for (const auto &finding :
             portability(fileOf("@token = 1\nGET http://a/{{token}}\n"), around))
            QCOMPARE(finding.rule, "defined-twice");
        Definition secret;
        secret.secretName = QStringLiteral("a-1");
        QCOMPARE(namesOfSecrets(
                     {{QStringLiteral("a"), {secret}}, {QStringLiteral("b"), {Definition()}}}),
                 QStringList(QStringLiteral("a")));
    }

    void capturersAreFoundInAFileAndBesideIt()
    {
        const QTemporaryDir folder;
        const auto write = [&](const char *name, const QByteArray &text) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        const QByteArray text = "### Log in\n# [capture] token = body.$.t\n"
                                "# [capture] not understood\n# [capture] = body\n"
                                "POST http://a/\n\n### Again\n# [capture] token = body.$.u\n"
                                "GET http://a/\n";
        QCOMPARE(capturersOf(fileOf(text).requests()),
                 (Capturers{{QStringLiteral("token"), {QStringLiteral("Log in"), {}}}}));
        write("users.http", text);
        write("own.http", "# [capture] mine = body\nGET http://a/\n");
        write("large.rest",
              "# [capture] far = body\nGET http://a/\n" + QByteArray(octetsBeside, '\n'));
        write("other.txt", "# [capture] text = body\nGET http://a/\n");
        const QString users = folder.filePath(QStringLiteral("users.http"));
        QCOMPARE(capturersBeside(folder.filePath(QStringLiteral("own.http"))),
                 (Capturers{{QStringLiteral("token"), {QStringLiteral("Log in"), users}}}));
        QVERIFY(capturersBeside(folder.filePath(QStringLiteral("gone/own.http"))).isEmpty());
    }

    void whatIsAddedAtSendingIsNotPortable()
    {
        Defaults said{.way = Defaults::Way::AtSending};
        said.headers.push_back({.name = QStringLiteral("X-All"), .value = QStringLiteral("1")});
        const auto file = fileOf("### Gets it\nGET http://a/\n\n### Has its own\nGET http://b/\n"
                                 "X-All: 2\n");
        const auto findings = portability(file, inheriting(said));
        QCOMPARE(findings.size(), allReaders.size());
        for (const PortabilityFinding &finding : findings) {
            QCOMPARE(finding.rule, "added-at-sending");
            QCOMPARE(finding.line, size_t(1));
            QVERIFY(finding.effect == PortabilityFinding::Effect::Differs);
        }
        // What is written stands in the file for everybody.
        said.way = Defaults::Way::Written;
        QVERIFY(portability(file, inheriting(said)).empty());
    }

    void tidy_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("tidied");
        QTest::newRow("all") << QByteArray(
                                    "#@name   a\nhttp://a/  \nX:1\nY:   \n\n\n\n####  B \nget "
                                    " http://b/  HTTP/1.1")
                             << QByteArray("# @name   a\nGET http://a/\nX: 1\nY:\n\n### B\nGET "
                                           "http://b/ HTTP/1.1\n");
        QTest::newRow("body")
            << QByteArray("POST http://a/\r\n\r\n x \r\n\r\n  y:1 \r\n\r\n\r\n###\r\n")
            << QByteArray("POST http://a/\r\n\r\n x \r\n\r\n  y:1 \r\n\r\n###\r\n");
        QTest::newRow("no blank above ###") << QByteArray("GET http://a/\n###\nGET http://b/\n")
                                            << QByteArray("GET http://a/\n\n###\nGET http://b/\n");
        QTest::newRow("script") << QByteArray("< {%\n  a  \n###\n%}\nGET http://a/\n")
                                << QByteArray("< {%\n  a  \n###\n%}\nGET http://a/\n");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbfGET http://a/ \n")
                              << QByteArray("\xef\xbb\xbfGET http://a/\n");
    }

    void tidy()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, tidied);
        const auto done = canonicalForm(fileOf(text));
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
        QCOMPARE(done->octets(), tidied);
        QCOMPARE(canonicalForm(*done)->octets(), tidied);
    }

    void corpus()
    {
        const QString folder = QStringLiteral(SONDE_SUITES "/http-files");
        if (!QFile::exists(folder) && qEnvironmentVariableIsSet("CI"))
            QFAIL("The public .http files are missing");
        if (!QFile::exists(folder))
            QSKIP("NOT TESTED: the public .http files are missing");
        int files = 0;
        int tidied = 0;
        QMap<QByteArray, int> met;
        QDirIterator walk(folder, {"*.http", "*.rest"}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const auto file = HttpFile::load(walk.next());
            QVERIFY(file);
            ++files;
            for (const PortabilityFinding &finding : portability(*file))
                ++met[finding.rule.toByteArray()];
            const auto done = canonicalForm(*file);
            if (!done)
                continue;
            ++tidied;
            QCOMPARE(canonicalForm(*done)->octets(), done->octets());
        }
        qInfo("%d of %d files have a tidy form; %d rules are met", tidied, files, int(met.size()));
        QVERIFY(files >= 180);
        QCOMPARE(tidied, files);
    }
};

QTEST_GUILESS_MAIN(TestPortability)
#include "tst_portability.moc"
