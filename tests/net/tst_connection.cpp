// An open connection under traffic, on loopback: requests, stamps, cut connections, back-pressure,
// owners that come and go.
#include "net/connector.h"
#include "tests/support/await.h"
#include "tests/support/http2_service.h"
#include "tests/support/recording_owner.h"
#include "tests/support/scripted_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;
using Mark = wire::SentMark::What;

namespace
{

constexpr auto smallAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

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

class TestConnection : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_caFile;
    std::vector<std::weak_ptr<OpenConnection>> m_made;

    std::shared_ptr<OpenConnection> connectTo(quint16 port, http::VersionPolicy version,
                                              const QByteArray &scheme)
    {
        Route route{.origin = {scheme, "localhost", port}, .version = version};
        if (scheme == "https")
            route.tls.caFile = m_caFile;
        route.family = AddressFamily::IPv4;
        auto trace = std::make_shared<trace::Connection>(trace::ExchangeId(1), route.origin);
        auto opened = await(openConnection(route, trace, nullptr, {}));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        m_made.push_back(opened->connection);
        return opened->connection;
    }
    std::shared_ptr<OpenConnection> plain(const ScriptedServer &server)
    {
        return connectTo(server.port(), http::VersionPolicy::Http11, "http");
    }
    std::shared_ptr<OpenConnection> h2c(const ScriptedServer &server)
    {
        return connectTo(server.port(), http::VersionPolicy::H2c, "http");
    }
    std::shared_ptr<OpenConnection> tls(const ScriptedServer &server)
    {
        return connectTo(server.port(), http::VersionPolicy::Auto, "https");
    }
    static void finish(std::shared_ptr<OpenConnection> &connection)
    {
        connection->close(QStringLiteral("test over"), {});
        connection.reset();
    }

    // One exchange to its end.
    static void run(RecordingOwner &owner, const std::shared_ptr<OpenConnection> &connection)
    {
        QVERIFY(owner.openOn(connection, getHead("localhost")));
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_caFile =
            writeFile(m_folder.path(), QStringLiteral("ca.pem"), testAuthority().certificatePem());
    }

    void cleanup()
    {
        // Nothing may keep a connection alive behind its users' backs.
        for (const auto &connection : m_made)
            QVERIFY(connection.expired());
        m_made.clear();
    }

    void serialRequests_data()
    {
        QTest::addColumn<bool>("secure");
        QTest::newRow("clear") << false;
        QTest::newRow("tls") << true;
    }
    void serialRequests()
    {
        QFETCH(bool, secure);
        std::unique_ptr<ScriptedServer> server;
        if (secure)
            server = std::make_unique<ScriptedServer>(ServerTls{.alpn = {"http/1.1"}},
                                                      answering(smallAnswer));
        else
            server = std::make_unique<ScriptedServer>(answering(smallAnswer));
        auto connection = secure ? tls(*server) : plain(*server);
        const auto opened = trace::now();
        for (int i = 0; i < 3; ++i) {
            RecordingOwner owner;
            run(owner, connection);
            owner.connection.reset();
            QCOMPARE(owner.end, trace::End::ContentLength);
            QCOMPARE(owner.content, QByteArray("hello"));
            QCOMPARE(owner.heads.size(), 1u);
            QCOMPARE(owner.calls[0], QByteArray("head-started"));
            const auto started = owner.sentAt(Mark::HeadStart);
            const auto finished = owner.sentAt(Mark::HeadEnd);
            QVERIFY(started && finished);
            QVERIFY(opened <= *started && *started <= *finished);
            QVERIFY(*finished <= *owner.headStartedAt);
            QVERIFY(*owner.headStartedAt <= trace::now());
            QCOMPARE(connection->capacity(), 1);
            QCOMPARE(connection->openStreams(), 0);
        }
        const auto state = connection->trace()->state();
        QCOMPARE(state.exchanges, 3);
        QVERIFY(state.octetsReceived >= 3 * strlen(smallAnswer));
        QVERIFY(state.octetsSent > 0);
        QCOMPARE(server->peers().size(), 1u);
        finish(connection);
        QVERIFY(spinUntil([&] { return server->openPeers() == 0; }));
    }

    void plainOctetsAreCountedExactly()
    {
        ScriptedServer server(answering(smallAnswer));
        auto connection = plain(server);
        RecordingOwner owner;
        run(owner, connection);
        const auto state = connection->trace()->state();
        QCOMPARE(state.octetsReceived, quint64(strlen(smallAnswer)));
        QCOMPARE(state.octetsSent, quint64(server.peers()[0]->receivedOctets()));
        owner.connection.reset();
        finish(connection);
    }

    void multiplexed_data()
    {
        QTest::addColumn<bool>("secure");
        QTest::newRow("h2c") << false;
        QTest::newRow("h2") << true;
    }
    void multiplexed()
    {
        QFETCH(bool, secure);
        Http2Service service;
        service.content = [](const QByteArray &path) { return "you asked for " + path; };
        std::unique_ptr<ScriptedServer> server;
        if (secure)
            server = std::make_unique<ScriptedServer>(ServerTls{.alpn = {"h2"}}, service.script());
        else
            server = std::make_unique<ScriptedServer>(service.script());
        auto connection = secure ? tls(*server) : h2c(*server);
        QCOMPARE(connection->version(), http::Version::Http2);
        std::vector<RecordingOwner> owners(50);
        for (size_t i = 0; i < owners.size(); ++i) {
            QVERIFY(
                owners[i].openOn(connection, getHead("localhost", '/' + QByteArray::number(i))));
        }
        QCOMPARE(connection->openStreams(), 50);
        QVERIFY(spinUntil(
            [&] { return std::ranges::all_of(owners, [](const auto &o) { return o.isOver(); }); }));
        for (size_t i = 0; i < owners.size(); ++i) {
            QCOMPARE(owners[i].end, trace::End::EndStream);
            QCOMPARE(owners[i].content, "you asked for /" + QByteArray::number(i));
            QVERIFY(owners[i].sentAt(Mark::HeadEnd));
            owners[i].connection.reset();
        }
        QCOMPARE(service.requests, 50);
        QVERIFY(connection->isOpen());
        finish(connection);
        QVERIFY(spinUntil([&] { return server->openPeers() == 0; }));
    }

    void requestsOpenedTogetherAreOneWrite()
    {
        Http2Service service;
        int arrivals = 0;
        const auto serve = service.script();
        ScriptedServer server([&](Peer &peer) {
            ++arrivals;
            serve(peer);
        });
        auto connection = h2c(server);
        std::vector<RecordingOwner> owners(30);
        for (auto &owner : owners)
            QVERIFY(owner.openOn(connection, getHead("localhost")));
        QVERIFY(spinUntil([&] { return arrivals > 0; }));
        QCOMPARE(service.requests, 30);
        QCOMPARE(arrivals, 1);
        for (auto &owner : owners)
            owner.connection.reset();
        finish(connection);
    }

    void cuts_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("reset");
        QTest::addColumn<http::Code>("code");
        QTest::addColumn<http::Phase>("phase");
        using C = http::Code;
        using P = http::Phase;
        const QByteArray inHead = "HTTP/1.1 200 OK\r\nContent-Le";
        const QByteArray inBody = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
        const QByteArray inChunk =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf";
        const QByteArray toTheEnd = "HTTP/1.1 200 OK\r\n\r\nhalf";
        QTest::newRow("before") << QByteArray() << false << C::ConnectionClosed << P::Wait;
        QTest::newRow("before, reset") << QByteArray() << true << C::ConnectionClosed << P::Wait;
        QTest::newRow("head") << inHead << false << C::TruncatedResponse << P::ReceiveHead;
        QTest::newRow("body") << inBody << false << C::TruncatedResponse << P::ReceiveBody;
        QTest::newRow("body, reset") << inBody << true << C::TruncatedResponse << P::ReceiveBody;
        QTest::newRow("chunk") << inChunk << false << C::TruncatedResponse << P::ReceiveBody;
        QTest::newRow("unannounced, reset")
            << toTheEnd << true << C::TruncatedResponse << P::ReceiveBody;
    }
    void cuts()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, reset);
        QFETCH(http::Code, code);
        QFETCH(http::Phase, phase);
        Peer *asked = nullptr;
        ScriptedServer server([&](Peer &peer) {
            asked = &peer;
            if (!answer.isEmpty())
                peer.send(answer);
        });
        auto connection = plain(server);
        RecordingOwner owner;
        QVERIFY(owner.openOn(connection, getHead("localhost")));
        const auto arrived = [&] {
            return asked && connection->trace()->state().octetsReceived == quint64(answer.size());
        };
        QVERIFY(spinUntil(arrived));
        reset ? asked->reset() : asked->close();
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QCOMPARE(owner.ends, 1);
        QVERIFY(owner.error);
        QCOMPARE(owner.error->code, code);
        QCOMPARE(owner.error->phase, phase);
        QCOMPARE(owner.error->blame, http::Blame::Remote);
        QCOMPARE(owner.error->number, reset ? ECONNRESET : 0);
        QVERIFY(!owner.error->sentence.isEmpty());
        QCOMPARE(owner.content,
                 phase == http::Phase::ReceiveBody ? QByteArray("half") : QByteArray());
        QVERIFY(!connection->isOpen());
        QCOMPARE(connection->capacity(), 0);
        QVERIFY(trace::firstOf(connection->trace()->state().events, trace::What::Closed));
        QVERIFY(!connection->trace()->state().closeReason.isEmpty());
        RecordingOwner late;
        QVERIFY(!late.openOn(connection, getHead("localhost")));
        QCOMPARE(late.error->code, http::Code::ConnectionClosed);
        QVERIFY(late.error->retrySafe);
        owner.connection.reset();
        late.connection.reset();
        connection.reset();
    }

    void aBodyThatEndsWithTheConnection_data()
    {
        QTest::addColumn<bool>("secure");
        QTest::addColumn<bool>("notify");
        QTest::newRow("clear") << false << false;
        QTest::newRow("tls, close_notify") << true << true;
        QTest::newRow("tls, bare FIN") << true << false;
    }
    void aBodyThatEndsWithTheConnection()
    {
        QFETCH(bool, secure);
        QFETCH(bool, notify);
        const ScriptedServer::Script script = [&](Peer &peer) {
            peer.send("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, 'b'));
            notify ? peer.close() : peer.closeBare();
        };
        std::unique_ptr<ScriptedServer> server;
        if (secure)
            server = std::make_unique<ScriptedServer>(ServerTls{}, script);
        else
            server = std::make_unique<ScriptedServer>(script);
        auto connection = secure ? tls(*server) : plain(*server);
        RecordingOwner owner;
        run(owner, connection);
        QCOMPARE(owner.end, trace::End::Close);
        QCOMPARE(owner.content.size(), 300'000);
        const bool doubted = std::ranges::any_of(owner.findings, [](const trace::Finding &f) {
            return f.rule == "tls.no-close-notify";
        });
        QCOMPARE(doubted, secure && !notify);
        owner.connection.reset();
        connection.reset();
    }

    void garbage()
    {
        ScriptedServer server([](Peer &peer) { peer.send("\x15\x03\x01 what is this\r\n\r\n"); });
        auto connection = plain(server);
        RecordingOwner owner;
        run(owner, connection);
        QVERIFY(owner.error);
        QCOMPARE(owner.error->layer, http::Layer::Http1);
        QCOMPARE(owner.error->blame, http::Blame::Remote);
        QVERIFY(!owner.error->sentence.isEmpty());
        QVERIFY(!connection->isOpen());
        owner.connection.reset();
        connection.reset();
    }

    void anIdleConnectionNoticesItsEnd()
    {
        ScriptedServer server(answering(smallAnswer));
        auto connection = plain(server);
        int changes = 0;
        connection->onChange([&] { ++changes; });
        RecordingOwner owner;
        run(owner, connection);
        QCOMPARE(changes, 1);
        server.peers()[0]->close();
        QVERIFY(spinUntil([&] { return !connection->isOpen(); }));
        QCOMPARE(changes, 2);
        QVERIFY(connection->trace()->state().closeReason.contains(QStringLiteral("idle")));
        owner.connection.reset();
        connection.reset();
    }

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
        auto connection = secure ? tls(*server) : multiplexed ? h2c(*server) : plain(*server);
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
        auto connection = plain(server);
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
        auto connection = plain(server);
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
        auto connection = plain(server);
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
        auto connection = plain(server);
        RecordingOwner owner;
        owner.keeps = false;
        std::map<qint64, qint64> perTurn;
        qint64 seen = 0;
        owner.onContent = [&] {
            perTurn[owner.stamps.back().ns] += owner.contentOctets - seen;
            seen = owner.contentOctets;
        };
        run(owner, connection);
        QCOMPARE(owner.contentOctets, size);
        for (const auto &[stamp, octets] : perTurn)
            QVERIFY(octets <= 256 * 1024);
        owner.connection.reset();
        finish(connection);
    }

    void backPressure_data() { serialRequests_data(); }
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
        auto connection = secure ? tls(*server) : plain(*server);
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
        auto connection = h2c(server);
        RecordingOwner slow;
        slow.consumes = false;
        slow.keeps = false;
        QVERIFY(slow.openOn(connection, getHead("localhost", "/slow")));
        QVERIFY(spinUntil([&] { return slow.contentOctets > (8 << 20); }));
        spinFor(100ms);
        QVERIFY(slow.contentOctets <= 16 << 20); // its window
        RecordingOwner quick;
        run(quick, connection);
        QCOMPARE(quick.content, QByteArray("quick"));
        QVERIFY(!slow.isOver());
        connection->release(slow.stream);
        QVERIFY(connection->isOpen()); // HTTP/2 resets the stream, not the connection
        slow.connection.reset();
        quick.connection.reset();
        finish(connection);
    }

    void ownersMayReenterAndDie()
    {
        ScriptedServer server(answering(smallAnswer));
        auto connection = plain(server);
        // Each end starts the next and destroys its own owner, from within ended().
        int finished = 0;
        std::unique_ptr<RecordingOwner> current;
        std::function<void()> next = [&] {
            auto owner = std::make_unique<RecordingOwner>();
            owner->onEnd = [&] {
                if (++finished < 20)
                    next();
                else
                    current.reset();
            };
            const bool opened = owner->openOn(connection, getHead("localhost"));
            QVERIFY(opened);
            current = std::move(owner); // the previous one goes here, inside its own callback
        };
        next();
        QVERIFY(spinUntil([&] { return finished == 20; }));
        QCOMPARE(connection->trace()->state().exchanges, 20);
        finish(connection);
    }

    void releasingInACallbackEndsTheCalls()
    {
        ScriptedServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" +
                                        QByteArray(50'000, 'x')));
        auto connection = plain(server);
        RecordingOwner owner;
        owner.onContent = [&] { connection->release(owner.stream); };
        QVERIFY(owner.openOn(connection, getHead("localhost")));
        QVERIFY(spinUntil([&] { return !connection->isOpen(); }));
        spinFor(20ms);
        QCOMPARE(owner.stamps.size(), 1u);
        QCOMPARE(owner.ends, 0);
        owner.connection.reset();
        connection.reset();
    }

    void closingFailsWhatIsOpen()
    {
        Http2Service service;
        service.content = [](const QByteArray &) { return QByteArray(40 << 20, 's'); };
        ScriptedServer server(service.script());
        auto connection = h2c(server);
        std::vector<RecordingOwner> owners(3);
        for (auto &owner : owners) {
            owner.consumes = false;
            QVERIFY(owner.openOn(connection, getHead("localhost")));
        }
        QVERIFY(spinUntil([&] { return owners[2].contentOctets > 0; }));
        connection->close(QStringLiteral("enough"),
                          {.layer = http::Layer::Client, .code = http::Code::Cancelled});
        for (auto &owner : owners) {
            QCOMPARE(owner.ends, 1);
            QCOMPARE(owner.error->code, http::Code::Cancelled);
            owner.connection.reset();
        }
        connection.reset();
        QVERIFY(spinUntil([&] { return server.openPeers() == 0; }));
    }

    void goAwayIsRecordedAndObeyed()
    {
        Http2Service service;
        ScriptedServer server(service.script());
        auto connection = h2c(server);
        RecordingOwner owner;
        run(owner, connection);
        auto &peer = *server.peers()[0];
        service.session(peer).shutdown();
        service.flush(peer);
        QVERIFY(spinUntil([&] { return !connection->isOpen(); }));
        QVERIFY(trace::firstOf(connection->trace()->state().events, trace::What::GoAway));
        owner.connection.reset();
        connection.reset();
    }

    void aRefusedClientCertificateIsSaid()
    {
        ScriptedServer server(ServerTls{.askClientCertificate = true}, answering(smallAnswer));
        auto connection = tls(server);
        RecordingOwner owner;
        if (owner.openOn(connection, getHead("localhost")))
            QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QVERIFY(owner.error);
        QVERIFY2(owner.error->sentence.contains(QStringLiteral("client certificate")),
                 qPrintable(owner.error->sentence));
        QCOMPARE(owner.error->layer, http::Layer::Tls);
        owner.connection.reset();
        connection.reset();
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
