// The constructs of a .http file, each read as a request.
#include "collection/line_classifier.h"
#include "parsed_file.h"

#include <QTest>

using namespace sonde;
using namespace sonde::collection;
using namespace std::chrono_literals;
using sonde::testing::parsed;

namespace
{

HttpRequest only(const QByteArray &octets)
{
    const HttpFile file = parsed(octets);
    return file.requests().size() == 1 ? file.requests().front() : HttpRequest{};
}

// One letter for each line, in the order of LineKind: blank _, separator #, comment c, tag t,
// annotation a, variable @, directive d, pre-script s, request line R, continuation C, disabled
// query q, header H, disabled header h, body B, body file F, handler X, redirect >, reference <,
// opaque ?.
QString kinds(const QByteArray &octets)
{
    static constexpr char letters[] = "_#cta@dsRCqHhBFX><?";
    QString result;
    const HttpFile file = parsed(octets);
    for (const Line &line : file.text().lines())
        result += QLatin1Char(letters[int(line.kind)]);
    return result;
}
} // namespace

class TestHttpFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineKinds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QString(expected);
        };
        row("empty", "", "");
        row("all above",
            "### A\n# note\n// note\n#@name x\n// @tag\n# [k] v\n@a = b\n@c := d\nimport "
            "x.http\nrun #a\n",
            "#cctta@@dd");
        row("request", "GET http://x\nA: b\n\nbody\n\nmore", "RH_B_B");
        row("no method", "http://x\n\n{{url}}/b", "R_B");
        row("localhost", "localhost:80/x", "R");
        row("a sentence is no request", "see http://x for more\nGET\nHello World\n", "???");
        row("own method", "PURGE /x\n", "R");
        row("mixed case", "Get http://x\n", "R");
        row("continuation", "GET http://x\n  /more\n  ?a=1\n&b=2\n# &c=3\n# ?d=4\nH: v\n",
            "RCCCqqH");
        row("folded header is not understood", "GET http://x\nA: b\n  c\n", "RH?");
        row("disabled header",
            "GET http://x\n# A: b\n#B: c\n// C: d\n# see http://y\n# two words: x\n", "Rhcccc");
        row("variable in names", "GET {{a:b}}\n{{h:1}}: v\n", "RH");
        row("handler at once", "GET http://x\n> {%\n a ### b\n### c\n%}\n\n### d", "RXXXX_#");
        row("handler after body", "POST http://x\n\nbody\n\n> h.js\n>> a\n>>! b\n<> c\n",
            "R_B_X>><");
        row("unclosed script", "GET http://x\n\n> {%\nfoo\n### b\nGET http://y", "R_?B#R");
        row("pre-script", "< {%\nGET http://no\n%}\n< a.js\nGET http://x", "ssssR");
        row("body file", "POST http://x\n\n< ./a\n< b\n", "R_FB");
        row("xml is no file", "POST http://x\n\n<a>\n</a>\n", "R_BB");
        row("file with variables", "POST http://x\n\n<@ ./a\n", "R_F");
        row("multipart",
            "POST http://x\nContent-Type: multipart/form-data; boundary=b\n\n--b\n\n< a\n--b--\n",
            "RH_B_BB");
        row("assertion of another program", "GET http://x\n?? status == 200\n", "R?");
        row("four hashes", "#### A\nGET http://x\n##### \n", "#R#");
        row("two hashes", "## A\nGET http://x\n", "cR");
        row("indented separator", " ###\nGET http://x\n", "cR");
        row("no separators",
            "GET http://x\n\n# two\n@a = 1\n\nGET http://y\nPOST http://z\n\n{}\nGET is a verb",
            "R_c@_RR_BB");
        row("with separators", "###\nGET http://x\n\nGET http://y", "#R_B");
        row("variable without a value", "@a =\n@b\n@c=\n", "@?@");
    }

    void lineKinds()
    {
        QFETCH(QByteArray, text);
        QTEST(kinds(text), "expected");
        QByteArray crlf = text;
        crlf.replace("\n", "\r\n");
        QTEST(kinds(crlf), "expected");
        QTEST(kinds("\xef\xbb\xbf" + text), "expected");
    }

    void readsRequestLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("version");
        using V = http::VersionPolicy;
        const auto row = [](const char *line, const char *method, const char *url, V version) {
            QTest::newRow(line) << QByteArray(line) << QString(method) << QString(url)
                                << int(version);
        };
        row("GET http://x", "GET", "http://x", V::Auto);
        row("http://x?a=b", "GET", "http://x?a=b", V::Auto);
        row("Post  http://x  HTTP/1.1", "POST", "http://x", V::Http11);
        row("GET http://x HTTP/1.0", "GET", "http://x", V::Http10);
        row("GET http://x HTTP/2", "GET", "http://x", V::Http2);
        row("GET http://x HTTP/2.0 ", "GET", "http://x", V::Http2);
        row("GET http://x HTTP/2 (Prior Knowledge)", "GET", "http://x", V::H2c);
        row("GET http://x/?q=a b HTTP/1.1", "GET", "http://x/?q=a b", V::Http11);
        row("GET http://x/HTTP/2", "GET", "http://x/HTTP/2", V::Auto);
        row("GET {{u}}/{{ p }} HTTP/1.1", "GET", "{{u}}/{{ p }}", V::Http11);
        row("QUERY /x", "QUERY", "/x", V::Auto);
    }

    void readsRequestLine()
    {
        QFETCH(QByteArray, line);
        const HttpRequest request = only(line + "\n");
        QTEST(request.document.method, "method");
        QTEST(request.document.url, "url");
        QTEST(int(request.document.settings.version), "version");
        QVERIFY(request.isEditable);
        QVERIFY(request.problem.isEmpty());
    }

    void readsAll()
    {
        const HttpFile file = parsed("@host = http://x\n\n"
                                     "### Send it\n"
                                     "# What it does,\n"
                                     "# in two lines.\n"
                                     "# @name send\n"
                                     "# @no-redirect\n"
                                     "# @timeout 90\n"
                                     "# @connection-timeout = 500 ms\n"
                                     "# [verify] off\n"
                                     "POST {{host}}/a\n"
                                     "    ?b=1\n"
                                     "    &c\n"
                                     "# &d=4\n"
                                     "Accept:*/*\n"
                                     "# X-Off: 1\n"
                                     "Content-Type: application/json\n"
                                     "\n"
                                     "{\n"
                                     "  \"a\": 1\n"
                                     "}\n"
                                     "\n"
                                     "# about the next\n"
                                     "### Next\n"
                                     "GET {{host}}\n");
        QCOMPARE(file.requests().size(), size_t(2));
        const HttpRequest &request = file.requests()[0];
        QCOMPARE(request.name, "send");
        QCOMPARE(request.label(), "Send it");
        QCOMPARE(request.description, "What it does,\nin two lines.");
        QCOMPARE(request.firstLine, size_t(2));
        QCOMPARE(request.lineCount, size_t(21));
        RequestDocument expected;
        expected.title = "Send it";
        expected.method = "POST";
        expected.url = "{{host}}/a?b=1&c";
        expected.disabledParams = {{"d", "4", false}};
        expected.headers = {{"Accept", "*/*"}, {"X-Off", "1", false}};
        expected.body = {.mode = BodyMode::Json, .text = "{\n  \"a\": 1\n}"};
        expected.settings = {
            .followRedirects = false, .verifyTls = false, .timeout = 90s, .connectTimeout = 500ms};
        QCOMPARE(request.document, expected);
        QCOMPARE(file.variables(), (Variables{{"host", "http://x"}}));
        QCOMPARE(file.requests()[1].document.title, "Next");
        QCOMPARE(only("# @name n\nGET http://x").label(), "n");
        QCOMPARE(only("GET http://x").label(), "GET http://x");
    }

    void readsBodies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Body>("body");
        QTest::addColumn<int>("headers");
        const auto row =
            [](const char *name, const char *type, const char *text, Body body, int headers = 0) {
                QTest::newRow(name)
                    << QByteArray("POST http://x\n") +
                           (*type ? QByteArray("Content-Type: ") + type + "\n" : QByteArray()) +
                           "\n" + text
                    << body << headers;
            };
        using M = BodyMode;
        row("none", "", "\n\n", {});
        row("none but a type", "application/json", "\n", {}, 1);
        row("json", "Application/JSON", "{}\n", {.mode = M::Json, .text = "{}"});
        row("json, charset", "application/json; charset=utf-8", "{}",
            {.mode = M::Json, .text = "{}"}, 1);
        row("problem json", "application/problem+json", "{}", {.mode = M::Json, .text = "{}"}, 1);
        row("untyped", "", "\n\na\n\nb\n\n\n", {.mode = M::Text, .text = "a\n\nb"});
        row("xml", "application/xml", "<a/>",
            {.mode = M::Text, .text = "<a/>", .mediaType = "application/xml"});
        row("file", "image/png", "< ./a b.png\n",
            {.mode = M::File, .mediaType = "image/png", .file = "./a b.png"});
        row("json file", "application/json", "< a.json",
            {.mode = M::File, .mediaType = "application/json", .file = "a.json"});
        row("form", "application/x-www-form-urlencoded", "a=1&b=x%20y+z%26&c&{{d&e}}={{f=g}}",
            {.mode = M::Form,
             .form = {{"a", "1"}, {"b", "x y z&"}, {"c", ""}, {"{{d&e}}", "{{f=g}}"}}});
        row("form in lines", "application/x-www-form-urlencoded", "a = 1 &\n# no\nb=2\n&c=3",
            {.mode = M::Form, .form = {{"a", "1"}, {"b", "2"}, {"c", "3"}}});
        row("form that is not UTF-8", "application/x-www-form-urlencoded", "a=%FF",
            {.mode = M::Text, .text = "a=%FF", .mediaType = "application/x-www-form-urlencoded"});
        row("multipart", "multipart/form-data; boundary=\"b\"",
            "--b\nContent-Disposition: form-data; name=\"a%22\"\n\none\n\ntwo\n--b\n"
            "content-disposition: form-data; name=\"f\"; filename=\"g.txt\"\nContent-Type: "
            "text/plain\n\n< dir/f.txt\n--b--\n",
            {.mode = M::Multipart,
             .parts = {{"a\"", "one\n\ntwo"}, {"f", "dir/f.txt", true, "text/plain", "g.txt"}}});
        row("multipart with own fields", "multipart/form-data; boundary=b",
            "--b\nContent-Disposition: form-data; name=\"a\"\nX: y\n\none\n--b--",
            {.mode = M::Text,
             .text = "--b\nContent-Disposition: form-data; name=\"a\"\nX: y\n\none\n--b--",
             .mediaType = "multipart/form-data; boundary=b"});
    }

    void readsBodies()
    {
        QFETCH(QByteArray, text);
        QFETCH(Body, body);
        QFETCH(int, headers);
        const HttpRequest request = only(text);
        QCOMPARE(request.document.body, body);
        QCOMPARE(int(request.document.headers.size()), headers);
        QVERIFY(request.isEditable);
        QVERIFY(request.problem.isEmpty());
    }

    void notSent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, RequestKind kind, const char *word) {
            QTest::newRow(word) << QByteArray(text) << int(kind) << QString(word);
        };
        row("WEBSOCKET ws://x\n\n===\na", RequestKind::WebSocket, "WEBSOCKET");
        row("GRPC x/y.Z", RequestKind::Grpc, "GRPC");
        row("GET http://x HTTP/3", RequestKind::Http, "HTTP/3");
        row("# [http] 3\nGET http://x", RequestKind::Http, "HTTP/1.1 or HTTP/2");
        row("POST http://x\n\n<@ a", RequestKind::Http, "one whole file");
        row("POST http://x\n\n< a\nmore", RequestKind::Http, "mixes");
        row("POST http://x\n\n\xff\xfe", RequestKind::Http, "UTF-8");
        row("POST http://x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n< a\n--b--",
            RequestKind::Http, "multipart");
    }

    void notSent()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, word);
        const HttpRequest request = only(text);
        QTEST(int(request.kind), "kind");
        QVERIFY2(request.problem.contains(word), qPrintable(request.problem));
    }

    void graphQlIsSent()
    {
        for (const char *text : {"GRAPHQL http://x\n\nquery {}",
                                 "POST http://x\nX-Request-Type: GraphQL\n\nquery {}"}) {
            const HttpRequest request = only(text);
            QVERIFY(request.kind == RequestKind::GraphQl);
            // Edited in its form like any other.
            HttpFile file = parsed(text);
            RequestDocument document = request.document;
            document.body.text = "query { a }\n\n{\"b\": 1}";
            QVERIFY(file.replaceRequest(0, document));
            QCOMPARE(file.octets(),
                     QByteArray(text).replace("query {}", "query { a }\n\n{\"b\": 1}"));
            QVERIFY2(request.problem.isEmpty(), qPrintable(request.problem));
        }
    }

    void scriptsAreNoted()
    {
        const HttpRequest request = only("< {% a %}\nimport b\nGET http://x\n\n> {% c %}\n>> d\n");
        QCOMPARE(request.notes.size(), 4);
        QVERIFY(request.problem.isEmpty());
        QVERIFY(request.isEditable);
        HttpFile opaque = parsed("GET http://x\nnot a header\n");
        QVERIFY(!opaque.requests()[0].isEditable);
        const auto done = opaque.replaceRequest(0, opaque.requests()[0].document);
        QVERIFY(!done);
        QVERIFY(done.error().sentence.contains("line 1"));
    }
    void durations_data();
    void durations();
    void limits();
};

void TestHttpFile::durations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("milliseconds"); // -1: refused
    QTest::newRow("bare") << QByteArray("600") << 600'000;
    QTest::newRow("s") << QByteArray("5 s") << 5000;
    QTest::newRow("ms") << QByteArray("5ms") << 5;
    QTest::newRow("m") << QByteArray("2 m") << 120'000;
    for (const char *bad : {"", "x", "-1", "1 h", "9999999999", "1.5"})
        QTest::newRow(bad) << QByteArray(bad) << -1;
}

void TestHttpFile::durations()
{
    QFETCH(QByteArray, text);
    QFETCH(int, milliseconds);
    const HttpRequest request = only("# @timeout " + text + "\nGET http://x");
    QCOMPARE(int(request.document.settings.timeout.count()), std::max(milliseconds, 0));
    QCOMPARE(request.notes.isEmpty(), milliseconds >= 0);
}

void TestHttpFile::limits()
{
    const auto tooLarge = HttpFile::parse(QByteArray(HttpText::sizeLimit + 1, 'a'));
    QCOMPARE(tooLarge.error().code, http::Code::LimitExceeded);
    QVERIFY(tooLarge.error().sentence.contains("100 MB"));
    const auto tooMany = HttpFile::parse(QByteArray(qsizetype(HttpText::lineLimit) + 1, '\n'));
    QVERIFY(tooMany.error().sentence.contains("5 million lines"));
    QVERIFY(HttpFile::parse("\xff\xfeG\0").error().sentence.contains("UTF-16"));
    // Any octets at all are kept.
    const QByteArray noise("\0\xff\n\r\r\n###\0\n\xc3", 12);
    QCOMPARE(parsed(noise).octets(), noise);
}

QTEST_GUILESS_MAIN(TestHttpFile)
#include "tst_http_file.moc"
