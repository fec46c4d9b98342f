// Reading responses: each rule of RFC 9112 that a server may bend, what is made of it, which
// finding says so and where. Every row is fed in every cutting and must give the same events.
#include "http1_transcript.h"
#include "wire/http1.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

namespace
{

enum class AtEnd { StaysOpen, Closes };

QByteArrayList readResponse(const QByteArray &input, const QList<qsizetype> &cut,
                            const QByteArray &method, AtEnd atEnd)
{
    auto session = makeHttp1Client();
    if (!session->open({.method = method, .target = "a:1"}, {}))
        qFatal("open");
    Http1Transcript transcript;
    feedCut(*session, input, cut, transcript);
    if (atEnd == AtEnd::Closes)
        session->feedEnd({});
    transcript.add(session->takeEvents());
    return transcript.lines();
}

} // namespace

class TestHttp1Response : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startLine_data();
    void startLine();
    void fields_data();
    void fields();
    void framing_data();
    void framing();
    void chunks_data();
    void chunks();
    void findingsAreBounded();
    void contentIsNotCopied();

private:
    void check(const QByteArray &input, const QByteArrayList &expected,
               const QByteArray &method = "GET", AtEnd atEnd = AtEnd::StaysOpen);
};

void TestHttp1Response::check(const QByteArray &input, const QByteArrayList &expected,
                              const QByteArray &method, AtEnd atEnd)
{
    for (const auto &cut : cuttings(input.size()))
        QCOMPARE(readResponse(input, cut, method, atEnd), expected);
}

void TestHttp1Response::startLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("head"); // empty: refused
    QTest::addColumn<QByteArrayList>("findings");
    const auto row = [](const char *name, const QByteArray &line, const char *head,
                        const QByteArrayList &findings = {}) {
        QTest::newRow(name) << line << QByteArray(head) << findings;
    };
    row("plain", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK");
    row("1.0", "HTTP/1.0 404 Not Found\r\n", "HTTP/1.0 404 Not Found");
    row("reason of several words and octets", "HTTP/1.1 500 Ori\xc3\xab  n \r\n",
        "HTTP/1.1 500 Ori\xc3\xab  n ");
    row("empty reason", "HTTP/1.1 200 \r\n", "HTTP/1.1 200 ");
    row("no reason", "HTTP/1.1 200\r\n", "HTTP/1.1 200 ", {"finding http1.no-reason-space @12"});
    row("bare LF", "HTTP/1.1 200 OK\n", "HTTP/1.1 200 OK", {"finding http1.bare-lf @15"});
    row("empty lines before", "\r\n\r\nHTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK",
        {"finding http1.leading-empty-line @0", "finding http1.leading-empty-line @2"});
    row("two spaces", "HTTP/1.1  200 OK\r\n", "HTTP/1.1 200 OK",
        {"finding http1.status-line-space @8"});
    row("tab", "HTTP/1.1\t200 OK\r\n", "HTTP/1.1 200 OK", {"finding http1.status-line-space @8"});
    row("lower case", "http/1.1 200 OK\r\n", "HTTP/1.1 200 OK", {"finding http1.version-case @0"});
    row("minor version to come", "HTTP/1.7 200 OK\r\n", "HTTP/1.1 200 OK",
        {"finding http1.version-minor @0"});
    row("status beyond the classes", "HTTP/1.1 999 Odd\r\n", "HTTP/1.1 999 Odd",
        {"finding http1.status-range @9"});
    row("control character", "HTTP/1.1 200 O\x01K\r\n", "HTTP/1.1 200 O\x01K",
        {"finding http1.start-line-control @0"});
    row("version 2", "HTTP/2 200\r\n", "");
    row("version 2.0", "HTTP/2.0 200 OK\r\n", "");
    row("version 0.9", "HTTP/0.9 200 OK\r\n", "");
    row("version of three digits", "HTTP/1.10 200 OK\r\n", "");
    row("version alone", "HTTP/1.1\r\n", "");
    row("no version", "HTTP/ 200 OK\r\n", "");
    row("status of two digits", "HTTP/1.1 20 OK\r\n", "");
    row("status of four digits", "HTTP/1.1 2000 OK\r\n", "");
    row("status below 100", "HTTP/1.1 099 OK\r\n", "");
    row("status of letters", "HTTP/1.1 2xx OK\r\n", "");
    row("status and reason grown together", "HTTP/1.1 200OK\r\n", "");
    row("no space", "HTTP/1.1200 OK\r\n", "");
    row("NUL", QByteArray("HTTP/1.1 200 O\0K\r\n", 18), "");
    row("bare CR", "HTTP/1.1 200 OK\rX: 1\r\n", "");
    row("bare CR at the end", "HTTP/1.1 200 OK\r\r\n", "");
    row("bare CR at the start", "\rHTTP/1.1 200 OK\r\n", "");
    row("space before", " HTTP/1.1 200 OK\r\n", "");
    row("words", "hello\r\n", "");
}

void TestHttp1Response::startLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, head);
    QFETCH(QByteArrayList, findings);
    const QByteArray input = line + "Content-Length: 0\r\n\r\n";
    const QByteArrayList said = readResponse(input, {input.size()}, "GET", AtEnd::StaysOpen);
    if (head.isEmpty()) {
        QVERIFY(said.last().startsWith("session "));
        QVERIFY(said[said.size() - 2].startsWith("failed "));
        QVERIFY(said[said.size() - 2].contains(" in receive-head: "));
        check(input, said);
        return;
    }
    qsizetype skipped = 0;
    while (line.sliced(skipped).startsWith("\r\n"))
        skipped += 2;
    QByteArrayList expected{"head-started",
                            head + " | Content-Length: 0 wire " +
                                QByteArray::number(input.size() - skipped),
                            "ended content-length"};
    // Of empty lines the findings come first, of the line itself after its first octet.
    for (const QByteArray &finding : findings)
        expected.insert(finding.contains("leading") ? expected.indexOf("head-started")
                                                    : expected.size() - 2,
                        finding);
    check(input, expected);
}

void TestHttp1Response::fields_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("fields"); // empty: refused
    QTest::addColumn<QByteArrayList>("findings");
    const auto row = [](const char *name, const QByteArray &lines, const char *fields,
                        const QByteArrayList &findings = {}) {
        QTest::newRow(name) << lines << QByteArray(fields) << findings;
    };
    // The field lines begin at octet 17.
    row("order, case and duplicates", "b: 1\r\nA: 2\r\nB: 3\r\n", " | b: 1 | A: 2 | B: 3");
    row("white space around the value", "A:\t x y \t\r\nB:x\r\n", " | A: x y | B: x");
    row("empty value", "A:\r\nB: \r\n", " | A:  | B: ");
    row("colons in the value", "A: b:c: d\r\n", " | A: b:c: d");
    row("octets beyond ASCII", "A: \xc3\xa9\xff\r\n", " | A: \xc3\xa9\xff");
    row("every token character", "!#$%&'*+-.^_`|~09azAZ: 1\r\n", " | !#$%&'*+-.^_`|~09azAZ: 1");
    row("bare LF", "A: 1\nB: 2\n", " | A: 1 | B: 2", {"finding http1.bare-lf @21"});
    row("space before the colon", "A : 1\r\n", " | A: 1", {"finding http1.space-before-colon @18"});
    row("tab before the colon", "Ab\t: 1\r\n", " | Ab: 1",
        {"finding http1.space-before-colon @19"});
    row("no colon", "A: 1\r\nfoo bar\r\nB: 2\r\n", " | A: 1 | B: 2",
        {"finding http1.no-colon @23"});
    row("no name", ": 1\r\nB: 2\r\n", " | B: 2", {"finding http1.empty-name @17"});
    row("space in the name", "A b: 1\r\n", " | A b: 1", {"finding http1.field-name @17"});
    row("letters beyond ASCII in the name", "\xc3\xa9: 1\r\n", " | \xc3\xa9: 1",
        {"finding http1.field-name @17"});
    row("folded", "A: 1\r\n  2 \r\n\t3\r\nB: 4\r\n", " | A: 1 2 3 | B: 4",
        {"finding http1.obs-fold @23", "finding http1.obs-fold @29"});
    row("folded from an empty value", "A:\r\n 1\r\n \r\nB: 2\r\n", " | A: 1 | B: 2",
        {"finding http1.obs-fold @21", "finding http1.obs-fold @25"});
    row("white space before the first field", " A: 1\r\nB: 2\r\n", " | B: 2",
        {"finding http1.unexpected-space @17"});
    row("control character", "A: 1\x01\r\n", " | A: 1\x01", {"finding http1.field-control @17"});
    row("DEL", "A: 1\x7f\r\n", " | A: 1\x7f", {"finding http1.field-control @17"});
    row("NUL in a value", QByteArray("A: 1\0\r\n", 7), "");
    row("NUL in a name", QByteArray("A\0: 1\r\n", 7), "");
    row("bare CR in a value", "A: 1\rB: 2\r\n", "");
    row("bare CR before CRLF", "A: 1\r\r\n", "");
}

void TestHttp1Response::fields()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArrayList, findings);
    const QByteArray input = "HTTP/1.1 200 OK\r\n" + lines + "\r\n";
    const QByteArrayList said = readResponse(input, {input.size()}, "HEAD", AtEnd::StaysOpen);
    if (fields.isEmpty()) {
        QCOMPARE(said.last(), QByteArray("session malformed-response"));
        check(input, said, "HEAD");
        return;
    }
    const QByteArrayList expected =
        QByteArrayList{"head-started"} + findings +
        QByteArrayList{"HTTP/1.1 200 OK" + fields + " wire " + QByteArray::number(input.size()),
                       "ended no-content"};
    check(input, expected, "HEAD");
}

void TestHttp1Response::framing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("after"); // what follows the head, without the head itself
    const auto row = [](const char *name, const char *method, const QByteArray &input,
                        const QByteArrayList &after) {
        QTest::newRow(name) << QByteArray(method) << input << after;
    };
    const QByteArray five = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n";
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
    const QByteArray unsolicited = "finding http1.unsolicited-octets @";
    row("length", "GET", five + "\r\nhello", {"content hello wire 5", "ended content-length"});
    row("length 0", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 000\r\n\r\n",
        {"ended content-length"});
    row("until close", "GET", "HTTP/1.1 200 OK\r\n\r\nhello",
        {"content hello wire 5", "ended close"});
    row("chunked", "GET", chunked + "\r\n5\r\nhello\r\n0\r\n\r\n",
        {"content hello wire 8", "ended last-chunk wire 7"});
    row("HEAD with length", "HEAD", five + "\r\n", {"ended no-content"});
    row("HEAD with chunked", "HEAD", chunked + "\r\n", {"ended no-content"});
    row("HEAD with neither", "HEAD", "HTTP/1.1 200 OK\r\n\r\n", {"ended no-content"});
    row("head is not HEAD", "head", five + "\r\nhello",
        {"content hello wire 5", "ended content-length"});
    row("204", "GET", "HTTP/1.1 204 No\r\n\r\n", {"ended no-content"});
    row("204 with length", "GET", "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\nhello",
        {"finding http1.framing-ignored @17", "ended no-content", unsolicited + "38"});
    row("304 with length", "GET", "HTTP/1.1 304 No\r\nContent-Length: 5\r\n\r\n",
        {"ended no-content"});
    row("205 has content if it says so", "GET", "HTTP/1.1 205 R\r\nContent-Length: 1\r\n\r\nx",
        {"content x wire 1", "ended content-length"});
    row("1xx with length", "GET",
        "HTTP/1.1 102 P\r\nContent-Length: 5\r\n\r\nHTTP/1.1 204 No\r\n\r\n",
        {"head-started", "HTTP/1.1 204 No wire 19", "ended no-content"});
    row("lengths agree", "GET", five + "content-length: 05\r\n\r\nhello",
        {"finding http1.repeated-content-length @36", "content hello wire 5",
         "ended content-length"});
    row("lengths agree in a list", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello",
        {"finding http1.repeated-content-length @17", "content hello wire 5",
         "ended content-length"});
    row("chunked and length", "GET",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        {"finding http1.length-with-transfer-encoding @17", "ended last-chunk wire 5"});
    row("chunked in 1.0", "GET", "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        {"finding http1.transfer-encoding-1.0 @17", "ended last-chunk wire 5"});
    row("Chunked in capitals", "GET",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: CHUNKED\r\n\r\n0\r\n\r\n",
        {"ended last-chunk wire 5"});
    row("gzip, chunked", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        {"finding http1.transfer-coding @17", "ended last-chunk wire 5"});
    row("chunked twice", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
        "chunked\r\n\r\n0\r\n\r\n",
        {"finding http1.repeated-chunked @17", "ended last-chunk wire 5"});
    row("chunked, gzip", "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\nhello",
        {"finding http1.transfer-coding @17", "content hello wire 5", "ended close"});
    row("xchunked", "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\nhello",
        {"finding http1.transfer-coding @17", "content hello wire 5", "ended close"});
    row("identity", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello",
        {"finding http1.transfer-identity @17", "content hello wire 5", "ended content-length"});
    const auto refused = [](const QByteArray &words) {
        return QByteArrayList{"failed malformed-response in receive-head: " + words,
                              "session malformed-response"};
    };
    const auto noNumber = [&](const QByteArray &value) {
        return refused("The Content-Length “" + value +
                       "” is not a number of octets, so that the end of the message is unknown.");
    };
    row("lengths disagree", "GET", five + "Content-Length: 6\r\n\r\nhello",
        refused("The Content-Length fields disagree: 5 and 6 octets. The end of the message is "
                "unknown."));
    row("lengths disagree in a list", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 5,6\r\n\r\nhello",
        refused("The Content-Length fields disagree: 5 and 6 octets. The end of the message is "
                "unknown."));
    row("length with a sign", "GET", "HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\n",
        noNumber("+5"));
    row("negative length", "GET", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", noNumber("-1"));
    row("empty length", "GET", "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", noNumber(""));
    row("length with a space", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 4 2\r\n\r\n",
        noNumber("4 2"));
    row("hexadecimal length", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 0x5\r\n\r\n",
        noNumber("0x5"));
    row("length beyond 63 bits", "GET",
        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775808\r\n\r\n",
        noNumber("9223372036854775808"));
    row("length with an empty member", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 5,\r\n\r\n",
        noNumber("5,"));
    row("CONNECT refused", "CONNECT", "HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno",
        {"content no wire 2", "ended content-length"});
    row("CONNECT accepted", "CONNECT", "HTTP/1.1 200 OK\r\n\r\nanything",
        {"content anything wire 8", "ended close"});
}

void TestHttp1Response::framing()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, after);
    QByteArrayList whole;
    for (const auto &cut : cuttings(input.size())) {
        const QByteArrayList said = readResponse(input, cut, method, AtEnd::Closes);
        if (whole.isEmpty())
            whole = said;
        QCOMPARE(said, whole);
    }
    QCOMPARE(whole.takeFirst(), QByteArray("head-started"));
    const auto head = std::ranges::find_if(
        whole, [](const QByteArray &line) { return line.startsWith("HTTP/1."); });
    QVERIFY(head != whole.end());
    whole.erase(head);
    QCOMPARE(whole, after);
}

void TestHttp1Response::chunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("expected"); // empty last line: refused
    const auto row = [](const char *name, const QByteArray &body, const QByteArrayList &expected) {
        QTest::newRow(name) << body << expected;
    };
    const QByteArrayList refused{"failed", "session malformed-response"};
    const QByteArray last = "ended last-chunk";
    // The body begins at octet 47.
    row("two chunks", "3\r\nabc\r\n00002\r\nde\r\n0\r\n\r\n",
        {"content abcde wire 17", last + " wire 7"});
    row("hexadecimal", "a\r\n0123456789\r\nA\r\n0123456789\r\n000\r\n\r\n",
        {"content 01234567890123456789 wire 28", last + " wire 9"});
    row("chunks that look like sizes", "5\r\n0\r\n\r\n\r\n0\r\n\r\n",
        {"content 0\r\n\r\n wire 8", last + " wire 7"});
    row("trailers", "1\r\na\r\n0\r\nA: b\r\nA : c\r\n\r\n",
        {"content a wire 4", "finding http1.space-before-colon @63",
         "trailers | A: b | A: c wire 20", last});
    row("trailers that may not be", "0\r\nContent-Length: 3\r\nset-cookie: a\r\n\r\n",
        {"finding http1.trailer-field @50", "finding http1.trailer-field @69",
         "trailers | Content-Length: 3 | set-cookie: a wire 39", last});
    row("extensions", "1;a;b=c;d=\"e;\\\"\r\nx\r\n0 ; z = 1\r\n\r\n",
        {"finding http1.chunk-extension-syntax @48", "content x wire 18",
         "finding http1.chunk-extension @68", last + " wire 15"});
    row("extension with a quoted semicolon", "1;a=\"b;c\\\"\"\r\nx\r\n0\r\n\r\n",
        {"finding http1.chunk-extension @48", "content x wire 14", last + " wire 7"});
    row("empty extension", "1;\r\nx\r\n0\r\n\r\n",
        {"finding http1.chunk-extension-syntax @48", "content x wire 5", last + " wire 7"});
    row("space after the size", "1 \t\r\nx\r\n0\r\n\r\n",
        {"finding http1.chunk-space @48", "content x wire 6", last + " wire 7"});
    row("bare LF", "1\nx\n0\n\n",
        {"finding http1.bare-lf @48", "content x wire 3", last + " wire 4"});
    row("largest size", "7fffffffffffffff\r\nx", {"content x wire 19"});
    row("size beyond 63 bits", "8000000000000000\r\nx", refused);
    row("size beyond 64 bits", "10000000000000001\r\nx", refused);
    row("many zeros", QByteArray(1000, '0') + "1\r\nx\r\n0\r\n\r\n",
        {"content x wire 1004", last + " wire 7"});
    row("no size", "\r\nx\r\n", refused);
    row("size with a sign", "-1\r\nx\r\n", refused);
    row("size with 0x", "0x1\r\nx\r\n", refused);
    row("space before the size", " 1\r\nx\r\n", refused);
    row("word after the size", "1 x\r\nx\r\n", refused);
    row("extension with NUL", QByteArray("1;a\0\r\nx\r\n", 9), refused);
    row("extension with bare CR", "1;a\rb\r\nx\r\n", refused);
    row("data longer than the size", "1\r\nxy\r\n0\r\n\r\n",
        {"content x wire 4", "failed", "session malformed-response"});
    row("bare CR after the data", "1\r\nx\r0\r\n\r\n",
        {"content x wire 4", "failed", "session malformed-response"});
    row("data longer, no line end", "1\r\nx" + QByteArray(20'000, 'y'),
        {"content x wire 4", "failed", "session malformed-response"});
}

void TestHttp1Response::chunks()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, expected);
    const QByteArray input = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
    QByteArrayList whole;
    for (const auto &cut : cuttings(input.size())) {
        const QByteArrayList said = readResponse(input, cut, "GET", AtEnd::StaysOpen);
        if (whole.isEmpty())
            whole = said;
        QCOMPARE(said, whole);
    }
    whole = whole.sliced(2);
    for (QByteArray &line : whole) {
        // Octet offsets stay, sentences are another test's matter.
        if (!line.startsWith("failed "))
            continue;
        QVERIFY(line.startsWith("failed malformed-response in receive-body: "));
        line = "failed";
    }
    QCOMPARE(whole, expected);
}

void TestHttp1Response::findingsAreBounded()
{
    QByteArray input = "HTTP/1.1 200 OK\n";
    for (int i = 0; i < 900; ++i)
        input += "no colon here\n";
    input += "\n";
    const QByteArrayList said = readResponse(input, {input.size()}, "HEAD", AtEnd::StaysOpen);
    QCOMPARE(said.count("finding http1.bare-lf @15"), 1);
    QCOMPARE(std::ranges::count_if(
                 said, [](const QByteArray &line) { return line.contains("http1.no-colon"); }),
             3);
    QCOMPARE(said.last(), QByteArray("ended no-content"));
}

void TestHttp1Response::contentIsNotCopied()
{
    auto session = makeHttp1Client();
    QVERIFY(session->open({}, {}));
    const QByteArray input =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\nabc";
    session->feed(input, trace::Stamp{5});
    int pieces = 0;
    for (const Event &event : session->takeEvents()) {
        if (const auto *content = std::get_if<ContentReceived>(&event)) {
            ++pieces;
            QVERIFY(content->octets.data() >= input.constData());
            QVERIFY(content->octets.end() <= input.constEnd());
            QCOMPARE(content->at, trace::Stamp{5});
        }
    }
    QCOMPARE(pieces, 2);
}

QTEST_APPLESS_MAIN(TestHttp1Response)
#include "tst_http1_response.moc"
