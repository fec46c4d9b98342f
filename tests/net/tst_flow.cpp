// Flow on an open connection: uploads that stall, early answers, bounded reads, back-pressure.
#include "connection_fixture.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;
using Mark = wire::SentMark::What;

namespace
{

wire::ContentLength known(quint64 octets)
{
    return {wire::ContentLength::Kind::Known, octets};
}

// Keeps the upload queue filled until `total` octets have been sent.
struct Upload {
    explicit Upload(RecordingOwner &owner, qint64 total)
        : owner(owner)
        , left(total)
    {
        owner.onWanted = [this] { refill(); };
    }
    void refill()
    {
        while (left > 0) {
            const auto room = owner.connection->contentRoom(owner.stream);
            if (room <= 0)
                return;
            const auto count = std::min<qint64>(room, left);
            left -= count;
            owner.connection->sendContent(owner.stream, QByteArray(count, 'u'));
        }
        if (!std::exchange(ended, true))
            owner.connection->endContent(owner.stream);
    }
    RecordingOwner &owner;
    qint64 left;
    bool ended = false;
};

} // namespace

class TestFlow : public QObject
{
    Q_OBJECT

    Connections m_connections;

private Q_SLOTS:
    void cleanup() { QVERIFY(m_connections.areGone()); }

    void uploads_data()
    {
        QTest::addColumn<bool>("secure");
        QTest::addColumn<bool>("multiplexed");
        QTest::newRow("1.1") << false << false;
        QTest::newRow("1.1 tls") << true << false;
        QTest::newRow("h2c") << false << true;
        QTest::newRow("h2 tls") << true << true;
    }
    void uploads()
    {
        QFETCH(bool, secure);
        QFETCH(bool, multiplexed);
        constexpr qint64 size = 5'000'000;
        Http2Service service;
        ScriptedServer::Script script = [](Peer &peer) {
            peer.keepNothing();
            if (peer.receivedOctets() > size)
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        };
        if (multiplexed)
            script = service.script();
        std::unique_ptr<ScriptedServer> server;
        if (secure)
            server = std::make_unique<ScriptedServer>(
                ServerTls{.alpn = {multiplexed ? "h2" : "http/1.1"}}, script);
        else
            server = std::make_unique<ScriptedServer>(script);
        auto connection = secure        ? m_connections.tls(*server)
                          : multiplexed ? m_connections.h2c(*server)
                                        : m_connections.plain(*server);
        RecordingOwner owner;
        Upload upload(owner, size);
        auto head = getHead("localhost");
        head.method = "POST";
        if (!multiplexed)
            head.headers.append("Content-Length", QByteArray::number(size));
        QVERIFY(owner.openOn(connection, head, known(size)));
        upload.refill();
        QVERIFY(owner.connection->contentRoom(owner.stream) <= wire::Session::queueLimit);
        QVERIFY(spinUntil([&] { return upload.ended && owner.sentAt(Mark::ContentEnd); }));
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QVERIFY(*owner.sentAt(Mark::HeadEnd) <= *owner.sentAt(Mark::ContentStart) ||
                *owner.sentAt(Mark::HeadStart) <= *owner.sentAt(Mark::ContentStart));
        QVERIFY(*owner.sentAt(Mark::ContentStart) < *owner.sentAt(Mark::ContentEnd));
        const auto end = std::ranges::find_if(
            owner.marks, [](const auto &m) { return m.first.what == Mark::ContentEnd; });
        QCOMPARE(end->first.octets, quint64(size));
        owner.connection.reset();
        finish(connection);
    }

    void anUploadStallsWithItsReader()
    {
        ScriptedServer server;
        server.onConnected([](Peer &peer) { peer.stopReading(); });
        auto connection = m_connections.plain(server);
        RecordingOwner owner;
        Upload upload(owner, 1LL << 30);
        auto head = getHead("localhost");
        head.method = "PUT";
        head.headers.append("Content-Length", QByteArray::number(1LL << 30));
        QVERIFY(owner.openOn(connection, head, known(1LL << 30)));
        upload.refill();
        spinFor(300ms);
        const auto taken = (1LL << 30) - upload.left;
        QVERIFY(taken < (64LL << 20)); // the kernel's buffers and ours, nothing like the whole
        spinFor(100ms);
        QCOMPARE((1LL << 30) - upload.left, taken);
        connection->release(owner.stream);
        QVERIFY(!connection->isOpen()); // HTTP/1: a message left half is the connection's end
        owner.connection.reset();
        connection.reset();
    }

    void aRequestCutInTheMiddleOfItsBody_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }
    void aRequestCutInTheMiddleOfItsBody()
    {
        QFETCH(bool, reset);
        ScriptedServer server([reset](Peer &peer) {
            peer.keepNothing();
            if (peer.receivedOctets() > 1'000'000)
                reset ? peer.reset() : peer.close();
        });
        auto connection = m_connections.plain(server);
        RecordingOwner owner;
        Upload upload(owner, 1LL << 30);
        auto head = getHead("localhost");
        head.method = "PUT";
        head.headers.append("Content-Length", QByteArray::number(1LL << 30));
        QVERIFY(owner.openOn(connection, head, known(1LL << 30)));
        upload.refill();
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QVERIFY(owner.error);
        QCOMPARE(owner.error->code, http::Code::ConnectionClosed);
        QCOMPARE(owner.error->phase, http::Phase::Send);
        owner.connection.reset();
        connection.reset();
    }

    void anEarlyAnswerIsHeardThoughTheRequestIsCut()
    {
        ScriptedServer server([](Peer &peer) {
            peer.keepNothing();
            if (peer.receivedOctets() > 200'000 && peer.receivedOctets() < 400'000) {
                peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n"
                          "Connection: close\r\n\r\nbig");
            }
        });
        auto connection = m_connections.plain(server);
        RecordingOwner owner;
        Upload upload(owner, 1LL << 30);
        auto head = getHead("localhost");
        head.method = "PUT";
        head.headers.append("Content-Length", QByteArray::number(1LL << 30));
        QVERIFY(owner.openOn(connection, head, known(1LL << 30)));
        upload.refill();
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QCOMPARE(owner.heads.size(), 1u);
        QCOMPARE(owner.heads[0].status, 413);
        QCOMPARE(owner.content, QByteArray("big"));
        QVERIFY(!connection->isOpen());
        owner.connection.reset();
        connection.reset();
    }

    void readingIsBoundedATurn()
    {
        constexpr qint64 size = 4 << 20;
        ScriptedServer server(
            answering("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) +
                      "\r\n\r\n" + QByteArray(size, 'x')));
        auto connection = m_connections.plain(server);
        RecordingOwner owner;
        owner.keeps = false;
        std::map<qint64, qint64> perTurn;
        qint64 seen = 0;
        owner.onContent = [&] {
            perTurn[owner.stamps.back().ns] += owner.contentOctets - seen;
            seen = owner.contentOctets;
        };
        QVERIFY(runOn(owner, connection));
        QCOMPARE(owner.contentOctets, size);
        for (const auto &[stamp, octets] : perTurn)
            QVERIFY(octets <= 256 * 1024);
        owner.connection.reset();
        finish(connection);
    }

    void backPressure_data()
    {
        QTest::addColumn<bool>("secure");
        QTest::newRow("clear") << false;
        QTest::newRow("tls") << true;
    }

    void backPressure()
    {
        QFETCH(bool, secure);
        constexpr qint64 size = 64 << 20;
        const auto script =
            answering("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) +
                      "\r\n\r\n" + QByteArray(size, 'x'));
        std::unique_ptr<ScriptedServer> server;
        if (secure)
            server = std::make_unique<ScriptedServer>(ServerTls{}, script);
        else
            server = std::make_unique<ScriptedServer>(script);
        auto connection = secure ? m_connections.tls(*server) : m_connections.plain(*server);
        RecordingOwner owner;
        owner.consumes = false;
        owner.keeps = false;
        QVERIFY(owner.openOn(connection, getHead("localhost")));
        QVERIFY(spinUntil([&] { return owner.contentOctets > (1 << 20); }));
        spinFor(200ms);
        const auto stalled = owner.contentOctets;
        QVERIFY(stalled <= (1 << 20) + 512 * 1024);
        QVERIFY(server->peers()[0]->unsentOctets() > 0); // the sender feels it
        spinFor(100ms);
        QCOMPARE(owner.contentOctets, stalled);
        // It flows again as soon as somebody takes it.
        owner.consumes = true;
        connection->consume(owner.stream, stalled);
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QCOMPARE(owner.contentOctets, size);
        QCOMPARE(owner.end, trace::End::ContentLength);
        owner.connection.reset();
        finish(connection);
    }

    void aSlowStreamDoesNotStarveItsSiblings()
    {
        Http2Service service;
        service.content = [](const QByteArray &path) {
            return path == "/slow" ? QByteArray(40 << 20, 's') : QByteArray("quick");
        };
        ScriptedServer server(service.script());
        auto connection = m_connections.h2c(server);
        RecordingOwner slow;
        slow.consumes = false;
        slow.keeps = false;
        QVERIFY(slow.openOn(connection, getHead("localhost", "/slow")));
        QVERIFY(spinUntil([&] { return slow.contentOctets > (8 << 20); }));
        spinFor(100ms);
        QVERIFY(slow.contentOctets <= 16 << 20); // its window
        RecordingOwner quick;
        QVERIFY(runOn(quick, connection));
        QCOMPARE(quick.content, QByteArray("quick"));
        QVERIFY(!slow.isOver());
        connection->release(slow.stream);
        QVERIFY(connection->isOpen()); // HTTP/2 resets the stream, not the connection
        slow.connection.reset();
        quick.connection.reset();
        finish(connection);
    }
};

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
