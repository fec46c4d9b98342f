// HTTP/2 in conversation: a client and a server wired in memory, and scripts of frames by hand.
#include "http2_pair.h"

#include <QTest>

using namespace sonde;
using namespace sonde::wire;
using namespace sonde::wire::test;

namespace
{

quint32 number(StreamId id)
{
    return quint32(id);
}

// A client that has read the server's empty SETTINGS and sent one GET on stream 1.
struct Script {
    explicit Script(Cut how = Cut::Whole, const Http2Options &options = {})
        : client(makeHttp2Client(options))
        , cut(how)
    {
        say(frame(Settings, 0, 0));
        RequestHead head;
        head.authority = "a.test";
        stream = *client->open(head, {});
        settle();
    }
    void say(const QByteArray &octets) { feed(*client, log, octets, cut); }
    void settle()
    {
        std::vector<SentMark> marks;
        (void)client->drain(sent, marks);
        log.add(client->takeEvents());
    }

    std::unique_ptr<ClientSession> client;
    Cut cut;
    StreamId stream{};
    Http2Log log;
    QByteArray sent;
};

} // namespace

class TestHttp2Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void preface()
    {
        const auto client = makeHttp2Client();
        QByteArray out;
        std::vector<SentMark> marks;
        QVERIFY(client->drain(out, marks));
        QVERIFY(out.startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        const QByteArray settings = out.sliced(24);
        QCOMPARE(settings[3], char(Settings));
        QVERIFY(settings.contains(QByteArray::fromHex("0004"
                                                      "01000000"))); // 16 MiB per stream
        QVERIFY(settings.contains(QByteArray::fromHex("0002"
                                                      "00000000"))); // no pushes
        QVERIFY(settings.contains(QByteArray::fromHex("0006"
                                                      "00100000"))); // 1 MiB of fields
        // 16 MiB less the 65,535 octets that a connection starts with (RFC 9113 section 6.9.2).
        QVERIFY(settings.endsWith(frame(WindowUpdate, 0, 0, number32(16 * 1024 * 1024 - 65'535))));
        QVERIFY(!client->drain(out, marks));
    }

    void simpleExchange_data()
    {
        QTest::addColumn<int>("cut");
        QTest::newRow("whole") << int(Cut::Whole);
        QTest::newRow("octet by octet") << int(Cut::Octets);
    }
    void simpleExchange()
    {
        QFETCH(int, cut);
        Http2Pair pair({}, {}, Cut(cut));
        const StreamId stream = pair.get("/hello?x=1");
        QCOMPARE(pair.client->openStreams(), 1);
        pair.pump();
        QCOMPARE(pair.serverLog.lines(1),
                 QStringList({"head begins", "GET http://a.test/hello?x=1 {}", "end"}));
        pair.answer(stream, "hello", {{"Content-Type", "text/plain"}, {"X-A", "1"}, {"X-A", "2"}});
        pair.pump();
        QCOMPARE(pair.clientLog.lines(1),
                 QStringList({"head begins", "head 200 {content-type: text/plain; x-a: 1; x-a: 2}",
                              "content", "end"}));
        QCOMPARE(pair.clientLog.content(1), QByteArray("hello"));
        QCOMPARE(pair.clientLog.heads.front().head.version, http::Version::Http2);
        QCOMPARE(pair.client->openStreams(), 0);
        QVERIFY(pair.client->isReusable());
        QVERIFY(!pair.clientLog.sessionError);
    }

    void fieldsGoingOut()
    {
        Http2Pair pair;
        RequestHead head{.method = "GET", .scheme = "https", .authority = "a.test", .target = "/p"};
        head.headers = {{"Host", "b.test:8443"},
                        {"Accept", "*/*"},
                        {"Connection", "keep-alive, X-Hop"},
                        {"Keep-Alive", "timeout=5"},
                        {"X-Hop", "1"},
                        {"TE", "gzip, trailers"},
                        {"Transfer-Encoding", "chunked"},
                        {"Cookie", "a=1; b=2"},
                        {"X-Blank", "  v "},
                        {"Authorization", "Basic eDp5", true}};
        const auto opened = pair.client->open(head, {});
        QVERIFY(opened);
        const http::Headers expected = {
            {":method", "GET"},     {":scheme", "https"}, {":authority", "b.test:8443"},
            {":path", "/p"},        {"accept", "*/*"},    {"te", "trailers"},
            {"cookie", "a=1; b=2"}, {"x-blank", "v"},     {"authorization", "Basic eDp5", true}};
        QVERIFY(pair.client->takeSentFields(*opened) == expected);
        QByteArray out;
        (void)pair.client->drain(out, pair.clientMarks);
        // RFC 7541 section 6.2.3: authorization is entry 23, never indexed: 0001 1111, 23 - 15.
        QVERIFY(out.contains(QByteArray::fromHex("1f08")));
        pair.clientLog.add(pair.client->takeEvents());
        QCOMPARE(pair.clientLog.lines(1), QStringList({"finding http2.connection-fields-dropped",
                                                       "finding http2.whitespace-trimmed"}));
        QVERIFY(pair.clientLog.findings[0].sentence.endsWith(
            QLatin1String("Connection, Keep-Alive, X-Hop, Transfer-Encoding.")));
    }

    void unsendableFields()
    {
        Http2Pair pair;
        RequestHead head;
        head.authority = "a.test";
        head.headers = {{"X-A", "one\r\nX-B: two"}};
        const auto opened = pair.client->open(head, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, http::Code::MalformedHeader);
        head.headers = {{":path", "/evil"}};
        QVERIFY(!pair.client->open(head, {}));
        head.headers = {};
        head.target = "/a\nb";
        QVERIFY(!pair.client->open(head, {}));
        QCOMPARE(pair.client->openStreams(), 0);
    }

    void connectHasNeitherSchemeNorPath()
    {
        Http2Pair pair;
        RequestHead head;
        head.method = "CONNECT";
        head.authority = "a.test:443";
        const auto opened = pair.client->open(head, {ContentLength::Kind::Unknown});
        QVERIFY(opened);
        const http::Headers expected = {{":method", "CONNECT"}, {":authority", "a.test:443"}};
        QVERIFY(pair.client->takeSentFields(*opened) == expected);
    }

    void interimHeadsAndTrailers_data() { simpleExchange_data(); }
    void interimHeadsAndTrailers()
    {
        QFETCH(int, cut);
        Http2Pair pair({}, {}, Cut(cut));
        const StreamId stream = pair.get("/");
        pair.pump();
        pair.server->sendHead(stream, {.status = 103, .headers = {{"Link", "</s.css>"}}}, {});
        pair.server->sendHead(stream, {.status = 102}, {});
        pair.server->sendHead(stream, {.status = 200}, {ContentLength::Kind::Unknown});
        pair.server->sendContent(stream, "body");
        pair.server->endContent(stream, {{"Server-Timing", "db;dur=5"}});
        pair.pump();
        QCOMPARE(pair.clientLog.lines(1),
                 QStringList({"head begins", "head 103 {link: </s.css>}", "head begins",
                              "head 102 {}", "head begins", "head 200 {}", "content",
                              "trailers {server-timing: db;dur=5}", "end"}));
        QCOMPARE(pair.clientLog.content(1), QByteArray("body"));
        QVERIFY(pair.clientLog.trailers.front().wireOctets > 9);
    }

    void everyWireOctetIsAccountedFor_data() { simpleExchange_data(); }
    void everyWireOctetIsAccountedFor()
    {
        QFETCH(int, cut);
        Http2Pair pair({}, {}, Cut(cut));
        const StreamId stream = pair.get("/");
        pair.pump();
        pair.received = 0;
        // Larger than a frame of 16 KiB, so that CONTINUATION is needed.
        const QByteArray large(40'000, '~');
        pair.answer(stream, "0123456789", {{"x-large", large}});
        pair.pump();
        QCOMPARE(pair.clientLog.heads.front().head.headers.value("x-large"), QByteArrayView(large));
        QCOMPARE(pair.clientLog.headWire(1) + pair.clientLog.contentWire(1), pair.received);
        QVERIFY(pair.clientLog.headWire(1) > 40'000);
        QCOMPARE(pair.clientLog.contentWire(1), quint64(9 + 10));
    }

    void paddingAndEmptyFrames_data() { simpleExchange_data(); }
    void paddingAndEmptyFrames()
    {
        QFETCH(int, cut);
        Script script{Cut(cut)};
        script.say(frame(HeadersFrame, EndHeaders, 1, status200));
        script.say(frame(Data, Padded, 1, QByteArray(1, char(4)) + "abc" + QByteArray(4, '\0')));
        script.say(frame(Data, Padded, 1, QByteArray(1, char(2)) + QByteArray(2, '\0')));
        script.say(frame(Data, EndStream, 1));
        QCOMPARE(script.log.lines(1),
                 QStringList({"head begins", "head 200 {}", "content", "end"}));
        QCOMPARE(script.log.content(1), QByteArray("abc"));
        QCOMPARE(script.log.contentWire(1), quint64(9 + 8 + 9 + 3 + 9));
    }

    void contentIsNotCopied()
    {
        Script script;
        const QByteArray octets =
            frame(HeadersFrame, EndHeaders, 1, status200) + frame(Data, EndStream, 1, "payload");
        script.client->feed(octets, {5});
        for (const Event &event : script.client->takeEvents()) {
            if (const auto *content = std::get_if<ContentReceived>(&event)) {
                QVERIFY(content->octets.data() >= octets.constData());
                QVERIFY(content->octets.data() < octets.constData() + octets.size());
                QCOMPARE(content->at.ns, qint64(5));
                return;
            }
        }
        QFAIL("no content was told");
    }

    void sentMarks()
    {
        Http2Pair pair;
        QByteArray out;
        pair.clientMarks.clear();
        const StreamId stream = pair.post("/");
        pair.client->sendContent(stream, QByteArray(20'000, 'x'));
        pair.client->endContent(stream);
        const quint64 before = pair.pump();
        QVERIFY(before > 20'000);
        QCOMPARE(pair.clientMarks.size(), size_t(4));
        const auto &[headStart, headEnd, contentStart, contentEnd] = std::tie(
            pair.clientMarks[0], pair.clientMarks[1], pair.clientMarks[2], pair.clientMarks[3]);
        QCOMPARE(headStart.what, SentMark::What::HeadStart);
        QCOMPARE(headEnd.what, SentMark::What::HeadEnd);
        QCOMPARE(headEnd.position - headStart.position, headEnd.octets);
        QCOMPARE(contentStart.what, SentMark::What::ContentStart);
        QCOMPARE(contentStart.position, headEnd.position);
        QCOMPARE(contentEnd.what, SentMark::What::ContentEnd);
        QCOMPARE(contentEnd.octets, quint64(20'000));
        QCOMPARE(contentEnd.wireOctets, quint64(20'000 + 2 * 9));
        QCOMPARE(contentEnd.position - contentStart.position, contentEnd.wireOctets);
        QCOMPARE(pair.serverLog.content(1), QByteArray(20'000, 'x'));
    }

    void hundredStreamsInterleaved_data() { simpleExchange_data(); }
    void hundredStreamsInterleaved()
    {
        QFETCH(int, cut);
        Http2Pair pair({}, {}, Cut(cut));
        QCOMPARE(pair.client->capacity(), 100);
        std::vector<StreamId> streams;
        for (int i = 0; i < 100; ++i)
            streams.push_back(pair.get("/" + QByteArray::number(i)));
        QCOMPARE(pair.client->capacity(), 0);
        const auto refused = pair.client->open(RequestHead{.authority = "a.test"}, {});
        QVERIFY(!refused && refused.error().retrySafe);
        pair.pump();
        for (const StreamId stream : streams)
            pair.server->sendHead(stream, {.status = 200}, {ContentLength::Kind::Unknown});
        for (int round = 0; round < 5; ++round) {
            for (size_t i = streams.size(); i-- > 0;)
                pair.server->sendContent(streams[i], QByteArray::number(int(i)) + ",");
            pair.pump();
        }
        for (const StreamId stream : streams)
            pair.server->endContent(stream);
        pair.pump();
        QCOMPARE(pair.clientLog.ended, 100);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(pair.clientLog.content(number(streams[size_t(i)])),
                     (QByteArray::number(i) + ",").repeated(5));
        QCOMPARE(pair.client->openStreams(), 0);
        QCOMPARE(pair.client->capacity(), 100);
    }

    void pingAndSettingsAreAnswered()
    {
        Script script;
        QVERIFY(script.sent.contains(frame(Settings, Ack, 0)));
        script.sent.clear();
        script.say(frame(Ping, 0, 0, "12345678"));
        script.settle();
        QCOMPARE(script.sent, frame(Ping, Ack, 0, "12345678"));
    }

    void peersStreamLimitIsCapacity()
    {
        Script script;
        script.say(frame(Settings, 0, 0,
                         QByteArray::fromHex("0003"
                                             "00000003")));
        QCOMPARE(script.client->capacity(), 2);
        script.say(frame(Settings, 0, 0,
                         QByteArray::fromHex("0003"
                                             "00000000")));
        QCOMPARE(script.client->capacity(), 0);
        QVERIFY(script.client->isReusable());
    }

    void goAwayInPeace_data() { simpleExchange_data(); }
    void goAwayInPeace()
    {
        QFETCH(int, cut);
        Script script{Cut(cut)};
        RequestHead head;
        head.authority = "a.test";
        const auto second = script.client->open(head, {});
        script.settle();
        const auto unsent = script.client->open(head, {});
        QVERIFY(second && unsent);
        script.say(frame(GoAwayFrame, 0, 0, number32(1) + number32(0) + "bye"));
        QCOMPARE(script.log.lines(0), QStringList("goaway 0 last 1 bye"));
        for (const StreamId lost : {*second, *unsent}) {
            const auto error = script.log.error(number(lost));
            QVERIFY(error);
            QCOMPARE(error->code, http::Code::GoAway);
            QVERIFY(error->retrySafe);
        }
        QVERIFY(!script.client->isReusable());
        QCOMPARE(script.client->capacity(), 0);
        const auto late = script.client->open(head, {});
        QVERIFY(!late && late.error().retrySafe && late.error().code == http::Code::GoAway);
        // The stream below goes on to its end.
        script.say(frame(HeadersFrame, EndHeaders, 1, status200) + frame(Data, EndStream, 1, "ok"));
        script.settle();
        QCOMPARE(script.log.lines(1).last(), QStringLiteral("end"));
        QVERIFY(!script.log.sessionError);
    }

    void goAwayThenClose()
    {
        Script script;
        script.say(frame(GoAwayFrame, 0, 0, number32(1) + number32(0xb) + "too_many_pings"));
        script.client->feedEnd({9});
        script.log.add(script.client->takeEvents());
        const auto error = script.log.error(1);
        QVERIFY(error);
        QCOMPARE(error->code, http::Code::ConnectionClosed);
        QVERIFY(!error->retrySafe); // at or below the last stream: it may have been processed
        QVERIFY(error->sentence.contains(QLatin1String("ENHANCE_YOUR_CALM (0xb): too_many_pings")));
        QVERIFY(script.log.sessionError);
    }

    void resets_data()
    {
        QTest::addColumn<quint32>("code");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("retrySafe");
        QTest::newRow("refused") << 7u << "REFUSED_STREAM (0x7)" << true;
        QTest::newRow("calm") << 0xbu << "ENHANCE_YOUR_CALM (0xb)" << false;
        QTest::newRow("http/1.1 required") << 0xdu << "HTTP_1_1_REQUIRED (0xd)" << false;
        QTest::newRow("no error, too early") << 0u << "NO_ERROR (0x0)" << false;
        QTest::newRow("unknown") << 0x1fu << "(0x1f)" << false;
    }
    void resets()
    {
        QFETCH(quint32, code);
        QFETCH(QString, named);
        QFETCH(bool, retrySafe);
        Script script;
        script.say(frame(RstStream, 0, 1, number32(code)));
        const auto error = script.log.error(1);
        QVERIFY(error);
        QCOMPARE(error->code, http::Code::StreamReset);
        QCOMPARE(error->number, qint64(code));
        QCOMPARE(error->retrySafe, retrySafe);
        QVERIFY2(error->sentence.contains(named), qPrintable(error->sentence));
        QCOMPARE(script.client->openStreams(), 0);
        QVERIFY(script.client->isReusable());
    }

    void resetInMidBody()
    {
        Http2Pair pair;
        const QByteArray some(1200, 'x');
        const StreamId stream = pair.get("/");
        pair.pump();
        pair.server->sendHead(stream, {.status = 200}, {ContentLength::Kind::Known, 2000});
        pair.server->sendContent(stream, some);
        pair.pump();
        pair.server->abandon(stream, 2);
        pair.pump();
        QCOMPARE(pair.clientLog.content(1), some);
        QCOMPARE(pair.clientLog.error(1)->phase, http::Phase::ReceiveBody);
        QCOMPARE(pair.clientLog.error(1)->sentence,
                 QStringLiteral("The server reset the stream after 1,200 octets of content: "
                                "INTERNAL_ERROR (0x2)."));
    }

    void resetAfterTheEndIsFine()
    {
        Script script;
        script.say(frame(HeadersFrame, EndHeaders | EndStream, 1, status200) +
                   frame(RstStream, 0, 1, number32(0)));
        script.settle();
        QCOMPARE(script.log.lines(1), QStringList({"head begins", "head 200 {}", "end"}));
        QVERIFY(!script.log.sessionError);
    }

    void abandon()
    {
        Script script;
        script.sent.clear();
        script.client->abandon(script.stream, 8);
        QCOMPARE(script.client->openStreams(), 0);
        script.settle();
        QCOMPARE(script.sent, frame(RstStream, 0, 1, number32(8)));
        // What was under way is passed over in silence, and its credit is not lost to the
        // connection.
        script.say(frame(HeadersFrame, EndHeaders, 1, status200) +
                   frame(Data, EndStream, 1, "late"));
        QVERIFY(script.log.lines(1).isEmpty());
        QVERIFY(script.client->isReusable());
    }

    void abandonBeforeItWasSent()
    {
        Script script;
        script.sent.clear();
        const auto stream = script.client->open(RequestHead{.authority = "a.test"}, {});
        script.client->abandon(*stream, 8);
        script.settle();
        QCOMPARE(script.sent, QByteArray());
        QVERIFY(script.log.lines(number(*stream)).isEmpty());
    }

    void closedByPeer_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QByteArray() << int(http::Code::ConnectionClosed);
        QTest::newRow("half a head")
            << frame(HeadersFrame, 0, 1, status200) << int(http::Code::TruncatedResponse);
        QTest::newRow("head") << frame(HeadersFrame, EndHeaders, 1, status200)
                              << int(http::Code::TruncatedResponse);
        QTest::newRow("some content")
            << frame(HeadersFrame, EndHeaders, 1, status200) + frame(Data, 0, 1, "abc")
            << int(http::Code::TruncatedResponse);
    }
    void closedByPeer()
    {
        QFETCH(QByteArray, received);
        QFETCH(int, code);
        Script script;
        const auto unsent = script.client->open(RequestHead{.authority = "a.test"}, {});
        script.say(received);
        script.client->feedEnd({7});
        script.log.add(script.client->takeEvents());
        QCOMPARE(int(script.log.error(1)->code), code);
        QVERIFY(!script.log.error(1)->retrySafe);
        QVERIFY(script.log.error(number(*unsent))->retrySafe);
        QCOMPARE(script.log.sessionError->code, http::Code::ConnectionClosed);
        QVERIFY(!script.client->isReusable());
        QCOMPARE(script.client->openStreams(), 0);
        QVERIFY(!script.client->open(RequestHead{.authority = "a.test"}, {}));
    }

    void streamNumbersRunOut()
    {
        Http2Options options;
        options.firstStream = 0x7fff'fffd;
        const auto client = makeHttp2Client(options);
        QCOMPARE(client->capacity(), 2);
        QVERIFY(client->open(RequestHead{.authority = "a.test"}, {}));
        QVERIFY(client->isReusable());
        QVERIFY(client->open(RequestHead{.authority = "a.test"}, {}));
        QVERIFY(!client->isReusable());
        QCOMPARE(client->capacity(), 0);
        const auto third = client->open(RequestHead{.authority = "a.test"}, {});
        QVERIFY(!third && third.error().retrySafe);
        QVERIFY(third.error().sentence.contains(QLatin1String("stream numbers")));
    }

    void shutdownInPeace()
    {
        Script script;
        script.sent.clear();
        script.client->shutdown();
        script.settle();
        QCOMPARE(script.sent, frame(GoAwayFrame, 0, 0, number32(0) + number32(0)));
        QVERIFY(!script.client->isReusable());
        script.say(frame(HeadersFrame, EndHeaders, 1, status200) + frame(Data, EndStream, 1, "ok"));
        QCOMPARE(script.log.lines(1).last(), QStringLiteral("end"));
        QVERIFY(!script.log.sessionError);
    }
};

QTEST_GUILESS_MAIN(TestHttp2Client)
#include "tst_http2_client.moc"
