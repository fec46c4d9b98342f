// Every rule of the portability table is met by a line that breaks it, and the tidy form means what
// the file meant and stays as it is when formatted again.
#include "collection/canonical_form.h"
#include "collection/portability.h"

#include <QDirIterator>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

HttpFile fileOf(const QByteArray &text)
{
    return *HttpFile::parse(text);
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
        QTest::addColumn<QString>("failing"); // J R Y V K, the programs that fail
        const auto row = [](const char *rule, const char *text, int line, const char *failing) {
            QTest::newRow(rule) << QByteArray(text) << QByteArray(rule) << line
                                << QString::fromLatin1(failing);
        };
        row("inner-separator", "GET http://a/\nX: a###b\n", 2, "K");
        row("indented-separator", "POST http://a/\n\n  ### x\n", 3, "YK");
        row("name-characters", "# @name a-b\nGET http://a/\n", 1, "RV");
        row("name-equals", "# @name = ab\nGET http://a/\n", 1, "RYV");
        row("method-omitted", "http://a/\n", 1, "");
        row("custom-method", "PURGE http://a/\n", 1, "RYK");
        row("query-lines", "GET http://a/\n  ?a=1\n", 2, "V");
        row("path-lines", "GET http://a/\n  b/c\n", 2, "RV");
        row("disabled-query", "GET http://a/\n# &a=1\n", 2, "");
        row("tight-comment", "GET http://a/\n#X: 1\n", 2, "Y");
        row("tight-header", "GET http://a/\nX:1\n", 2, "K");
        row("not-understood", "GET http://a/\nnonsense\n", 2, "JRYVK");
        row("repeated-header", "GET http://a/\nX: 1\nx: 2\n", 3, "");
        row("version-pin", "GET http://a/ HTTP/1.1\n", 1, "");
        row("http2", "GET http://a/ HTTP/2\n", 1, "");
        row("prior-knowledge", "GET http://a/ HTTP/2 (Prior Knowledge)\n", 1, "Y");
        row("http3", "GET http://a/ HTTP/3\n", 1, "K");
        row("http3-annotation", "# [http] 3\nGET http://a/\n", 1, "");
        row("body-comment", "POST http://a/\n\n# heading\ntext\n", 3, "");
        row("body-file", "POST http://a/\n\n< ./a.json\n", 3, "V");
        row("body-file-variables", "POST http://a/\n\n<@ ./a.json\n", 3, "V");
        row("multipart",
            "POST http://a/\nContent-Type: multipart/form-data; boundary=b\n\n--b\n"
            "Content-Disposition: form-data; name=\"f\"\n\n< ./a\n--b--\n",
            7, "V");
        row("response-script", "GET http://a/\n\n> {% x %}\n", 3, "RV");
        row("request-script", "< {% x %}\nGET http://a/\n", 1, "RV");
        row("response-file", "GET http://a/\n\n>> a.json\n", 3, "RV");
        row("response-reference", "GET http://a/\n\n<> a.json\n", 3, "RV");
        row("tag-no-redirect", "# @no-redirect\nGET http://a/\n", 1, "");
        row("tag-no-cookie-jar", "# @no-cookie-jar\nGET http://a/\n", 1, "");
        row("tag-no-log", "# @no-log\nGET http://a/\n", 1, "");
        row("tag-timeout", "# @timeout 600\nGET http://a/\n", 1, "");
        row("tag-connection-timeout", "# @connection-timeout 6\nGET http://a/\n", 1, "");
        row("tag-no-auto-encoding", "# @no-auto-encoding\nGET http://a/\n", 1, "");
        row("tag-note", "# @note\nGET http://a/\n", 1, "");
        row("tag-prompt", "# @prompt x\nGET http://a/\n", 1, "JYV");
        row("tag-import", "# @import ./a.http\nGET http://a/\n", 1, "JRVK");
        row("late-variable", "GET http://a/\n\n###\n@x = 1\nGET http://b/\n", 4, "");
        row("lazy-variable", "@x := 1\nGET http://a/\n", 1, "JRVK");
        row("defined-twice", "@x = 1\n@x = 2\nGET http://a/\n", 2, "");
        row("directive", "import ./a.http\nGET http://a/\n", 1, "RYV");
        row("graphql", "GRAPHQL http://a/\n\n{ a }\n", 1, "RV");
        row("graphql-header", "POST http://a/\nX-REQUEST-TYPE: GraphQL\n\n{ a }\n", 2, "JVK");
        row("websocket", "WEBSOCKET ws://a/\n", 1, "RV");
        row("grpc", "GRPC a/b/C\n", 1, "RV");
        row("body-method", "POST http://a/\n\nGET is a verb\n\n###\nGET http://a/\n", 3, "Y");
        row("body-variable", "POST http://a/\n\n@home = x\n", 3, "RY");
        row("body-frame", "POST http://a/\n\na\n===\nb\n", 4, "Y");
        row("body-assertion", "POST http://a/\n\na\n?? b\n", 4, "Y");
        row("body-script", "POST http://a/\n\na\n{{\nb\n", 4, "Y");
        row("assertion-line", "GET http://a/\n?? status == 200\n", 2, "JRVK");
        row("response-path",
            "# @name login\nGET http://a/\n\n###\nGET http://a/{{login.response.body.$.t}}\n", 5,
            "JYK");
        row("response-member", "# @name login\nGET http://a/\n\n###\nGET http://a/{{login.t}}\n", 5,
            "JRVK");
        row("capture", "# [capture] t = body.$.t\nGET http://a/\n", 1, "JRYVK");
        row("verify-annotation", "# [verify] off\nGET http://a/\n", 1, "");
        row("dynamic-guid", "GET http://a/{{$guid}}\n", 1, "JVK");
        row("dynamic-uuid", "GET http://a/{{$uuid}}\n", 1, "RV");
        row("dynamic-timestamp", "GET http://a/{{$timestamp}}\n", 1, "");
        row("dynamic-timestamp-offset", "GET http://a/{{$timestamp -1 d}}\n", 1, "JK");
        row("dynamic-random-int", "GET http://a/{{$randomInt}}\n", 1, "R");
        row("dynamic-random-range", "GET http://a/{{$randomInt 1 2}}\n", 1, "J");
        row("dynamic-iso", "GET http://a/{{$isoTimestamp}}\n", 1, "RV");
        row("dynamic-datetime", "GET http://a/{{$datetime iso8601}}\n", 1, "JK");
        row("dynamic-env", "GET http://a/{{$env.HOME}}\n", 1, "RYV");
        row("dynamic-process-env", "GET http://a/{{$processEnv HOME}}\n", 1, "JK");
        row("dynamic-dotenv", "GET http://a/{{$dotenv A}}\n", 1, "JK");
        row("dynamic-unknown", "GET http://a/{{$nothing}}\n", 1, "JRYVK");
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
            QVERIFY(finding.reason.endsWith(u'.') &&
                    finding.reason.contains(readerName(finding.reader)) |
                        (rule == "not-understood"));
            if (finding.effect == PortabilityFinding::Effect::Fails)
                seen += letters[int(finding.reader)];
        }
        QVERIFY(met);
        QCOMPARE(seen, failing);
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
        const auto findings = portability(fileOf("@host = x\nGET {{host}}/\n"), {"host"});
        QCOMPARE(findings.size(), allReaders.size());
        QCOMPARE(findings.front().rule, "defined-twice");
        // What only an environment says has no value for who reads none; told once.
        const auto only = portability(fileOf("GET {{host}}/{{host}}\nA: {{host}}\n"), {"host"});
        QCOMPARE(only.size(), size_t(1));
        QCOMPARE(only.front().rule, "environment-variable");
        QCOMPARE(only.front().reader, Reader::RestClient);
        QVERIFY(!canRead(Reader::RestClient, only) && canRead(Reader::JetBrains, only));
        QVERIFY(portability(fileOf("GET {{other}}/\n"), {"host"}).empty());
    }

    void whatIsAddedAtSendingIsNotPortable()
    {
        Defaults said{.way = Defaults::Way::AtSending};
        said.headers.push_back({.name = QStringLiteral("X-All"), .value = QStringLiteral("1")});
        const auto file = fileOf("### Gets it\nGET http://a/\n\n### Has its own\nGET http://b/\n"
                                 "X-All: 2\n");
        const auto findings = portability(file, {}, {.levels = {{.path = {}, .defaults = said}}});
        QCOMPARE(findings.size(), allReaders.size());
        for (const PortabilityFinding &finding : findings) {
            QCOMPARE(finding.rule, "added-at-sending");
            QCOMPARE(finding.line, size_t(1));
            QVERIFY(finding.effect == PortabilityFinding::Effect::Differs);
        }
        // What is written stands in the file for everybody.
        said.way = Defaults::Way::Written;
        QVERIFY(portability(file, {}, {.levels = {{.path = {}, .defaults = said}}}).empty());
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
