// An open connection, on loopback: requests, stamps, cut connections, owners that come and go.
#include "connection_fixture.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;
using Mark = wire::SentMark::What;

namespace
{

constexpr auto smallAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

    Connections m_connections;

private Q_SLOTS:
    void cleanup() { QVERIFY(m_connections.areGone()); }

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
        auto connection = secure ? m_connections.tls(*server) : m_connections.plain(*server);
        const auto opened = trace::now();
        for (int i = 0; i < 3; ++i) {
            RecordingOwner owner;
            QVERIFY(runOn(owner, connection));
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
        auto connection = m_connections.plain(server);
        RecordingOwner owner;
        QVERIFY(runOn(owner, connection));
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
        auto connection = secure ? m_connections.tls(*server) : m_connections.h2c(*server);
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
        auto connection = m_connections.h2c(server);
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
        auto connection = m_connections.plain(server);
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
        auto connection = secure ? m_connections.tls(*server) : m_connections.plain(*server);
        RecordingOwner owner;
        QVERIFY(runOn(owner, connection));
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
        auto connection = m_connections.plain(server);
        RecordingOwner owner;
        QVERIFY(runOn(owner, connection));
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
        auto connection = m_connections.plain(server);
        int changes = 0;
        connection->onChange([&] { ++changes; });
        RecordingOwner owner;
        QVERIFY(runOn(owner, connection));
        QCOMPARE(changes, 1);
        server.peers()[0]->close();
        QVERIFY(spinUntil([&] { return !connection->isOpen(); }));
        QCOMPARE(changes, 2);
        QVERIFY(connection->trace()->state().closeReason.contains(QStringLiteral("idle")));
        owner.connection.reset();
        connection.reset();
    }

    void ownersMayReenterAndDie()
    {
        ScriptedServer server(answering(smallAnswer));
        auto connection = m_connections.plain(server);
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
        auto connection = m_connections.plain(server);
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
        auto connection = m_connections.h2c(server);
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
        auto connection = m_connections.h2c(server);
        RecordingOwner owner;
        QVERIFY(runOn(owner, connection));
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
        auto connection = m_connections.tls(server);
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
