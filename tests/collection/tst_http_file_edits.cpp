// Edits of a .http file: each changes its request and no other line, or is refused; and what is
// saved.
#include "parsed_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::collection;
using namespace std::chrono_literals;
using sonde::testing::parsed;

namespace
{

using Change = std::function<void(RequestDocument &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestHttpFileEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void refusesWhatWouldBeReadOtherwise_data();
    void refusesWhatWouldBeReadOtherwise();
    void appends();
    void savesAtomically();
};

void TestHttpFileEdits::edits_data()
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

void TestHttpFileEdits::edits()
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

void TestHttpFileEdits::refusesWhatWouldBeReadOtherwise_data()
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

void TestHttpFileEdits::refusesWhatWouldBeReadOtherwise()
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

void TestHttpFileEdits::appends()
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

void TestHttpFileEdits::savesAtomically()
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

QTEST_GUILESS_MAIN(TestHttpFileEdits)
#include "tst_http_file_edits.moc"
