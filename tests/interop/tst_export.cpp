// Exports: literals give back whatever they hold, code is what its interpreter or compiler accepts,
// curl commands and Postman collections are read back as the same request, archives keep to the
// schema, and secrets stay at home.
#include "interop/code_export.h"
#include "interop/code_quote.h"
#include "interop/code_template.h"
#include "interop/collection_export.h"
#include "interop/curl_command.h"
#include "interop/importer.h"
#include "tests/support/har_schema.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLibraryInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::interop;
using collection::BodyMode;
using collection::RequestDocument;
using sonde::testing::HarSchema;

namespace
{

struct ProcessEnd {
    int code = -1;
    QByteArray out;
    QByteArray error;
};

ProcessEnd runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList nastyTexts(bool withNul)
{
    QStringList texts{"",
                      "plain",
                      "it's \"quoted\"",
                      "back\\slash\\",
                      "a\nb\r\nc\td",
                      "$(id) `id` $HOME ${x} %s %d",
                      "</script> ${x} {{y}}",
                      "-n",
                      "=x",
                      "?"
                      "?= trigraph ?"
                      "?/",
                      QStringLiteral("\u00e9\u4f60\u2028\u2029\u202e\ufeff\u0085"),
                      QString::fromUcs4(U"\U0001f36a"),
                      "\\u0041 \\x41 \\101",
                      "#{x} #",
                      "!history"};
    QRandomGenerator random(20);
    for (int i = 0; i < 300; ++i) {
        QString text;
        for (int n = random.bounded(1, 30); n > 0; --n) {
            const int kind = random.bounded(4);
            const char32_t c = kind == 0   ? random.bounded(1, 0x80)
                               : kind == 1 ? random.bounded(0x80, 0x2100)
                               : kind == 2 ? char32_t("\"'\\`$?{}\n%@"[random.bounded(11)])
                                           : random.bounded(0x10000, 0x1f700);
            text += QString::fromUcs4(&c, 1);
        }
        texts.append(text);
    }
    if (withNul)
        texts.append(QString(QChar(u'\0')) + "1");
    return texts;
}

QByteArray inHex(const QStringList &texts)
{
    QByteArray out;
    for (const QString &text : texts)
        out += text.toUtf8().toHex() + '\n';
    return out;
}

// As unlike each other as the code of a language can be made to be.
std::vector<std::pair<QString, OutgoingRequest>> samples()
{
    using Content = OutgoingRequest::Content;
    std::vector<std::pair<QString, OutgoingRequest>> all;
    all.push_back({"get", {.method = "GET", .url = "http://h/?a=1&b='\"\\"}});
    all.push_back({"head",
                   {.method = "HEAD",
                    .url = "https://h/",
                    .settings = {.version = http::VersionPolicy::Http2}}});
    all.push_back({"text",
                   {.method = "POST",
                    .url = "https://h/x",
                    .headers = {{"Content-Type", "application/json"},
                                {"X-A", "1"},
                                {"x-a", "'2\""},
                                {"Empty", ""}},
                    .content = Content::Text,
                    .text = "{\"a\": \"it's \\n ${x}\"}\nsecond",
                    .settings = {.followRedirects = false, .verifyTls = false}}});
    all.push_back({"empty", {.method = "POST", .url = "http://h/", .content = Content::Text}});
    all.push_back({"file",
                   {.method = "PUT",
                    .url = "http://h/",
                    .headers = {{"Content-Type", "image/png"}},
                    .content = Content::File,
                    .file = "./a b's.png"}});
    all.push_back({"multipart",
                   {.method = "POST",
                    .url = "http://h/",
                    .content = Content::Multipart,
                    .parts = {{.name = "t\"x", .value = "@v;a\"b"},
                              {.name = "j", .value = "{\"a\":1}", .mediaType = "application/json"},
                              {.name = "f",
                               .value = "./a b.png",
                               .isFile = true,
                               .mediaType = "image/png",
                               .fileName = "n\"m.png"},
                              {.name = "g", .value = "c.txt", .isFile = true}}}});
    return all;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literals_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<int>("quoting");
        QTest::newRow("shell") << "sh" << int(Quoting::Shell);
        QTest::newRow("python") << "python3" << int(Quoting::Python);
        QTest::newRow("javascript") << "node" << int(Quoting::JavaScript);
        QTest::newRow("cpp") << "clang++-19" << int(Quoting::Cpp);
    }
    void literals()
    {
        QFETCH(QString, program);
        QFETCH(int, quoting);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable("NOT TESTED: there is no " + program));
        const auto kind = Quoting(quoting);
        const bool isCode = kind == Quoting::Python || kind == Quoting::JavaScript;
        const QStringList texts = nastyTexts(isCode);
        QString code;
        ProcessEnd end;
        for (const QString &text : texts) {
            const QString literal = quoted(text, kind);
            QVERIFY(!literal.contains('\n') || kind == Quoting::Shell);
            if (kind == Quoting::Shell)
                code += "printf %s " + literal + " | od -An -v -tx1 | tr -d ' \\n'; echo\n";
            else if (kind == Quoting::Python)
                code += "print(" + literal + ".encode().hex())\n";
            else if (kind == Quoting::JavaScript)
                code += "console.log(Buffer.from(" + literal + ").toString('hex'))\n";
            else
                code += "show(" + literal + ");\n";
        }
        if (kind == Quoting::Shell) {
            code.replace("printf %s ", "printf %s -- "); // not every shell's printf takes --
            code.replace("printf %s -- ", "printf '%s' ");
            end = runProgram(program, {"-s"}, code.toUtf8());
        } else if (kind == Quoting::Cpp) {
            QTemporaryDir folder;
            const QString binary = folder.filePath("a.out");
            end = runProgram(program, {"-x", "c++", "-w", "-o", binary, "-"},
                             "#include <cstdio>\nvoid show(const char *t) { for (; *t; ++t) "
                             "std::printf(\"%02x\", (unsigned char)*t); std::puts(\"\"); }\n"
                             "int main() {\n" +
                                 code.toUtf8() + "}\n");
            QVERIFY2(end.code == 0, end.error.left(500).constData());
            end = runProgram(binary, {}, {});
        } else {
            end = runProgram(program, {"-"}, code.toUtf8());
        }
        QVERIFY2(end.code == 0, end.error.left(500).constData());
        QCOMPARE(end.out.split('\n'), inHex(texts).split('\n'));
    }

    void syntax_data()
    {
        QTest::addColumn<QByteArray>("language");
        for (const CodeLanguage &language : codeLanguages())
            QTest::newRow(language.id.data()) << language.id.toByteArray();
    }
    void syntax()
    {
        QFETCH(QByteArray, language);
        QString program = "clang++-19";
        QStringList arguments{"-x", "c++", "-std=c++17", "-fsyntax-only", "-fPIC", "-"};
        if (language == "curl" || language == "httpie") {
            program = "sh";
            arguments = QStringList{"-n"};
        } else if (language.startsWith("python")) {
            program = "python3";
            arguments = QStringList{"-c", "import ast, sys; ast.parse(sys.stdin.read())"};
        } else if (language == "javascript-fetch") {
            program = "node";
            arguments = QStringList{"--check", "--input-type=module", "-"};
        } else if (language == "go") {
            program = "gofmt";
            arguments =
                QStringList{"-l"}; // also says whether it is laid out as Go's own tool would
        } else if (language == "cpp-qt") {
            const QString include = QLibraryInfo::path(QLibraryInfo::HeadersPath);
            for (const char *module : {"", "/QtCore", "/QtNetwork"})
                arguments.prepend("-I" + include + QLatin1String(module));
        }
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable("NOT TESTED: there is no " + program));
        if (language == "cpp-libcurl" && !QFile::exists("/usr/include/curl/curl.h") &&
            !QFile::exists("/usr/include/x86_64-linux-gnu/curl/curl.h"))
            QSKIP("NOT TESTED: there are no headers of libcurl");
        for (const auto &[name, request] : samples()) {
            const bool isSlow = language.startsWith("cpp"); // to compile
            if (isSlow && name != "text" && name != "file" && name != "multipart")
                continue;
            const QString code = codeFor(language, request);
            QVERIFY(!code.contains("{{#") && !code.contains("{{/") && code.endsWith('\n'));
            QStringList words = arguments;
            QByteArray input = code.toUtf8();
            QTemporaryDir folder;
            if (program == "node") { // --check wants a file
                QFile file(folder.filePath("a.mjs"));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(input) == input.size());
                file.close();
                words = QStringList{"--check", file.fileName()};
            }
            const ProcessEnd end = runProgram(program, words, input);
            QVERIFY2(end.code == 0,
                     (name.toUtf8() + ":\n" + code.toUtf8() + end.error).left(3000).constData());
        }
    }

    // What curl has no option for is said beside the command.
    void curlSaysWhatItCannot()
    {
        OutgoingRequest request{.name = "a", .method = "GET", .url = "https://h/"};
        request.settings.timeout = std::chrono::milliseconds(7500);
        request.settings.connectTimeout = std::chrono::seconds(2);
        const QString command = codeFor("curl", request);
        QVERIFY2(command.contains(" --compressed --connect-timeout 2 --max-time 7.5 "),
                 qPrintable(command));
        QCOMPARE(parseCurl(command)->document.settings.timeout, request.settings.timeout);
        QCOMPARE(parseCurl(command)->document.settings.connectTimeout,
                 request.settings.connectTimeout);
        QVERIFY(remarksOnCode("curl", request).empty());
        request.settings.version = http::VersionPolicy::Http2;
        request.method = QStringLiteral("DELETE");
        const auto remarks = remarksOnCode("curl", request);
        QCOMPARE(remarks.size(), 2u);
        QVERIFY(remarks[0].text().contains(QLatin1String("--http2")));
        QVERIFY(remarks[1].text().contains(QLatin1String("sends DELETE again")));
        request.settings.followRedirects = false;
        QCOMPARE(remarksOnCode("curl", request).size(), 1u);
        QVERIFY(remarksOnCode("go", request).empty());
    }

    // What curl would be told is what was asked for.
    void curlRoundTrip()
    {
        for (const auto &[name, request] : samples()) {
            const auto read = parseCurl(codeFor("curl", request));
            QVERIFY2(read, qPrintable(name));
            const RequestDocument &document = read->document;
            QCOMPARE(document.method, request.method);
            QCOMPARE(document.url, request.url);
            QCOMPARE(document.settings.followRedirects, request.settings.followRedirects);
            QCOMPARE(document.settings.verifyTls, request.settings.verifyTls);
            for (const collection::Row &row : request.headers)
                QVERIFY2(std::ranges::find(document.headers, row) != document.headers.end() ||
                             row.name == "Content-Type" || row.value.isEmpty(),
                         qPrintable(row.name));
            if (request.content == OutgoingRequest::Content::Text && !request.text.isEmpty())
                QCOMPARE(document.body.text, request.text);
            if (request.content == OutgoingRequest::Content::File)
                QCOMPARE(document.body.file, request.file);
            if (request.content == OutgoingRequest::Content::Multipart) {
                QCOMPARE(document.body.parts.size(), request.parts.size());
                for (size_t i = 0; i < request.parts.size(); ++i) {
                    QCOMPARE(document.body.parts[i].name, request.parts[i].name);
                    QCOMPARE(document.body.parts[i].value, request.parts[i].value);
                    QCOMPARE(document.body.parts[i].isFile, request.parts[i].isFile);
                    QCOMPARE(document.body.parts[i].mediaType, request.parts[i].mediaType);
                }
            }
        }
    }

    void fetchSaysWhatItRefuses()
    {
        OutgoingRequest request{.method = "GET", .url = "http://h/"};
        QVERIFY(!codeFor("javascript-fetch", request).contains("throws"));
        request.content = OutgoingRequest::Content::Text;
        request.text = "x";
        QVERIFY(codeFor("javascript-fetch", request).startsWith("// fetch() throws"));
        request.method = "POST";
        QVERIFY(!codeFor("javascript-fetch", request).contains("throws"));
    }

    void templates()
    {
        TemplateData data{
            .values = {{"a", "1"}, {"empty", ""}},
            .lists = {{"l", {{.values = {{"x", "p"}}}, {.values = {{"x", "q"}}}}}, {"none", {}}}};
        QCOMPARE(
            fillTemplate(u"{{a}}{{b}}{{#l}}<{{x}}{{a}}>{{/l}}{{#none}}n{{/none}}{{^none}}N{{/none}}"
                         u"{{#a}}A{{/a}}{{#empty}}e{{/empty}}{{^empty}}E{{/empty}}",
                         data),
            "1<p1><q1>NAE");
        QCOMPARE(fillTemplate(u"a{{#l}}x", data), "ax"); // never closed
        QCOMPARE(fillTemplate(u"a{{open", data), "a{{open");
    }

    void secrets()
    {
        RequestDocument document{.method = "POST",
                                 .url = "http://user:hunter2@h/?api_key=k3y&q=priv4te&page=1",
                                 .headers = {{"Authorization", "Bearer t0ken"},
                                             {"Cookie", "s=c00kie"},
                                             {"X-Api-Key", "k3y2"},
                                             {"Accept", "*/*"}},
                                 .body = {.mode = BodyMode::Form,
                                          .form = {{"password", "hunter3"}, {"u", "priv4te me"}}}};
        ExportContext context{.secrets = {"priv4te"}};
        const auto masked = outgoingRequest("n", document, context);
        QVERIFY(masked);
        QStringList texts{QString::fromUtf8(QJsonDocument(archiveOf({*masked}, {})).toJson())};
        for (const CodeLanguage &language : codeLanguages())
            texts.append(codeFor(language.id, *masked));
        collection::HttpRequest request;
        request.document = document;
        for (const QString &text : texts) {
            for (const char *secret : {"hunter2", "k3y", "t0ken", "c00kie", "hunter3", "priv4te"})
                QVERIFY2(!text.contains(QLatin1String(secret)), qPrintable(text));
            QVERIFY(text.contains("***") && text.contains("Bearer") && text.contains("page"));
        }
        context.show = ExportSecrets::Shown;
        const auto shown = outgoingRequest("n", document, context);
        QVERIFY(codeFor("curl", *shown).contains("t0ken"));
        document.url = "http://h/{{nope}}";
        QVERIFY(!outgoingRequest("n", document, context));
    }

    void archiveKeepsToTheSchema()
    {
        if (!HarSchema::isThere() && qEnvironmentVariableIsSet("CI"))
            QFAIL("The schema of archives is missing");
        if (!HarSchema::isThere())
            QSKIP("NOT TESTED: the schema of archives is missing");
        std::vector<OutgoingRequest> requests;
        for (const auto &[name, request] : samples())
            requests.push_back(request);
        requests.front().headers.push_back({"Cookie", "a=1; b=2"});
        const QJsonObject archive = archiveOf(requests, QDateTime::currentDateTimeUtc());
        HarSchema schema;
        const QString problem = schema.problems(archive);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(schema.checked() > 100);
        // And is read back.
        const auto read = readForeign(QJsonDocument(archive).toJson(), "x");
        QVERIFY(read);
        QCOMPARE(read->requestCount(), requests.size());
    }

    void aGraphQlRequestIsABodyOfThatKind()
    {
        const auto file = collection::HttpFile::parse("### Q\nGRAPHQL http://a/g\nX-Request-Type: "
                                                      "GraphQL\nA: b\n\n{ a }\n\n{\"n\": {{n}}}\n\n"
                                                      "### S\nWEBSOCKET ws://a/\n");
        const ExportedFile exported{.name = "f", .requests = file->requests(), .variables = {}};
        const auto made = postmanCollectionOf("c", {exported}, ExportSecrets::Shown);
        QCOMPARE(made.notes.size(), 1); // the other one is left out
        const QJsonValue request = made.collection["item"][0]["request"];
        QCOMPARE(request["method"].toString(), QString("POST"));
        QCOMPARE(request["header"].toArray().size(), 1);
        QCOMPARE(request["body"]["mode"].toString(), QString("graphql"));
        QCOMPARE(request["body"]["graphql"]["query"].toString(), QString("{ a }"));
        QCOMPARE(request["body"]["graphql"]["variables"].toString(), QString("{\"n\": {{n}}}"));
    }

    // Every public .http file, as a Postman collection and back.
    void postmanRoundTrip()
    {
        const QString folder = QStringLiteral(SONDE_SUITES "/http-files");
        if (!QFile::exists(folder) && qEnvironmentVariableIsSet("CI"))
            QFAIL("The public .http files are missing");
        if (!QFile::exists(folder))
            QSKIP("NOT TESTED: the public .http files are missing");
        int compared = 0;
        QDirIterator walk(folder, {"*.http", "*.rest"}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            const auto file = collection::HttpFile::load(path);
            ExportedFile exported{.name = "f", .variables = file->variables()};
            exported.variables.remove(QString()); // a mistake in one of them
            for (const collection::HttpRequest &request : file->requests()) {
                if (request.kind == collection::RequestKind::Http)
                    exported.requests.push_back(request);
            }
            if (exported.requests.empty())
                continue;
            const auto made = postmanCollectionOf("c", {exported}, ExportSecrets::Shown);
            const auto read = readForeign(QJsonDocument(made.collection).toJson(), "x");
            QVERIFY2(read, qPrintable(path));
            QCOMPARE(read->root.requests.size(), exported.requests.size());
            QCOMPARE(read->variables, exported.variables);
            for (size_t i = 0; i < exported.requests.size(); ++i) {
                RequestDocument before = exported.requests[i].document;
                RequestDocument after = read->root.requests[i].document;
                QCOMPARE(after.method, before.method);
                QCOMPARE(after.url, before.url.remove('\t'));
                QCOMPARE(after.disabledParams, before.disabledParams);
                // The type of a text or file is a field there.
                std::erase_if(after.headers, [&](const collection::Row &row) {
                    return row.name == "Content-Type" &&
                           std::ranges::find(before.headers, row) == before.headers.end();
                });
                QCOMPARE(after.headers, before.headers);
                const bool noRows = before.body.form.empty() && before.body.parts.empty();
                if (before.body.mode == BodyMode::None ||
                    (noRows && (before.body.mode == BodyMode::Form ||
                                before.body.mode == BodyMode::Multipart)))
                    continue;
                QCOMPARE(after.body.text, before.body.text);
                QCOMPARE(after.body.form, before.body.form);
                QCOMPARE(after.body.parts.size(), before.body.parts.size());
                QCOMPARE(after.body.file, before.body.file);
                ++compared;
            }
        }
        QVERIFY2(compared > 300, qPrintable(QString::number(compared)));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
