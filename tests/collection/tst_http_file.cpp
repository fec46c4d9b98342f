// The constructs of a .http file, each read as a request, and edits that change no other line.
#include "collection/http_file.h"
#include "collection/line_classifier.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;
using namespace std::chrono_literals;

namespace
{

HttpFile parsed(const QByteArray &octets)
{
    auto file = HttpFile::parse(octets);
    return file ? *file : HttpFile();
}

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

using Change = std::function<void(RequestDocument &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

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

    void edits_data();
    void edits();
    void refusesWhatWouldBeReadOtherwise_data();
    void refusesWhatWouldBeReadOtherwise();
    void appends();
    void durations_data();
    void durations();
    void savesAtomically();
    void limits();
};

void TestHttpFile::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, Change change, const char *after) {
        QTest::newRow(name) << QByteArray(before) << change << QByteArray(after);
    };
    using D = RequestDocument;
    row(
        "method", "### A\nGET  http://x HTTP/1.1\n", [](D &d) { d.method = "PUT"; },
        "### A\nPUT http://x HTTP/1.1\n");
    row("method added", "http://x\n", [](D &d) { d.method = "PUT"; }, "PUT http://x\n");
    row(
        "url", " GET   http://x   HTTP/1.1", [](D &d) { d.url = "http://y"; },
        " GET   http://y HTTP/1.1");
    row(
        "pin", "GET http://x\nA: b", [](D &d) { d.settings.version = http::VersionPolicy::H2c; },
        "GET http://x HTTP/2 (Prior Knowledge)\nA: b");
    row(
        "unpin", "GET http://x HTTP/2.0\r\n",
        [](D &d) { d.settings.version = http::VersionPolicy::Auto; }, "GET http://x\r\n");
    row(
        "title", "####\nGET http://x\n", [](D &d) { d.title = "New\nname"; },
        "#### New name\nGET http://x\n");
    row(
        "title removed", "### A\nGET http://x\n", [](D &d) { d.title.clear(); },
        "###\nGET http://x\n");
    row(
        "first title", "@a = b\n\n# note\nGET http://x\n\n### B\nGET http://y\n",
        [](D &d) { d.title = "A"; },
        "@a = b\n\n### A\n# note\nGET http://x\n\n### B\nGET http://y\n");
    row(
        "title where no ### is", "GET http://x\n\n# note\nGET http://y",
        [](D &d) { d.title = "A"; }, "### A\nGET http://x\n\n###\n# note\nGET http://y");
    row(
        "no-redirect", "### A\n# @name a\nGET http://x\n",
        [](D &d) { d.settings.followRedirects = false; },
        "### A\n# @name a\n# @no-redirect\nGET http://x\n");
    row(
        "redirect again", "// @no-redirect\r\nGET http://x\r\n",
        [](D &d) { d.settings.followRedirects = true; }, "GET http://x\r\n");
    row(
        "timeouts", "# @timeout 5\nGET http://x",
        [](D &d) {
            d.settings.timeout = 1500ms;
            d.settings.connectTimeout = 2s;
        },
        "# @timeout 1500 ms\n# @connection-timeout 2 s\nGET http://x");
    row(
        "verify", "GET http://x", [](D &d) { d.settings.verifyTls = false; },
        "# [verify] off\nGET http://x");
    row(
        "header value", "GET http://x\nA:b\nC: d \nE : f\n",
        [](D &d) {
            d.headers[0].value = "1";
            d.headers[1].value = "2";
        },
        "GET http://x\nA:1\nC: 2\nE : f\n");
    row(
        "header switched off", "GET http://x\r\nA: b\r\nC: d\r\n",
        [](D &d) { d.headers[0].enabled = false; }, "GET http://x\r\n# A: b\r\nC: d\r\n");
    row(
        "header switched on", "GET http://x\n# A: b", [](D &d) { d.headers[0].enabled = true; },
        "GET http://x\nA: b");
    row(
        "header added", "GET http://x\nA: b\n\nbody", [](D &d) { d.headers.push_back({"C", "d"}); },
        "GET http://x\nA: b\nC: d\n\nbody");
    row(
        "first header", "GET http://x\n  ?a=1\n# &b=2\n\n",
        [](D &d) { d.headers.push_back({"C", "d"}); }, "GET http://x\n  ?a=1\n# &b=2\nC: d\n\n");
    row(
        "header at an open end", "GET http://x", [](D &d) { d.headers = {{"A", "1"}, {"B", "2"}}; },
        "GET http://x\nA: 1\nB: 2");
    row(
        "header removed", "GET http://x\nA: b\n# note\nC: d\n",
        [](D &d) { d.headers.erase(d.headers.begin()); }, "GET http://x\n# note\nC: d\n");
    row(
        "headers turned", "GET http://x\nA: b\nC:d\n",
        [](D &d) { std::swap(d.headers[0], d.headers[1]); }, "GET http://x\nC:d\nA: b\n");
    row(
        "header with line break", "GET http://x\nA: b\n",
        [](D &d) { d.headers[0].value = "1\r\n2"; }, "GET http://x\nA: 1 2\n");
    row(
        "nameless rows stay out", "GET http://x\n", [](D &d) { d.headers.push_back({"", "v"}); },
        "GET http://x\n");
    row(
        "parameter on its line", "GET http://x\n    ?a=1\n    &b=2\nH: v\n",
        [](D &d) { d.url = "http://x?a=1&b=3&c"; },
        "GET http://x\n    ?a=1\n    &b=3\n    &c\nH: v\n");
    row(
        "first parameter removed", "GET http://x\n  ?a=1\n  &b=2\n",
        [](D &d) { d.url = "http://x?b=2"; }, "GET http://x\n  ?b=2\n");
    row(
        "path in lines becomes one", "GET http://x\n  /a\n  ?b=1\n",
        [](D &d) { d.url = "http://x/a?b=2"; }, "GET http://x/a?b=2\n");
    row(
        "parameter switched off", "GET http://x?a=1&b=2\nH: v\n",
        [](D &d) {
            d.url = "http://x?a=1";
            d.disabledParams.push_back({"b", "2", false});
        },
        "GET http://x?a=1\n# &b=2\nH: v\n");
    row(
        "parameter switched on", "GET http://x?a=1\n# &b=2\n# &c=3\n",
        [](D &d) {
            d.url = "http://x?a=1&b=2";
            d.disabledParams.erase(d.disabledParams.begin());
        },
        "GET http://x?a=1&b=2\n# &c=3\n");
    row(
        "one line of the body", "POST http://x\r\n\r\na\r\nb\r\n\r\nc\r\n",
        [](D &d) { d.body.text = "a\nB\n\nc"; }, "POST http://x\r\n\r\na\r\nB\r\n\r\nc\r\n");
    row(
        "body longer", "POST http://x\n\na\n\n### B", [](D &d) { d.body.text = "a\nb\n\n"; },
        "POST http://x\n\na\nb\n\n### B");
    row(
        "body removed", "POST http://x\nContent-Type: application/json\n\n{}\n",
        [](D &d) { d.body.mode = BodyMode::None; }, "POST http://x\n\n");
    row(
        "body added", "POST http://x\nA: b\n\n### B\nGET http://y",
        [](D &d) { d.body = {.mode = BodyMode::Json, .text = "{}"}; },
        "POST http://x\nA: b\nContent-Type: application/json\n\n{}\n\n### B\nGET http://y");
    row(
        "body at an open end", "POST http://x",
        [](D &d) { d.body = {.mode = BodyMode::Json, .text = "{}"}; },
        "POST http://x\nContent-Type: application/json\n\n{}");
    row(
        "body before a script", "POST http://x\n> {% a %}\n",
        [](D &d) { d.body = {.mode = BodyMode::Text, .text = "a"}; },
        "POST http://x\n\na\n\n> {% a %}\n");
    row(
        "media type", "POST http://x\nContent-Type: a/b\nA: b\n\nx",
        [](D &d) { d.body.mediaType = "c/d"; }, "POST http://x\nContent-Type: c/d\nA: b\n\nx");
    row(
        "json to form", "POST http://x\nContent-Type: application/json\n\n{}\n",
        [](D &d) {
            d.body.mode = BodyMode::Form;
            d.body.form = {{"a b", "c&d"}, {"e", "{{f}}"}};
        },
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na%20b=c%26d&e={{f}}\n");
    row(
        "one of a form",
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na=%31&b=+&c=3\n",
        [](D &d) { d.body.form[2].value = "4"; },
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na=%31&b=+&c=4\n");
    row(
        "one of a form in lines",
        "POST http://x\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\n\r\na=1\r\n&b=2\r\n&c=3",
        [](D &d) { d.body.form[1].value = "%"; },
        "POST http://x\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\n\r\na=1\r\n&b=%25\r\n&c=3");
    row(
        "form with ends of lines",
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na = 1 &\nb = 2",
        [](D &d) { d.body.form.push_back({"c", "3"}); },
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na = 1 &\nb = 2 &\nc=3");
    row(
        "form row switched off",
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na=1&b=2\n",
        [](D &d) { d.body.form[1].enabled = false; },
        "# [form] name=b&value=2\nPOST http://x\nContent-Type: "
        "application/x-www-form-urlencoded\n\na=1\n");
    row(
        "form row switched on",
        "# [form] name=b%26&value=2\nPOST http://x\nContent-Type: "
        "application/x-www-form-urlencoded\n\na=1\n",
        [](D &d) { d.body.form[1].enabled = true; },
        "POST http://x\nContent-Type: application/x-www-form-urlencoded\n\na=1&b%26=2\n");
    row(
        "multipart made", "POST http://x\n",
        [](D &d) {
            d.body = {.mode = BodyMode::Multipart,
                      .parts = {{"a\"", "SondeBoundary"}, {"f", "./d/f.txt", true, "text/plain"}}};
        },
        "POST http://x\nContent-Type: multipart/form-data; "
        "boundary=SondeBoundary1\n\n--SondeBoundary1\n"
        "Content-Disposition: form-data; name=\"a%22\"\n\nSondeBoundary\n--SondeBoundary1\n"
        "Content-Disposition: form-data; name=\"f\"; filename=\"f.txt\"\nContent-Type: "
        "text/plain\n\n< ./d/f.txt\n--SondeBoundary1--\n");
    row(
        "one part",
        "POST http://x\nContent-Type: multipart/form-data; boundary=b\n\n--b\ncontent-disposition: "
        "form-data; name=\"a\"\n\n1\n--b--\n",
        [](D &d) { d.body.parts[0].value = "2"; },
        "POST http://x\nContent-Type: multipart/form-data; boundary=b\n\n--b\nContent-Disposition: "
        "form-data; name=\"a\"\n\n2\n--b--\n");
    row(
        "part switched off",
        "POST http://x\nContent-Type: multipart/form-data; boundary=b\n\n--b\nContent-Disposition: "
        "form-data; name=\"a\"\n\n1\n--b--\n",
        [](D &d) { d.body.parts.push_back({"f", "a&b", true, "x/y", "n", false}); },
        "# [part] name=f&file=a%26b&type=x/y&filename=n\nPOST http://x\nContent-Type: "
        "multipart/form-data; boundary=b\n\n--b\nContent-Disposition: form-data; "
        "name=\"a\"\n\n1\n--b--\n");
    row(
        "file", "POST http://x\n\n< ./a\n", [](D &d) { d.body.file = "./b c"; },
        "POST http://x\n\n< ./b c\n");
    row(
        "file given", "POST http://x\n\ntext\n",
        [](D &d) {
            d.body.mode = BodyMode::File;
            d.body.file = "b";
            d.body.mediaType = "a/b";
        },
        "POST http://x\nContent-Type: a/b\n\n< b\n");
    row(
        "byte order mark", "\xef\xbb\xbfGET http://x\n", [](D &d) { d.method = "PUT"; },
        "\xef\xbb\xbfPUT http://x\n");
    row(
        "mixed ends", "GET http://x\r\nA: b\nC: d\r\n",
        [](D &d) {
            d.headers[0].value = "e";
            d.headers.push_back({"F", "g"});
        },
        "GET http://x\r\nA: e\nC: d\r\nF: g\r\n");
}

void TestHttpFile::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    HttpFile file = parsed(before);
    RequestDocument document = file.requests().at(0).document;
    const size_t requests = file.requests().size();
    change(document);
    const auto done = file.replaceRequest(0, document);
    QVERIFY2(done, qPrintable(done ? QString() : done.error().sentence));
    QTEST(file.octets(), "after");
    QCOMPARE(file.requests().size(), requests);
    // And once more: the file says what it was told.
    const QByteArray after = file.octets();
    QVERIFY(file.replaceRequest(0, document));
    QCOMPARE(file.octets(), after);
}

void TestHttpFile::refusesWhatWouldBeReadOtherwise_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("word");
    using D = RequestDocument;
    const auto text = [](const char *text) {
        return Change([text](D &d) { d.body = {.mode = BodyMode::Text, .text = text}; });
    };
    QTest::newRow("separator") << text("a\n### b") << "the body";
    QTest::newRow("handler") << text("> {% a %}") << "the body";
    QTest::newRow("file") << text("< a") << "the body";
    QTest::newRow("comment last") << text("a\n# b") << "the body";
    QTest::newRow("no url") << Change([](D &d) { d.url = ""; }) << "the request";
    QTest::newRow("header name") << Change([](D &d) { d.headers = {{"a{b", "c"}}; })
                                 << "the header “a{b”";
    QTest::newRow("method") << Change([](D &d) { d.method = "a b"; }) << "the request";
}

void TestHttpFile::refusesWhatWouldBeReadOtherwise()
{
    QFETCH(Change, change);
    QFETCH(QString, word);
    const QByteArray octets = "### A\nGET http://x\n\n### B\nGET http://y\n";
    HttpFile file = parsed(octets);
    RequestDocument document = file.requests()[0].document;
    change(document);
    const auto done = file.replaceRequest(0, document);
    QVERIFY(!done);
    QVERIFY2(done.error().sentence.contains(word), qPrintable(done.error().sentence));
    QCOMPARE(file.octets(), octets);
}

void TestHttpFile::appends()
{
    RequestDocument document;
    document.title = "New";
    document.method = "POST";
    document.url = "{{http}}/echo";
    document.headers = {{"A", "b"}};
    document.body = {.mode = BodyMode::Json, .text = "{}"};
    const QByteArray added =
        "### New\nPOST {{http}}/echo\nA: b\nContent-Type: application/json\n\n{}";
    HttpFile file;
    QCOMPARE(file.appendRequest(document), http::Result<size_t>(0));
    QCOMPARE(file.octets(), added + "\n");
    file = parsed("GET http://x");
    QCOMPARE(file.appendRequest(document), http::Result<size_t>(1));
    QCOMPARE(file.octets(), "GET http://x\n\n" + added);
    file = parsed("GET http://x\nGET http://y\n\n");
    QCOMPARE(file.appendRequest(document), http::Result<size_t>(2));
    QCOMPARE(file.octets(), "GET http://x\n###\nGET http://y\n\n" + added + "\n");
    QCOMPARE(file.requests()[2].document, document);
    QVERIFY(!file.replaceRequest(3, document));
}

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

void TestHttpFile::savesAtomically()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a.http");
    const HttpFile file = parsed("GET http://x\r\n");
    QVERIFY(file.save(path));
    const auto loaded = HttpFile::load(path);
    QVERIFY(loaded);
    QCOMPARE(loaded->octets(), file.octets());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"a.http"});

    const auto lost = file.save(folder.filePath("no/such/folder/a.http"));
    QCOMPARE(lost.error().code, http::Code::FileUnwritable);
    QVERIFY(lost.error().sentence.contains("no/such/folder"));
    QCOMPARE(HttpFile::load(folder.filePath("b.http")).error().code, http::Code::FileMissing);
    QCOMPARE(HttpFile::load(folder.path()).error().code, http::Code::FileUnreadable);
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
