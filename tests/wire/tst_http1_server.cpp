// The server's session: requests read strictly, answers in order.
#include "http1_transcript.h"
#include "wire/http1.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;

namespace
{

// What a server session says to these octets, fed in every cutting.
QByteArrayList readRequest(const QByteArray &input)
{
    QByteArrayList first;
    for (const auto &cut : cuttings(input.size())) {
        auto session = makeHttp1Server();
        Http1Transcript transcript;
        feedCut(*session, input, cut, transcript);
        const QByteArrayList said = transcript.lines();
        if (first.isEmpty())
            first = said;
        if (said != first)
            return {"differs with the cutting", said.join('\n'), first.join('\n')};
    }
    return first;
}

} // namespace

class TestHttp1Server : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void badRequests_data();
    void badRequests();
    void answers_data();
    void answers();
    void pipelinedRequestsInOrder();
    void pipelinedWithContent();
    void nextRequestWaitsForBoth();
    void interimAnswers();
    void contentDoesNotFit_data();
    void contentDoesNotFit();
    void clientHalfCloses();
    void clientGoesAway();
    void backlogIsBounded();
    void tunnel();
    void abandon();
    void headerInjectionIsRefused();
};

void TestHttp1Server::requests_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &input, const QByteArrayList &expected) {
        QTest::newRow(name) << input << QByteArrayList{"head-started"} + expected;
    };
    row("GET", "GET /a?b HTTP/1.1\r\nHost: x\r\nA: b\r\n\r\n",
        {"1 GET /a?b HTTP/1.1 | Host: x | A: b", "ended no-content"});
    row("1.0", "GET / HTTP/1.0\r\n\r\n", {"1 GET / HTTP/1.0", "ended no-content"});
    row("POST", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
        {"1 POST / HTTP/1.1 | Host: x | Content-Length: 3", "content abc wire 3",
         "ended content-length"});
    row("chunked with trailers",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nA: "
        "b\r\n\r\n",
        {"1 POST / HTTP/1.1 | Host: x | Transfer-Encoding: chunked", "content abc wire 6",
         "trailers | A: b wire 13", "ended last-chunk"});
    row("Expect is visible",
        "PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n",
        {"1 PUT / HTTP/1.1 | Host: x | Expect: 100-continue | Content-Length: 3"});
    row("absolute-form", "GET http://a/b HTTP/1.1\r\nHost: a\r\n\r\n",
        {"1 GET http://a/b HTTP/1.1 | Host: a", "ended no-content"});
    row("asterisk-form", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        {"1 OPTIONS * HTTP/1.1 | Host: a", "ended no-content"});
    row("bare LF in the head", "GET / HTTP/1.1\nHost: x\n\n",
        {"finding http1.bare-lf @14", "1 GET / HTTP/1.1 | Host: x", "ended no-content"});
    row("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        {"1 GET / HTTP/1.1 | Host: ", "ended no-content"});
}

void TestHttp1Server::requests()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(readRequest(input), expected);
    // An empty line before the request is passed over (RFC 9112 section 2.2).
    const QByteArrayList later = readRequest("\r\n" + input);
    QCOMPARE(later.first(), QByteArray("finding http1.leading-empty-line @0"));
    QCOMPARE(later.size(), expected.size() + 1);
}

void TestHttp1Server::badRequests_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &input, int status = 400) {
        QTest::newRow(name) << input << status;
    };
    const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\n";
    row("words", "hello\r\n");
    row("no version", "GET /\r\n");
    row("two spaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n");
    row("space in the target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n");
    row("space after the version", "GET / HTTP/1.1 \r\nHost: x\r\n\r\n");
    row("tab", "GET\t/\tHTTP/1.1\r\nHost: x\r\n\r\n");
    row("lower-case version", "GET / http/1.1\r\nHost: x\r\n\r\n");
    row("method", "G(T / HTTP/1.1\r\nHost: x\r\n\r\n");
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("TLS", QByteArray::fromHex("16030100f8010000f40303"), 505);
    row("no Host", "GET / HTTP/1.1\r\n\r\n");
    row("two Hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n");
    row("NUL", QByteArray("GET /\0 HTTP/1.1\r\n", 17));
    row("control character in the line", "GET /\x01 HTTP/1.1\r\n");
    row("bare CR", "GET / HTTP/1.1\rHost: x\r\n\r\n");
    row("space before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n");
    row("no colon", "GET / HTTP/1.1\r\nHost x\r\n\r\n");
    row("folded", "GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n");
    row("white space first", "GET / HTTP/1.1\r\n Host: x\r\n\r\n");
    row("field name", "GET / HTTP/1.1\r\nH st: x\r\n\r\n");
    row("control character", "GET / HTTP/1.1\r\nHost: x\x01\r\n\r\n");
    row("length and coding", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("lengths that agree", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
    row("lengths that disagree", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc");
    row("last coding", post + "Transfer-Encoding: chunked, gzip\r\n\r\n");
    row("coding before chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n");
    row("identity", post + "Transfer-Encoding: identity\r\n\r\n");
    row("chunk size", post + "Transfer-Encoding: chunked\r\n\r\nx\r\n");
    row("chunk with bare LF", post + "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n");
    row("chunk with a space", post + "Transfer-Encoding: chunked\r\n\r\n1 \r\nx\r\n0\r\n\r\n");
    row("bad trailer", post + "Transfer-Encoding: chunked\r\n\r\n0\r\nA b\r\n\r\n");
}

void TestHttp1Server::badRequests()
{
    QFETCH(QByteArray, input);
    QFETCH(int, status);
    const QByteArrayList said = readRequest(input);
    QVERIFY2(said.last().startsWith("session "), said.join('\n').constData());
    QVERIFY(said[said.size() - 2].startsWith("failed "));

    auto session = makeHttp1Server();
    session->feed(input + "GET /next HTTP/1.1\r\nHost: x\r\n\r\n", {});
    const QByteArray out = drained(*session);
    QVERIFY2(out.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '), out.constData());
    QVERIFY(out.contains("\r\nConnection: close\r\n"));
    QVERIFY(!session->isReusable());
    (void)session->takeEvents();
    session->feed("GET /later HTTP/1.1\r\nHost: x\r\n\r\n", {});
    QVERIFY(session->takeEvents().empty());
    QCOMPARE(drained(*session), QByteArray());
}

void TestHttp1Server::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<http::ResponseHead>("head");
    QTest::addColumn<ContentLength>("content");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("reusable");
    const auto row = [](const char *name, const char *request, const http::ResponseHead &head,
                        ContentLength content, const char *expected, bool reusable) {
        QTest::newRow(name) << QByteArray(request) << head << content << QByteArray(expected)
                            << reusable;
    };
    const char *get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    const char *getClose = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const char *head = "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n";
    const char *get10 = "GET / HTTP/1.0\r\n\r\n";
    const char *get10Alive = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    row("known", get, answer(200), known(3), "HTTP/1.1 200 R\r\nContent-Length: 3\r\n\r\nabc",
        true);
    row("known, field given", get, answer(200, {{"content-length", "3"}}), known(3),
        "HTTP/1.1 200 R\r\ncontent-length: 3\r\n\r\nabc", true);
    row("unknown", get, answer(200), unknownLength,
        "HTTP/1.1 200 R\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nT: r\r\n\r\n", true);
    row("none", get, answer(404), noContent, "HTTP/1.1 404 R\r\nContent-Length: 0\r\n\r\n", true);
    row("204", get, answer(204), noContent, "HTTP/1.1 204 R\r\n\r\n", true);
    row("304", get, answer(304, {{"ETag", "a"}}), noContent, "HTTP/1.1 304 R\r\nETag: a\r\n\r\n",
        true);
    row("304 has no content", get, answer(304), known(3), "HTTP/1.1 304 R\r\n\r\n", true);
    row("HEAD, known", head, answer(200), known(3), "HTTP/1.1 200 R\r\nContent-Length: 3\r\n\r\n",
        true);
    row("HEAD, unknown", head, answer(200), unknownLength,
        "HTTP/1.1 200 R\r\nTransfer-Encoding: chunked\r\n\r\n", true);
    row("client closes", getClose, answer(200), known(3),
        "HTTP/1.1 200 R\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc", false);
    row("we close", get, answer(200, {{"Connection", "close"}}), known(3),
        "HTTP/1.1 200 R\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", false);
    row("1.0, known", get10, answer(200), known(3),
        "HTTP/1.1 200 R\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc", false);
    row("1.0 keep-alive, known", get10Alive, answer(200), known(3),
        "HTTP/1.1 200 R\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\nabc", true);
    row("1.0 keep-alive, unknown", get10Alive, answer(200), unknownLength,
        "HTTP/1.1 200 R\r\nConnection: close\r\n\r\nabc", false);
}

void TestHttp1Server::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(http::ResponseHead, head);
    QFETCH(ContentLength, content);
    QFETCH(QByteArray, expected);
    QFETCH(bool, reusable);
    auto session = makeHttp1Server();
    session->feed(request, {});
    const StreamId stream{1};
    session->sendContent(stream, "before the head");
    session->sendHead(stream, head, content);
    session->sendHead(stream, answer(500), noContent);
    if (content.kind != ContentLength::Kind::None) {
        session->sendContent(stream, "abc");
        session->endContent(stream, content.kind == ContentLength::Kind::Unknown
                                        ? http::Headers{{"T", "r"}}
                                        : http::Headers());
    }
    QCOMPARE(drained(*session), expected);
    QCOMPARE(session->isReusable(), reusable);
    // Whether there will be another request.
    (void)session->takeEvents();
    session->feed("GET /2 HTTP/1.1\r\nHost: x\r\n\r\n", {});
    Http1Transcript transcript;
    transcript.add(session->takeEvents());
    QCOMPARE(transcript.lines().contains("2 GET /2 HTTP/1.1 | Host: x"), reusable);
}

void TestHttp1Server::pipelinedRequestsInOrder()
{
    QByteArray input;
    for (int i = 1; i <= 5; ++i)
        input += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const auto &cut : cuttings(input.size())) {
        auto session = makeHttp1Server();
        Http1Transcript ignored;
        feedCut(*session, input, cut, ignored);
        const QByteArrayList first = ignored.lines();
        QCOMPARE(first.last(), QByteArray("ended no-content"));
        QCOMPARE(first.count("ended no-content"), 1);
        for (quint32 i = 1; i <= 5; ++i) {
            session->sendHead(StreamId{i}, answer(200), known(1));
            session->sendContent(StreamId{i}, QByteArray::number(i));
            Http1Transcript next;
            next.add(session->takeEvents());
            const QByteArray n = QByteArray::number(i + 1);
            if (i < 5)
                QCOMPARE(next.lines(),
                         (QByteArrayList{"head-started", n + " GET /" + n + " HTTP/1.1 | Host: x",
                                         "ended no-content"}));
        }
        const QByteArray out = drained(*session);
        QCOMPARE(out.count("HTTP/1.1 200 R"), 5);
        QVERIFY(out.indexOf("\r\n\r\n1") < out.indexOf("\r\n\r\n5"));
    }
}

void TestHttp1Server::pipelinedWithContent()
{
    // Views into the backlog live until the next feed.
    const QByteArray one = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    auto session = makeHttp1Server();
    const QByteArray three = one + one + one;
    session->feed(three, {});
    for (quint32 i = 1; i <= 3; ++i)
        session->sendHead(StreamId{i}, answer(204), noContent);
    const std::vector<Event> events = session->takeEvents();
    QByteArray content;
    for (const Event &event : events) {
        if (const auto *received = std::get_if<ContentReceived>(&event))
            content += received->octets;
    }
    QCOMPARE(content, QByteArray("abcabcabc"));
}

void TestHttp1Server::nextRequestWaitsForBoth()
{
    // The response is complete before the request is: the rest of it is still the first request's.
    auto session = makeHttp1Server();
    session->feed("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab", {});
    session->sendHead(StreamId{1}, answer(413), noContent);
    (void)session->takeEvents();
    session->feed("cdGET / HTTP/1.1\r\nHost: x\r\n\r\n", {});
    Http1Transcript transcript;
    transcript.add(session->takeEvents());
    QCOMPARE(transcript.lines(),
             (QByteArrayList{"content cd wire 2", "ended content-length", "head-started",
                             "2 GET / HTTP/1.1 | Host: x", "ended no-content"}));
}

void TestHttp1Server::interimAnswers()
{
    auto session = makeHttp1Server();
    session->feed("PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n",
                  {});
    session->sendHead(StreamId{1}, answer(100), noContent);
    session->sendHead(StreamId{1}, answer(103, {{"Link", "a"}}), noContent);
    QCOMPARE(drained(*session),
             QByteArray("HTTP/1.1 100 R\r\n\r\nHTTP/1.1 103 R\r\nLink: a\r\n\r\n"));
    session->feed("x", {});
    session->sendHead(StreamId{1}, answer(204), noContent);
    QCOMPARE(drained(*session), QByteArray("HTTP/1.1 204 R\r\n\r\n"));

    auto old = makeHttp1Server();
    old->feed("GET / HTTP/1.0\r\n\r\n", {});
    old->sendHead(StreamId{1}, answer(103), noContent);
    QCOMPARE(drained(*old), QByteArray());
}

void TestHttp1Server::contentDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("too much") << QByteArray("abcd");
    QTest::newRow("too little") << QByteArray("ab");
}

void TestHttp1Server::contentDoesNotFit()
{
    QFETCH(QByteArray, content);
    auto session = makeHttp1Server();
    session->feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n", {});
    (void)session->takeEvents();
    session->sendHead(StreamId{1}, answer(200), known(3));
    session->sendContent(StreamId{1}, content);
    session->endContent(StreamId{1});
    Http1Transcript transcript;
    transcript.add(session->takeEvents());
    QCOMPARE(transcript.lines().last(), QByteArray("session file-changed"));
    QVERIFY(!session->isReusable());
}

void TestHttp1Server::clientHalfCloses()
{
    auto session = makeHttp1Server();
    session->feed("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\n", {});
    session->feedEnd({});
    session->sendHead(StreamId{1}, answer(204), noContent);
    session->sendHead(StreamId{2}, answer(204), noContent);
    QCOMPARE(drained(*session),
             QByteArray("HTTP/1.1 204 R\r\n\r\nHTTP/1.1 204 R\r\nConnection: close\r\n\r\n"));
    QVERIFY(!session->isReusable());
    for (const Event &event : session->takeEvents())
        QVERIFY(!std::holds_alternative<SessionFailed>(event));
}

void TestHttp1Server::clientGoesAway()
{
    auto idle = makeHttp1Server();
    idle->feedEnd({});
    QVERIFY(idle->takeEvents().empty());
    QVERIFY(!idle->isReusable());

    auto session = makeHttp1Server();
    session->feed("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na", {});
    session->feedEnd({});
    Http1Transcript transcript;
    transcript.add(session->takeEvents());
    QCOMPARE(transcript.lines().last(), QByteArray("session truncated-response"));
}

void TestHttp1Server::backlogIsBounded()
{
    auto session = makeHttp1Server();
    session->feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n", {});
    QByteArrayList said;
    for (int i = 0; i < 10 && !said.contains("session limit-exceeded"); ++i) {
        session->feed(QByteArray(1024 * 1024, 'x'), {});
        Http1Transcript transcript;
        transcript.add(session->takeEvents());
        said = transcript.lines();
    }
    QCOMPARE(said.last(), QByteArray("session limit-exceeded"));
}

void TestHttp1Server::tunnel()
{
    auto session = makeHttp1Server();
    session->feed("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: y\r\n\r\nearly", {});
    (void)session->takeEvents();
    session->sendHead(StreamId{1}, answer(101, {{"Upgrade", "y"}}), noContent);
    session->sendContent(StreamId{1}, "raw");
    QCOMPARE(drained(*session), QByteArray("HTTP/1.1 101 R\r\nUpgrade: y\r\n\r\nraw"));
    Http1Transcript transcript(Http1Transcript::Show::MessagesOnly);
    transcript.add(session->takeEvents());
    session->feed("GET / HTTP/1.1\r\n\r\n", {});
    transcript.add(session->takeEvents());
    session->feedEnd({});
    transcript.add(session->takeEvents());
    QCOMPARE(transcript.lines(),
             (QByteArrayList{"content earlyGET / HTTP/1.1\r\n\r\n wire 23", "ended close"}));
}

void TestHttp1Server::abandon()
{
    auto session = makeHttp1Server();
    session->feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n", {});
    (void)session->takeEvents();
    session->sendHead(StreamId{1}, answer(200), known(10));
    session->abandon(StreamId{1}, 0);
    session->sendContent(StreamId{1}, "abc");
    session->feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n", {});
    QCOMPARE(drained(*session), QByteArray());
    QVERIFY(session->takeEvents().empty());
    QVERIFY(!session->isReusable());
}

void TestHttp1Server::headerInjectionIsRefused()
{
    auto session = makeHttp1Server();
    session->feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n", {});
    session->sendHead(StreamId{1}, answer(200, {{"A", "b\r\nSet-Cookie: c"}}), noContent);
    QCOMPARE(drained(*session), QByteArray());
    QVERIFY(!session->isReusable());
}

QTEST_APPLESS_MAIN(TestHttp1Server)
#include "tst_http1_server.moc"
