// HTTP/2 flow control and uploads: slow streams stall alone, and nobody queues without bound.
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

// Sends as much of `left` as the session will queue.
void refill(Session &session, StreamId stream, qsizetype &left)
{
    const qsizetype part = std::min(left, session.contentRoom(stream));
    if (part <= 0)
        return;
    session.sendContent(stream, QByteArray(part, 'x'));
    left -= part;
    if (left == 0)
        session.endContent(stream);
}

Http2Options window(qint32 stream, qint32 connection = 16 * 1024 * 1024)
{
    Http2Options options;
    options.streamWindow = stream;
    options.connectionWindow = connection;
    return options;
}

} // namespace

class TestHttp2Flow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowStreamStallsAlone()
    {
        Http2Pair pair(window(100'000));
        const StreamId slow = pair.get("/slow");
        const StreamId quick = pair.get("/quick");
        pair.pump();
        qsizetype slowLeft = 300'000;
        qsizetype quickLeft = 1'000'000;
        for (const StreamId stream : {slow, quick})
            pair.server->sendHead(stream, {.status = 200}, {ContentLength::Kind::Unknown});
        qsizetype credited = 0;
        for (int round = 0; round < 200; ++round) {
            refill(*pair.server, slow, slowLeft);
            refill(*pair.server, quick, quickLeft);
            pair.pump();
            const qsizetype got = pair.clientLog.content(number(quick)).size();
            pair.client->consume(quick, got - credited);
            credited = got;
        }
        QCOMPARE(pair.clientLog.content(number(quick)).size(), qsizetype(1'000'000));
        QCOMPARE(pair.clientLog.lines(number(quick)).last(), QStringLiteral("end"));
        QCOMPARE(pair.clientLog.content(number(slow)).size(), qsizetype(100'000));
        QCOMPARE(pair.clientLog.lines(number(slow)).last(), QStringLiteral("content"));

        // Once its octets are stored, it goes on.
        credited = 0;
        for (int round = 0; round < 200; ++round) {
            const qsizetype got = pair.clientLog.content(number(slow)).size();
            pair.client->consume(slow, got - credited);
            credited = got;
            refill(*pair.server, slow, slowLeft);
            pair.pump();
        }
        QCOMPARE(pair.clientLog.content(number(slow)).size(), qsizetype(300'000));
        QCOMPARE(pair.clientLog.lines(number(slow)).last(), QStringLiteral("end"));
    }

    void unreadStreamsDoNotUseUpTheConnection()
    {
        Http2Pair pair(window(70'000, 100'000));
        for (int i = 0; i < 20; ++i) {
            const StreamId stream = pair.get("/unread");
            pair.pump();
            pair.answer(stream, QByteArray(60'000, 'u'));
            pair.pump();
            QCOMPARE(pair.clientLog.content(number(stream)).size(), qsizetype(60'000));
        }
    }

    void abandonedStreamsDoNotUseUpTheConnection()
    {
        Http2Pair pair(window(70'000, 100'000));
        for (int i = 0; i < 20; ++i) {
            const StreamId stream = pair.get("/gone");
            pair.pump();
            pair.client->abandon(stream, 8); // while the answer is under way
            pair.answer(stream, QByteArray(60'000, 'u'));
            pair.pump();
        }
        const StreamId last = pair.get("/last");
        pair.pump();
        pair.answer(last, QByteArray(60'000, 'l'));
        pair.pump();
        QCOMPARE(pair.clientLog.content(number(last)).size(), qsizetype(60'000));
        QVERIFY(!pair.clientLog.sessionError);
    }

    void uploadWaitsForTheServer()
    {
        Http2Pair pair({}, window(70'000));
        const StreamId stream = pair.post("/up");
        QCOMPARE(pair.client->contentRoom(stream), Session::queueLimit);
        qsizetype left = 1'000'000;
        for (int round = 0; round < 50; ++round) {
            refill(*pair.client, stream, left);
            pair.pump();
        }
        // What the server lets through and what one queue holds, and no more.
        QCOMPARE(pair.serverLog.content(number(stream)).size(), qsizetype(70'000));
        QCOMPARE(left, 1'000'000 - 70'000 - Session::queueLimit);
        QCOMPARE(pair.client->contentRoom(stream), qsizetype(0));
        const int wanted = pair.clientLog.contentWanted;
        QVERIFY(wanted > 0);

        qsizetype credited = 0;
        for (int round = 0; round < 500 && left > 0; ++round) {
            const qsizetype got = pair.serverLog.content(number(stream)).size();
            pair.server->consume(stream, got - credited);
            credited = got;
            const int before = pair.clientLog.contentWanted;
            pair.pump();
            if (pair.clientLog.contentWanted > before)
                QVERIFY(pair.client->contentRoom(stream) > Session::queueLimit / 2);
            refill(*pair.client, stream, left);
        }
        QVERIFY(pair.clientLog.contentWanted > wanted);
        pair.server->consume(stream, 1'000'000);
        pair.pump();
        QCOMPARE(pair.serverLog.content(number(stream)).size(), qsizetype(1'000'000));
        QCOMPARE(pair.serverLog.lines(number(stream)).last(), QStringLiteral("end"));
    }

    void uploadInBitsAndTrailers_data()
    {
        QTest::addColumn<int>("cut");
        QTest::newRow("whole") << int(Cut::Whole);
        QTest::newRow("octet by octet") << int(Cut::Octets);
    }
    void uploadInBitsAndTrailers()
    {
        QFETCH(int, cut);
        Http2Pair pair({}, {}, Cut(cut));
        const StreamId stream = pair.post("/up");
        pair.pump();
        QCOMPARE(pair.clientLog.contentWanted, 1); // at once, as there is nothing queued
        for (const char *part : {"one,", "two,", "three"}) {
            pair.client->sendContent(stream, part);
            pair.pump();
        }
        QCOMPARE(pair.serverLog.content(1), QByteArray("one,two,three"));
        pair.client->endContent(stream, {{"Digest", "x"}, {"Connection", "close"}});
        pair.client->sendContent(stream, "too late");
        pair.pump();
        QCOMPARE(pair.serverLog.lines(1), QStringList({"head begins", "POST http://a.test/up {}",
                                                       "content", "trailers {digest: x}", "end"}));
        pair.answer(stream, "thanks");
        pair.pump();
        QCOMPARE(pair.clientLog.content(1), QByteArray("thanks"));
        QCOMPARE(pair.client->openStreams(), 0);
    }

    void emptyContentNeedsNoFrame()
    {
        for (const ContentLength content :
             {ContentLength{}, ContentLength{ContentLength::Kind::Known}}) {
            Http2Pair pair;
            const StreamId stream = *pair.client->open(RequestHead{.authority = "a.test"}, content);
            QCOMPARE(pair.client->contentRoom(stream), qsizetype(0));
            pair.client->endContent(stream);
            pair.pump();
            QCOMPARE(pair.serverLog.lines(1).last(), QStringLiteral("end"));
            QCOMPARE(pair.serverLog.contentWire(1), quint64(0));
        }
    }

    void responseBeforeTheUploadEnds()
    {
        Http2Pair pair;
        const StreamId stream = pair.post("/up");
        pair.client->sendContent(stream, "first");
        pair.pump();
        pair.server->sendHead(stream, {.status = 413}, {});
        pair.pump();
        QCOMPARE(pair.clientLog.lines(1), QStringList({"head begins", "head 413 {}",
                                                       "finding http2.upload-stopped", "end"}));
        QCOMPARE(pair.client->openStreams(), 0);
        pair.client->sendContent(stream, "more");
        pair.pump();
        QCOMPARE(pair.serverLog.content(1), QByteArray("first"));
        QCOMPARE(pair.serverLog.error(1)->number, qint64(8)); // CANCEL
        QVERIFY(pair.client->isReusable());
    }

    void responseWhileTheUploadGoesOn()
    {
        Http2Pair pair;
        const StreamId stream = pair.post("/echo");
        pair.client->sendContent(stream, "ping");
        pair.pump();
        pair.server->sendHead(stream, {.status = 200}, {ContentLength::Kind::Unknown});
        pair.server->sendContent(stream, "pong");
        pair.pump();
        QCOMPARE(pair.clientLog.content(1), QByteArray("pong"));
        pair.client->sendContent(stream, "ping");
        pair.client->endContent(stream);
        pair.pump();
        QCOMPARE(pair.serverLog.lines(1).last(), QStringLiteral("end"));
        pair.server->endContent(stream);
        pair.pump();
        QCOMPARE(pair.clientLog.lines(1).last(), QStringLiteral("end"));
        QVERIFY(pair.clientLog.findings.empty());
    }

    void drainKeepsItsLimit()
    {
        Http2Pair pair;
        std::vector<StreamId> streams;
        for (int i = 0; i < 20; ++i) {
            streams.push_back(pair.post("/up"));
            pair.client->sendContent(streams.back(), QByteArray(Session::queueLimit, 'x'));
            pair.client->endContent(streams.back());
        }
        int calls = 0;
        QByteArray out;
        while (pair.client->drain(out, pair.clientMarks, 50'000)) {
            QVERIFY(out.size() < 50'000 + 17'000); // and the frame that went over it
            feed(*pair.server, pair.serverLog, out, Cut::Whole);
            out.clear();
            ++calls;
        }
        QVERIFY(calls > 15);
        QCOMPARE(pair.serverLog.ended, 20);
        // Positions count on through all calls.
        for (size_t i = 1; i < pair.clientMarks.size(); ++i)
            QVERIFY(pair.clientMarks[i].position >= pair.clientMarks[i - 1].position);
        QVERIFY(pair.clientMarks.back().position > quint64(20 * Session::queueLimit));
    }

    void abandonInMidUpload()
    {
        Http2Pair pair;
        const StreamId stream = pair.post("/up");
        pair.client->sendContent(stream, QByteArray(Session::queueLimit, 'x'));
        QByteArray out;
        (void)pair.client->drain(out, pair.clientMarks, 10'000); // a frame of it is out
        pair.client->abandon(stream, 8);
        feed(*pair.server, pair.serverLog, out, Cut::Whole);
        pair.pump();
        QVERIFY(pair.serverLog.content(1).size() < Session::queueLimit);
        QCOMPARE(pair.serverLog.error(1)->number, qint64(8));
        QVERIFY(pair.client->isReusable());
    }

    void refusedByOurServer()
    {
        // A server that allows three at once, met by a client that does not know yet.
        Http2Options options;
        options.maxConcurrentStreams = 3;
        auto client = makeHttp2Client();
        auto server = makeHttp2Server(options);
        for (int i = 0; i < 5; ++i)
            QVERIFY(client->open(RequestHead{.authority = "a.test"}, {}));
        QByteArray up;
        QByteArray down;
        std::vector<SentMark> marks;
        Http2Log serverLog;
        Http2Log clientLog;
        (void)client->drain(up, marks);
        // RFC 9113 section 5.1.2 counts from the client's acknowledgement on.
        (void)server->drain(down, marks);
        feed(*client, clientLog, down, Cut::Whole);
        QCOMPARE(client->capacity(), 0);
        QVERIFY(client->isReusable());
        feed(*server, serverLog, up, Cut::Whole);
        QCOMPARE(serverLog.requests.size(), size_t(3));
        down.clear();
        (void)server->drain(down, marks);
        feed(*client, clientLog, down, Cut::Whole);
        for (const quint32 refused : {7u, 9u}) {
            QVERIFY(clientLog.error(refused));
            QVERIFY(clientLog.error(refused)->retrySafe);
            QCOMPARE(clientLog.error(refused)->number, qint64(7));
        }
        QCOMPARE(client->openStreams(), 3);
    }
};

QTEST_GUILESS_MAIN(TestHttp2Flow)
#include "tst_http2_flow.moc"
