// The client's session in playbooks: what comes in, what becomes of the connection, and tunnels.
#include "http1_play.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;

class TestHttp1Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestAndItsResponse();
    void reuse_data();
    void reuse();
    void oneRequestAtATime();
    void octetsNobodyAskedFor();
    void octetsBeforeAnyRequest();
    void abandon();
    void shutdownTakesNoMore();
    void theEnd_data();
    void theEnd();
    void idleEndIsSilent();
    void otherProtocols_data();
    void otherProtocols();
    void connectTunnel();
    void upgradeTunnel();
    void unaskedUpgrade();
};

void TestHttp1Client::aRequestAndItsResponse()
{
    Play play;
    QCOMPARE(play.session->capacity(), 1);
    const StreamId stream = play.open();
    QCOMPARE(quint32(stream), 1u);
    QCOMPARE(play.session->openStreams(), 1);
    QCOMPARE(play.drain(), QByteArray("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n"));
    QCOMPARE(play.drain(), QByteArray());
    play.feed(ok);
    QCOMPARE(play.said(),
             (QByteArrayList{"head-started", "HTTP/1.1 200 OK | Content-Length: 2 wire 38",
                             "content hi wire 2", "ended content-length"}));
    QCOMPARE(play.session->openStreams(), 0);
    QCOMPARE(play.session->capacity(), 1);
    QCOMPARE(quint32(play.open()), 2u);
    play.feed(ok);
    QCOMPARE(play.said().last(), QByteArray("ended content-length"));
    QVERIFY(play.session->isReusable());
}

void TestHttp1Client::reuse_data()
{
    QTest::addColumn<QByteArray>("requestField");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("reusable");
    const auto row = [](const char *name, const char *field, const char *response, bool reusable) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(response) << reusable;
    };
    row("1.1", "", "HTTP/1.1 204 No Content\r\n\r\n", true);
    row("1.1 close", "", "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", false);
    row("1.1 close in a list", "",
        "HTTP/1.1 204 N\r\nConnection: x\r\nconnection: y, Close\r\n\r\n", false);
    row("1.1 keep-alive", "", "HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n", true);
    row("1.1 both", "", "HTTP/1.1 204 N\r\nConnection: keep-alive, close\r\n\r\n", false);
    row("1.0", "", "HTTP/1.0 204 No Content\r\n\r\n", false);
    row("1.0 keep-alive", "", "HTTP/1.0 204 No Content\r\nConnection: Keep-Alive\r\n\r\n", true);
    row("we close", "close", "HTTP/1.1 204 No Content\r\n\r\n", false);
    row("chunked", "", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", true);
    row("chunked and length", "",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        false);
    row("chunked 1.0", "",
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        false);
}

void TestHttp1Client::reuse()
{
    QFETCH(QByteArray, requestField);
    QFETCH(QByteArray, response);
    QFETCH(bool, reusable);
    Play play;
    RequestHead request = head();
    if (!requestField.isEmpty())
        request.headers.append("Connection", requestField);
    (void)play.open(request);
    play.feed(response);
    QVERIFY(play.said().last().startsWith("ended"));
    QCOMPARE(play.session->isReusable(), reusable);
    QCOMPARE(play.session->capacity(), reusable ? 1 : 0);
}

void TestHttp1Client::oneRequestAtATime()
{
    Play play;
    (void)play.open();
    QCOMPARE(play.session->capacity(), 0);
    const auto second = play.session->open(head(), noContent);
    QVERIFY(!second);
    QVERIFY(second.error().retrySafe);
    play.feed(ok);
    QVERIFY(play.session->open(head(), noContent).has_value());
}

void TestHttp1Client::octetsNobodyAskedFor()
{
    const QByteArray input = ok + "HTTP/1.1 408 Request Timeout\r\n\r\n";
    for (const auto &cut : cuttings(input.size())) {
        Play play;
        (void)play.open();
        Http1Transcript transcript;
        feedCut(*play.session, input, cut, transcript);
        QCOMPARE(transcript.lines(),
                 (QByteArrayList{"head-started", "HTTP/1.1 200 OK | Content-Length: 2 wire 38",
                                 "content hi wire 2", "ended content-length",
                                 "finding http1.unsolicited-octets @40"}));
        QVERIFY(!play.session->isReusable());
        QVERIFY(!play.session->open(head(), noContent));
    }
}

void TestHttp1Client::octetsBeforeAnyRequest()
{
    Play play;
    play.feed("220 mail.test ESMTP\r\n");
    QCOMPARE(play.said(), QByteArrayList{"finding http1.unsolicited-octets @0"});
    const auto stream = play.session->open(head(), noContent);
    QVERIFY(!stream);
    QVERIFY(stream.error().retrySafe);
}

void TestHttp1Client::abandon()
{
    Play play;
    const StreamId stream = play.open(head("POST"), unknownLength);
    play.feed("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
    (void)play.said();
    play.session->abandon(stream, 8);
    QCOMPARE(play.session->openStreams(), 0);
    QVERIFY(!play.session->isReusable());
    play.feed("defghijklm");
    play.session->sendContent(stream, "x");
    play.session->endContent(stream);
    QCOMPARE(play.drain(), QByteArray());
    play.feedEnd();
    QCOMPARE(play.said(), QByteArrayList());
}

void TestHttp1Client::shutdownTakesNoMore()
{
    Play play;
    (void)play.open();
    play.session->shutdown();
    play.feed(ok);
    QCOMPARE(play.said().last(), QByteArray("ended content-length"));
    QCOMPARE(play.session->capacity(), 0);
}

void TestHttp1Client::theEnd_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("drained");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("last"); // the failure, or the end
    const auto row = [](const char *name, const char *method, bool drained, const char *input,
                        const QByteArray &last) {
        QTest::newRow(name) << QByteArray(method) << drained << QByteArray(input) << last;
    };
    const char *nothing = ": The server closed the connection without answering the request.";
    const auto closed = [&](const char *how) {
        return "failed connection-closed in " + QByteArray(how) + nothing;
    };
    row("nothing, GET", "GET", true, "", closed("wait retry-safe"));
    row("nothing, POST", "POST", true, "", closed("wait"));
    row("nothing, POST not sent", "POST", false, "", closed("send retry-safe"));
    row("an empty line", "POST", true, "\r\n", closed("wait"));
    row("half a head", "GET", true, "HTTP/1.1 200 O",
        "failed truncated-response in receive-head: The server closed the connection inside the "
        "head, "
        "after 14 octets of it.");
    row("only an interim head", "GET", true, "HTTP/1.1 100 Continue\r\n\r\n",
        "failed truncated-response in receive-head: The server closed the connection after an "
        "interim "
        "response (1xx), without the final one.");
    row("half the content", "GET", true, "HTTP/1.1 200 OK\r\nContent-Length: 1234567\r\n\r\nabc",
        "failed truncated-response in receive-body: The server closed the connection after 3 of "
        "the "
        "1,234,567 octets of content that Content-Length announced.");
    row("inside a chunk", "GET", true,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        "failed truncated-response in receive-body: The server closed the connection inside a "
        "chunk: 3 "
        "octets of content came, 2 more were expected before the next chunk.");
    row("between chunks", "GET", true,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "failed truncated-response in receive-body: The server closed the connection before the "
        "end of "
        "the chunked content: 3 octets of it came, the last chunk did not.");
    row("inside trailers", "GET", true,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n",
        "failed truncated-response in receive-body: The server closed the connection inside the "
        "trailers, after all 0 octets of content.");
    row("close-delimited", "GET", true, "HTTP/1.1 200 OK\r\n\r\nabc", "ended close");
    row("close-delimited, empty", "GET", true, "HTTP/1.1 200 OK\r\n\r\n", "ended close");
    row("not HTTP, short", "GET", true, "OK",
        "failed malformed-response in receive-head: The server does not speak HTTP here: its "
        "answer "
        "begins with “OK” instead of HTTP/1.1.");
}

void TestHttp1Client::theEnd()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, drained);
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, last);
    Play play;
    (void)play.open(head(method));
    if (drained)
        (void)play.drain();
    play.feed(input);
    play.feedEnd();
    play.feedEnd();
    QByteArrayList said = play.said();
    if (last.startsWith("failed"))
        QVERIFY(said.takeLast().startsWith("session "));
    QCOMPARE(said.last(), last);
    QVERIFY(!play.session->isReusable());
    QCOMPARE(play.session->openStreams(), 0);
}

void TestHttp1Client::idleEndIsSilent()
{
    Play play;
    (void)play.open();
    play.feed(ok);
    (void)play.said();
    play.feedEnd();
    QCOMPARE(play.said(), QByteArrayList());
    QCOMPARE(play.session->capacity(), 0);
    QVERIFY(!play.session->isReusable());
}

void TestHttp1Client::otherProtocols_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<http::Code>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("HTTP/2") << QByteArray::fromHex("000012040000000000000300000064")
                            << http::Code::UnexpectedVersion
                            << "The server speaks HTTP/2 on this port";
    QTest::newRow("TLS handshake")
        << QByteArray::fromHex("160303007a0200") << http::Code::UnexpectedVersion << "use https://";
    QTest::newRow("TLS alert") << QByteArray::fromHex("15030100020246")
                               << http::Code::UnexpectedVersion << "The server speaks TLS";
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")
                         << http::Code::MalformedResponse << "“SSH-2.0-OpenSSH_9.2p…”";
    QTest::newRow("long, no line end")
        << QByteArray(2 * 1024 * 1024, 'x') << http::Code::MalformedResponse
        << "“xxxxxxxxxxxxxxxxxxxx…”";
}

void TestHttp1Client::otherProtocols()
{
    QFETCH(QByteArray, input);
    QFETCH(http::Code, code);
    QFETCH(QString, words);
    QByteArrayList first;
    for (const auto &cut : cuttings(input.size())) {
        if (cut.size() > 100'000)
            continue;
        Play play;
        (void)play.open();
        Http1Transcript transcript;
        std::vector<Event> events;
        qsizetype at = 0;
        for (const qsizetype size : cut) {
            play.feed(input.sliced(at, size));
            at += size;
        }
        QVERIFY(play.lastError);
        QCOMPARE(play.lastError->code, code);
        QCOMPARE(play.lastError->layer, http::Layer::Http1);
        QCOMPARE(play.lastError->phase, http::Phase::ReceiveHead);
        QVERIFY2(play.lastError->sentence.contains(words), qPrintable(play.lastError->sentence));
        const QByteArrayList said = play.said();
        if (first.isEmpty())
            first = said;
        QCOMPARE(said, first);
    }
}

void TestHttp1Client::connectTunnel()
{
    Play play;
    RequestHead request = head("CONNECT");
    request.target = "b.test:443";
    const StreamId stream = play.open(request);
    QCOMPARE(play.drain(), QByteArray("CONNECT b.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n"));
    QCOMPARE(play.session->contentRoom(stream), 0);
    play.feed("HTTP/1.1 200 Connected\r\nContent-Length: 3\r\n\r\nServer speaks first");
    QCOMPARE(play.said(), (QByteArrayList{"head-started", "finding http1.framing-ignored @24",
                                          "HTTP/1.1 200 Connected | Content-Length: 3 wire 45",
                                          "content Server speaks first wire 19"}));
    QVERIFY(play.session->contentRoom(stream) > 0);
    play.session->sendContent(stream, "raw");
    QCOMPARE(play.drain(), QByteArray("raw"));
    (void)play.said();
    play.feedEnd();
    QCOMPARE(play.said(), QByteArrayList{"ended close"});
    QVERIFY(!play.session->isReusable());

    Play refused;
    (void)refused.open(request);
    refused.feed("HTTP/1.1 407 Auth\r\nContent-Length: 3\r\n\r\nabc");
    QCOMPARE(refused.said().last(), QByteArray("ended content-length"));
    QVERIFY(refused.session->isReusable());
}

void TestHttp1Client::upgradeTunnel()
{
    Play play;
    const StreamId stream =
        play.open(head("GET", {{"Host", "a"}, {"Upgrade", "x"}, {"Connection", "upgrade"}}));
    (void)play.drain();
    play.feed("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n\x01\x02");
    QCOMPARE(play.said(),
             (QByteArrayList{"head-started", "HTTP/1.1 101 Switching | Upgrade: x wire 38",
                             "content \x01\x02 wire 2"}));
    play.session->sendContent(stream, "\x03");
    QCOMPARE(play.drain(), QByteArray("\x03"));
}

void TestHttp1Client::unaskedUpgrade()
{
    Play play;
    (void)play.open();
    play.feed("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n");
    QVERIFY(play.said().contains("finding http1.unasked-upgrade @-1"));
}

QTEST_APPLESS_MAIN(TestHttp1Client)
#include "tst_http1_client.moc"
