// From document to request: variables, checks and bodies, and the sentence when something is
// missing.
#include "collection/graphql.h"
#include "collection/request_document.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;

namespace
{

RequestDocument documentFor(const QString &url)
{
    RequestDocument document;
    document.url = url;
    return document;
}

QByteArray octets(const http::Content &content)
{
    QByteArray all;
    for (const http::Segment &segment : content.segments) {
        if (const auto *held = std::get_if<http::OctetsSegment>(&segment))
            all += held->octets;
        else if (const auto *file = std::get_if<http::FileSegment>(&segment))
            all += "<" + file->path.toUtf8() + ">";
    }
    return all;
}

} // namespace

class TestResolve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain()
    {
        RequestDocument document = documentFor("https://user:pw@example.test:8443/a?b={{n}}#f");
        document.method = " PATCH ";
        document.headers = {
            {"X-A", " {{n}} "}, {"X-Off", "{{missing}}", false}, {"", ""}, {"x-a", "2"}};
        document.settings = {.version = http::VersionPolicy::Http2,
                             .followRedirects = false,
                             .verifyTls = false,
                             .timeout = std::chrono::seconds(5),
                             .connectTimeout = std::chrono::seconds(2)};
        const auto resolved = resolve(document, {{"n", "1 2"}});
        QVERIFY(resolved);
        const http::Request &request = resolved->request;
        QCOMPARE(request.method.token(), "PATCH");
        QCOMPARE(request.target.url(), "https://example.test:8443/a?b=1%202#f");
        QCOMPARE(request.target.userInfo, "user:pw");
        QVERIFY(request.headers == (http::Headers{{"X-A", "1 2"}, {"x-a", "2"}}));
        QVERIFY(!request.content.present);
        QCOMPARE(request.version, http::VersionPolicy::Http2);
        QVERIFY(!resolved->options.followRedirects);
        QCOMPARE(resolved->options.tls.verify, net::Verify::ReportOnly);
        QCOMPARE(resolved->options.timeouts.total, std::chrono::milliseconds(5000));
        QCOMPARE(resolved->options.timeouts.connect, std::chrono::milliseconds(2000));
    }

    void defaults()
    {
        const auto resolved = resolve(documentFor("localhost:81"), {});
        QVERIFY(resolved);
        QVERIFY(resolved->options.followRedirects);
        QCOMPARE(resolved->options.tls.verify, net::Verify::Yes);
        QCOMPARE(resolved->options.timeouts.connect, client::Timeouts{}.connect);
        QCOMPARE(resolved->request.target.url(), "http://localhost:81/");
    }

    void originForm_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("plain") << "a.test" << QByteArray("http://a.test/p?q=1");
        QTest::newRow("port") << "a.test:99" << QByteArray("http://a.test:99/p?q=1");
        QTest::newRow("tls port") << "a.test:443" << QByteArray("https://a.test/p?q=1");
        QTest::newRow("variable") << "{{h}}:8443" << QByteArray("https://b.test:8443/p?q=1");
    }

    void originForm()
    {
        QFETCH(QString, host);
        RequestDocument document = documentFor("/p?q=1");
        document.headers = {{"Host", host}};
        const auto resolved = resolve(document, {{"h", "b.test"}});
        QVERIFY(resolved);
        QTEST(resolved->request.target.url(), "url");
    }

    void variables_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("plain") << "{{a}}" << "1";
        QTest::newRow("spaces") << "{{  a }}" << "1";
        QTest::newRow("twice") << "{{a}}-{{a}}" << "1-1";
        QTest::newRow("nested") << "{{c}}" << "x1y1";
        QTest::newRow("same dynamic name, one value") << "{{id}} {{id}}" << "([0-9a-f-]{36}) \\1";
        QTest::newRow("uuid")
            << "{{$uuid}}" << "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
        QTest::newRow("guid") << "{{$guid}}" << "[0-9a-f-]{36}";
        QTest::newRow("timestamp") << "{{$timestamp}}" << "\\d{10}";
        QTest::newRow("iso") << "{{$isoTimestamp}}"
                             << "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
        QTest::newRow("random") << "{{$randomInt}}" << "\\d{1,3}";
        QTest::newRow("random range") << "{{$randomInt -3 -2}}" << "-3";
        QTest::newRow("not closed") << "a {{ b" << "a \\{\\{ b";
        QTest::newRow("line break is no variable") << "{{a\n}} }" << "\\{\\{a\n\\}\\} \\}";
        QTest::newRow("single braces") << "{a} }} {" << "\\{a\\} \\}\\} \\{";
    }

    void variables()
    {
        QFETCH(QString, text);
        QFETCH(QString, pattern);
        RequestDocument document = documentFor("http://a/");
        document.body = {.mode = BodyMode::Text, .text = text};
        const Variables known{
            {"a", "1"}, {"b", "{{a}}y"}, {"c", "x{{ b }}{{a}}"}, {"id", "{{$uuid}}"}};
        const auto resolved = resolve(document, known);
        QVERIFY2(resolved, qPrintable(resolved ? QString() : resolved.error().sentence));
        const QString sent = QString::fromUtf8(octets(resolved->request.content));
        QVERIFY2(
            QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(sent).hasMatch(),
            qPrintable(sent));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("words"); // all in the sentence
        QTest::addColumn<int>("code");
        const int unresolved = int(http::Code::UnresolvedVariable);
        QTest::newRow("url") << "{{host}}/" << "" << "" << QStringList{"“host”", "the URL", "@host"}
                             << unresolved;
        QTest::newRow("header") << "http://a" << "{{token}}" << ""
                                << QStringList{"“token”", "header “X”"} << unresolved;
        QTest::newRow("body") << "http://a" << "" << "{{ text }}"
                              << QStringList{"“text”", "the body"} << unresolved;
        QTest::newRow("inside another")
            << "http://a" << "{{outer}}" << "" << QStringList{"“inner”"} << unresolved;
        QTest::newRow("cycle") << "http://a" << "{{x}}" << "" << QStringList{"x → y → x"}
                               << unresolved;
        QTest::newRow("deep") << "http://a" << "{{d1}}" << "" << QStringList{"10 deep", "d1 → d2"}
                              << unresolved;
        QTest::newRow("dynamic") << "http://a" << "{{$nope}}" << "" << QStringList{"$nope", "$uuid"}
                                 << unresolved;
        QTest::newRow("random swapped")
            << "http://a" << "{{$randomInt 9 1}}" << "" << QStringList{"FROM TO"} << unresolved;
        QTest::newRow("random words")
            << "http://a" << "{{$randomInt a b}}" << "" << QStringList{"FROM TO"} << unresolved;
        QTest::newRow("empty name")
            << "http://a" << "{{}}" << "" << QStringList{"“”"} << unresolved;
        QTest::newRow("no url") << "" << "" << "" << QStringList{"no URL"}
                                << int(http::Code::MalformedUrl);
        QTest::newRow("header value")
            << "http://a" << "{{lines}}" << "" << QStringList{"line break", "X"}
            << int(http::Code::MalformedHeader);
        QTest::newRow("laughs") << "http://a" << "{{l7}}" << "" << QStringList{"million"}
                                << int(http::Code::LimitExceeded);
    }

    void refuses()
    {
        QFETCH(QString, url);
        QFETCH(QString, header);
        QFETCH(QString, body);
        QFETCH(QStringList, words);
        QFETCH(int, code);
        RequestDocument document = documentFor(url);
        document.headers = {{"X", header}};
        document.body = {.mode = BodyMode::Text, .text = body};
        Variables known{{"outer", "{{inner}}"}, {"x", "{{y}}"}, {"y", "{{x}}"}, {"lines", "a\nb"}};
        for (int i = 1; i <= 11; ++i)
            known.insert(QString("d%1").arg(i), QString("{{d%1}}").arg(i + 1));
        known.insert("l0", QString(20, 'x'));
        for (int i = 1; i <= 7; ++i)
            known.insert(QString("l%1").arg(i), QString("{{l%1}}").arg(i - 1).repeated(20));
        const auto resolved = resolve(document, known);
        QVERIFY(!resolved);
        const http::Error &error = resolved.error();
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.layer, http::Layer::Request);
        for (const QString &word : words)
            QVERIFY2(error.sentence.contains(word), qPrintable(error.sentence));
    }

    void malformedNames()
    {
        RequestDocument document = documentFor("http://a");
        document.method = "GE T";
        QCOMPARE(resolve(document, {}).error().code, http::Code::MalformedMethod);
        document.method = "GET";
        document.headers = {{"X Y", "1"}};
        QCOMPARE(resolve(document, {}).error().code, http::Code::MalformedHeader);
        document.headers = {{"", "1"}};
        QCOMPARE(resolve(document, {}).error().code, http::Code::MalformedHeader);
    }

    void bodies_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mediaType");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("sentType");
        QTest::newRow("json") << int(BodyMode::Json) << "{\"a\": {{n}}}" << ""
                              << QByteArray("{\"a\": 1}") << QByteArray("application/json");
        QTest::newRow("json comments")
            << int(BodyMode::Json) << "{\n  // no\n# no\n\"a\": \"# yes\"}" << ""
            << QByteArray("{\n\"a\": \"# yes\"}") << QByteArray("application/json");
        QTest::newRow("text") << int(BodyMode::Text) << "# ä\n"
                              << "" << QByteArray("# ä\n")
                              << QByteArray("text/plain; charset=utf-8");
        QTest::newRow("xml") << int(BodyMode::Text) << "<a/>" << "application/xml"
                             << QByteArray("<a/>") << QByteArray("application/xml");
        QTest::newRow("multipart by hand")
            << int(BodyMode::Text) << "--x\n\na\n--x--" << "multipart/mixed; boundary=x"
            << QByteArray("--x\r\n\r\na\r\n--x--") << QByteArray("multipart/mixed; boundary=x");
        QTest::newRow("empty text is present") << int(BodyMode::Text) << "" << "" << QByteArray()
                                               << QByteArray("text/plain; charset=utf-8");
    }

    void bodies()
    {
        QFETCH(int, mode);
        QFETCH(QString, text);
        QFETCH(QString, mediaType);
        RequestDocument document = documentFor("http://a");
        document.body = {.mode = BodyMode(mode), .text = text, .mediaType = mediaType};
        const auto resolved = resolve(document, {{"n", "1"}});
        QVERIFY(resolved);
        QVERIFY(resolved->request.content.present);
        QTEST(octets(resolved->request.content), "sent");
        QTEST(resolved->request.content.mediaType, "sentType");
    }

    void form()
    {
        RequestDocument document = documentFor("http://a");
        document.body = {
            .mode = BodyMode::Form,
            .form = {
                {"a b", "c&d=é+"}, {"off", "1", false}, {"", ""}, {"v", "{{n}}"}, {"*-._~", ""}}};
        const auto resolved = resolve(document, {{"n", "1&2"}});
        QVERIFY(resolved);
        QCOMPARE(octets(resolved->request.content), "a+b=c%26d%3D%C3%A9%2B&v=1%262&*-._%7E=");
        QCOMPARE(resolved->request.content.mediaType, "application/x-www-form-urlencoded");
    }

    void multipart()
    {
        QTemporaryDir folder;
        QFile made(folder.filePath("a.txt"));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.close();
        RequestDocument document = documentFor("http://a");
        document.body = {.mode = BodyMode::Multipart,
                         .parts = {{"t\"", "{{n}}\n2"},
                                   {"off", "{{missing}}", false, "", "", false},
                                   {"f", "{{file}}.txt", true, "text/csv", "b.csv"}}};
        const auto resolved = resolve(document, {{"n", "1"}, {"file", "a"}}, folder.path());
        QVERIFY(resolved);
        const QByteArray type = resolved->request.content.mediaType;
        QVERIFY(type.startsWith("multipart/form-data; boundary="));
        const QByteArray boundary = type.sliced(type.indexOf('=') + 1);
        QCOMPARE(octets(resolved->request.content),
                 "--" + boundary +
                     "\r\nContent-Disposition: form-data; name=\"t%22\"\r\n\r\n1\n2\r\n--" +
                     boundary +
                     "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"b.csv\"\r\n"
                     "Content-Type: text/csv\r\n\r\n<" +
                     folder.filePath("a.txt").toUtf8() + ">\r\n--" + boundary + "--\r\n");

        document.body.parts[2].value = "gone.txt";
        const auto lost = resolve(document, {{"n", "1"}}, folder.path());
        QCOMPARE(lost.error().code, http::Code::FileMissing);
        QVERIFY(lost.error().sentence.contains("part “f”"));
    }

    void file()
    {
        QTemporaryDir folder;
        QFile made(folder.filePath("body.bin"));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.close();
        RequestDocument document = documentFor("http://a");
        document.body = {.mode = BodyMode::File, .file = "./{{name}}.bin"};
        auto resolved = resolve(document, {{"name", "body"}}, folder.path());
        QVERIFY(resolved);
        QVERIFY(octets(resolved->request.content).endsWith("body.bin>"));
        QCOMPARE(resolved->request.content.mediaType, "application/octet-stream");

        resolved = resolve(document, {{"name", "other"}}, folder.path());
        QCOMPARE(resolved.error().code, http::Code::FileMissing);
        QVERIFY(resolved.error().sentence.contains("other.bin"));
        document.body.file = ".";
        resolved = resolve(document, {}, folder.path());
        QCOMPARE(resolved.error().code, http::Code::FileUnreadable);
        QVERIFY(resolved.error().sentence.contains("folder"));
        document.body.file = "";
        QCOMPARE(resolve(document, {}).error().code, http::Code::FileMissing);
    }

    // Each part is changed without another octet of the body being another one.
    void theTwoPartsOfAQueryAreOneText()
    {
        const QString body = "\n query A {\n  a\n\n  b\n}\n\n\n{\n \"n\": 1\n}\n";
        const GraphQl parts = graphQlOf(body);
        QCOMPARE(parts.query, QString("query A {\n  a\n\n  b\n}"));
        QCOMPARE(parts.variables, QString("{\n \"n\": 1\n}"));
        QCOMPARE(withGraphQl(body, parts), body);
        QCOMPARE(withGraphQl(body, {parts.query, "{\"n\": 2}"}),
                 QString("\n query A {\n  a\n\n  b\n}\n\n\n{\"n\": 2}"));
        QCOMPARE(withGraphQl(body, {"{ a }", parts.variables}),
                 QString("{ a }\n\n{\n \"n\": 1\n}\n"));
        QCOMPARE(withGraphQl(body, {parts.query, ""}), parts.query);
        QCOMPARE(withGraphQl("{ a }", {"{ a }", "{}"}), QString("{ a }\n\n{}"));
        QCOMPARE(withGraphQl({}, {"{ a }", {}}), QString("{ a }"));
        // Half of a word is typed: it stays among the variables.
        for (const char *typed : {"{\"", "{\n  \"n\": ", "{}", "{{all}}", "{\"n\": {{n}}}"}) {
            const QString text = withGraphQl("{ a }", {"{ a }", typed});
            QCOMPARE(graphQlOf(text), (GraphQl{"{ a }", QString(typed).trimmed()}));
        }
        QCOMPARE(graphQlOf("{ a }\n\n{ b }"), (GraphQl{"{ a }\n\n{ b }", {}}));
    }

    void aGraphQlRequestBecomesOneJsonObject_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QByteArray>("sent"); // empty: refused
        const auto row = [](const char *name, const QString &body, const QByteArray &sent) {
            QTest::newRow(name) << body << sent;
        };
        row("query", "query {\n  a(b: \"c\")\n}",
            "{\"query\":\"query {\\n  a(b: \\\"c\\\")\\n}\"}");
        row("variables", "query ($n: String!) {\n  a(n: $n)\n}\n\n{\n  \"n\": \"x\"\n}",
            "{\"query\":\"query ($n: String!) {\\n  a(n: $n)\\n}\",\"variables\":{\n  \"n\": "
            "\"x\"\n}}");
        row("blank lines inside", "query {\n  a {\n\n    b\n  }\n}",
            R"({"query":"query {\n  a {\n\n    b\n  }\n}"})");
        row("a query that is only a set", "{\n  a\n}", R"({"query":"{\n  a\n}"})");
        row("filled in", "{ a }\n\n{\"n\": \"{{name}}\"}",
            R"({"query":"{ a }","variables":{"n": "filled"}})");
        row("filled in as no string", "{ a }\n\n{\"n\": {{number}}}",
            R"({"query":"{ a }","variables":{"n": 7}})");
        row("broken by what is filled in", "{ a }\n\n{\"n\": {{name}}}", {});
    }
    void aGraphQlRequestBecomesOneJsonObject()
    {
        QFETCH(QString, body);
        QFETCH(QByteArray, sent);
        RequestDocument document = documentFor("http://a/graphql");
        document.method = "GRAPHQL";
        document.body = {.mode = BodyMode::Text, .text = body};
        const Variables variables{{"name", "filled"}, {"number", "7"}};
        auto resolved = resolve(document, variables);
        if (sent.isEmpty()) {
            QVERIFY(!resolved && resolved.error().sentence.contains("JSON object"));
            return;
        }
        QVERIFY2(resolved, resolved ? "" : qPrintable(resolved.error().sentence));
        QCOMPARE(resolved->request.method.token(), "POST");
        QCOMPARE(octets(resolved->request.content), sent);
        QCOMPARE(resolved->request.content.mediaType, "application/json");
        // REST Client's spelling of the same.
        document.method = "POST";
        document.headers = {{"X-Request-Type", "GraphQL"}, {"A", "b"}};
        resolved = resolve(document, variables);
        QVERIFY(resolved);
        QCOMPARE(octets(resolved->request.content), sent);
        QCOMPARE(resolved->request.headers.fields().size(), size_t(1));
    }

    void otherProtocolsAreNotSentAsStrangeMethods()
    {
        for (const char *method : {"GRPC", "WEBSOCKET", "WS"}) {
            RequestDocument document = documentFor("http://a/");
            document.method = method;
            const auto resolved = resolve(document, {});
            QVERIFY(!resolved &&
                    resolved.error().sentence.contains(*method == 'G' ? "GRPC" : "WEBSOCKET"));
        }
    }
};

QTEST_GUILESS_MAIN(TestResolve)
#include "tst_resolve.moc"
