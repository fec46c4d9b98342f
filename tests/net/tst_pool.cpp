// The pool with real connections on loopback: reuse, queues, failures shared, cancelling, the end.
#include "net/pool.h"
#include "tests/support/await.h"
#include "tests/support/http2_service.h"
#include "tests/support/recording_owner.h"
#include "tests/support/scripted_server.h"
#include "trace/phases.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using namespace sonde::testing;
using namespace std::chrono_literals;
using Outcome = http::Result<Pool::Lease>;
using trace::What;

namespace
{

constexpr auto smallAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

std::shared_ptr<trace::Exchange> newExchange()
{
    auto exchange = std::make_shared<trace::Exchange>(http::Request{});
    exchange->record(What::Dispatched);
    return exchange;
}

Route routeTo(quint16 port, http::VersionPolicy version = http::VersionPolicy::Auto)
{
    return {.origin = {"http", "127.0.0.1", port}, .version = version};
}

bool has(const std::shared_ptr<trace::Exchange> &exchange, What what)
{
    return trace::firstOf(exchange->state().events, what).has_value();
}

// A pool that must be empty in the end.
struct TestPool : Pool {
    using Pool::Pool;
    Running<Outcome> ask(const Route &route, Reuse reuse = Reuse::Allowed, CancelToken token = {},
                         std::shared_ptr<trace::Exchange> exchange = newExchange())
    {
        return Running<Outcome>(acquire(route, reuse, std::move(exchange), std::move(token)));
    }
    // One exchange to its end; its content.
    QByteArray run(const Route &route, Reuse reuse = Reuse::Allowed)
    {
        auto running = ask(route, reuse);
        auto &lease = running.value();
        if (!lease)
            return lease.error().sentence.toUtf8();
        RecordingOwner owner;
        const auto connection = std::exchange(lease->connection, nullptr);
        if (!owner.openOn(connection, getHead("127.0.0.1")))
            return owner.error->sentence.toUtf8();
        if (!spinUntil([&] { return owner.isOver(); }))
            return "hangs";
        return owner.content;
    }
    ~TestPool()
    {
        await(shutdown());
        if (!connections().empty())
            qFatal("connections are left");
    }
};

} // namespace

class TestPoolRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneConnectionServesOneAfterTheOther()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        QCOMPARE(server.peers().size(), 1u);
        QCOMPARE(pool.connections().size(), 1u);
        QCOMPARE(pool.connections()[0]->state().exchanges, 5);
    }

    void anIdleConnectionIsHadWithoutWaiting()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool;
        const auto first = newExchange();
        auto opening = pool.ask(routeTo(server.port()), Reuse::Allowed, {}, first);
        QVERIFY(!opening.isOver());
        QVERIFY(has(first, What::ConnectionAwaited));
        QVERIFY(first->state().connection); // to be watched while it opens
        QVERIFY(opening.value());
        QVERIFY(!opening.value()->reused);
        QVERIFY(has(first, What::ConnectionAssigned));
        opening.value()->connection.reset(); // unused: its place comes back

        const auto second = newExchange();
        auto at_once = pool.ask(routeTo(server.port()), Reuse::Allowed, {}, second);
        QVERIFY(at_once.isOver());
        QVERIFY(at_once.value()->reused);
        QVERIFY(!has(second, What::ConnectionAwaited));
        QVERIFY(second->state().connectionReused);
        QCOMPARE(second->state().connection->id(), first->state().connection->id());
        const auto phases = trace::phases(second->state());
        const auto connect =
            std::ranges::find(phases, trace::Phase::Connect, &trace::PhaseSpan::phase);
        QCOMPARE(connect->state, trace::PhaseState::Reused);
        at_once.value()->connection.reset();
    }

    void aLeaseIsForOne()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool({.perOrigin = 1});
        auto first = pool.ask(routeTo(server.port()));
        QVERIFY(first.value());
        auto second = pool.ask(routeTo(server.port()));
        spinFor(50ms);
        QVERIFY(!second.isOver());
        first.value()->connection.reset();
        QVERIFY(second.value());
        QVERIFY(second.value()->reused);
        second.value()->connection.reset();
        QCOMPARE(server.peers().size(), 1u);
    }

    void moreThanPerOriginQueue()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool({.perOrigin = 3});
        std::vector<std::unique_ptr<Running<Outcome>>> leases;
        for (int i = 0; i < 12; ++i) {
            leases.push_back(std::make_unique<Running<Outcome>>(pool.ask(routeTo(server.port()))));
        }
        for (auto &lease : leases) {
            QVERIFY(lease->value());
            RecordingOwner owner;
            QVERIFY(owner.openOn(std::exchange(lease->value()->connection, nullptr),
                                 getHead("127.0.0.1")));
            QVERIFY(spinUntil([&] { return owner.isOver(); }));
        }
        QCOMPARE(server.peers().size(), 3u);
    }

    void freshIsNeverShared()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool;
        QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        QCOMPARE(pool.run(routeTo(server.port()), Reuse::Fresh), QByteArray("hello"));
        QCOMPARE(pool.run(routeTo(server.port()), Reuse::Fresh), QByteArray("hello"));
        QCOMPARE(server.peers().size(), 3u);
        QCOMPARE(pool.connections().size(), 1u); // those of one request are gone
        QVERIFY(spinUntil([&] { return server.openPeers() == 1; }));
        auto unused = pool.ask(routeTo(server.port()), Reuse::Fresh);
        QVERIFY(unused.value());
        unused.value()->connection.reset();
        QCOMPARE(pool.connections().size(), 1u);
    }

    void standingsTellHowConnectionsAre()
    {
        using State = Pool::Standing::State;
        ScriptedServer server(answering(smallAnswer));
        TestPool pool;
        QVERIFY(pool.standings().empty());
        auto lease = pool.ask(routeTo(server.port()));
        QCOMPARE(pool.standings().size(), 1u);
        QCOMPARE(pool.standings()[0].state, State::Opening);
        QVERIFY(lease.value());
        QCOMPARE(pool.standings()[0].state, State::Busy); // promised
        QCOMPARE(pool.standings()[0].streams, 0);
        RecordingOwner owner;
        const auto before = trace::now();
        QVERIFY(
            owner.openOn(std::exchange(lease.value()->connection, nullptr), getHead("127.0.0.1")));
        QCOMPARE(pool.standings()[0].state, State::Busy);
        QCOMPARE(pool.standings()[0].streams, 1);
        QVERIFY(!pool.standings()[0].idleSince);
        QVERIFY(spinUntil([&] { return owner.isOver(); }));
        QVERIFY(spinUntil([&] { return pool.standings()[0].state == State::Idle; }));
        QCOMPARE(pool.standings()[0].streams, 0);
        QVERIFY(*pool.standings()[0].idleSince > before);
        QCOMPARE(pool.standings()[0].connection, pool.connections()[0]);
    }

    void oneIsClosedByHand()
    {
        ScriptedServer server(answering(smallAnswer));
        ScriptedServer other(answering(smallAnswer));
        TestPool pool;
        QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        QCOMPARE(pool.run(routeTo(other.port())), QByteArray("hello"));
        const auto connection = pool.connections()[0];
        pool.closeConnection(connection->id());
        QCOMPARE(pool.connections().size(), 1u);
        QVERIFY(pool.connections()[0]->id() != connection->id());
        QCOMPARE(connection->state().closeReason, QStringLiteral("closed by the user"));
        pool.closeConnection(connection->id()); // gone already
        QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        QCOMPARE(server.peers().size(), 2u);
        QCOMPARE(other.peers().size(), 1u);
    }

    void closingByHandSaysGoAwayAndCancels()
    {
        Http2Service service;
        ScriptedServer server(service.script());
        TestPool pool;
        auto lease = pool.ask(routeTo(server.port(), http::VersionPolicy::H2c));
        QVERIFY(lease.value());
        const auto connection = pool.connections()[0];
        RecordingOwner owner;
        QVERIFY(
            owner.openOn(std::exchange(lease.value()->connection, nullptr), getHead("127.0.0.1")));
        pool.closeConnections();
        QVERIFY(pool.connections().empty());
        QVERIFY(owner.error);
        QCOMPARE(owner.error->code, http::Code::Cancelled);
        // RFC 9113 section 6.8: 8 octets, type 7, no flags, stream 0.
        const auto &log = connection->log();
        QByteArray octets;
        for (const auto &piece :
             log.slice(trace::Direction::Sent, 0, log.octets(trace::Direction::Sent)))
            octets += piece.octets;
        QVERIFY(octets.contains(QByteArray::fromHex("000008070000000000")));
    }

    void anOpeningIsCalledOffByHand()
    {
        ScriptedServer silent; // never answers the ClientHello
        TestPool pool;
        auto lease = pool.ask({.origin = {"https", "127.0.0.1", silent.port()}});
        QVERIFY(spinUntil([&] { return !silent.peers().empty(); }));
        pool.closeConnection(pool.connections()[0]->id());
        QVERIFY(spinUntil([&] { return lease.isOver(); }, 1s));
        QCOMPARE(lease.value().error().code, http::Code::Cancelled);
        QVERIFY(pool.standings().empty());
    }

    void multiplexedRequestsShareOneConnection()
    {
        Http2Service service;
        ScriptedServer server(service.script());
        TestPool pool;
        const auto route = routeTo(server.port(), http::VersionPolicy::H2c);
        std::vector<std::unique_ptr<Running<Outcome>>> leases;
        std::vector<std::shared_ptr<trace::Exchange>> exchanges;
        for (int i = 0; i < 40; ++i) {
            exchanges.push_back(newExchange());
            leases.push_back(std::make_unique<Running<Outcome>>(
                pool.ask(route, Reuse::Allowed, {}, exchanges.back())));
        }
        std::vector<RecordingOwner> owners(40);
        for (size_t i = 0; i < 40; ++i) {
            QVERIFY(leases[i]->value());
            QVERIFY(owners[i].openOn(std::exchange(leases[i]->value()->connection, nullptr),
                                     getHead("127.0.0.1")));
        }
        QVERIFY(spinUntil(
            [&] { return std::ranges::all_of(owners, [](const auto &o) { return o.isOver(); }); }));
        QCOMPARE(server.peers().size(), 1u);
        const auto phases = trace::phases(exchanges[5]->state());
        const auto connect =
            std::ranges::find(phases, trace::Phase::Connect, &trace::PhaseSpan::phase);
        QVERIFY(connect->shared); // the first one's, not its own
        const auto waited =
            std::ranges::find(phases, trace::Phase::ConnectionWait, &trace::PhaseSpan::phase);
        QCOMPARE(waited->state, trace::PhaseState::Done);
    }

    void autoLearnsOverTls()
    {
        Http2Service service;
        ScriptedServer server(ServerTls{.alpn = {"h2"}}, service.script());
        TestPool pool;
        Route route{.origin = {"https", "localhost", server.port()},
                    .tls = {.caFile = testAuthorityFile()}};
        route.family = AddressFamily::IPv4;
        QCOMPARE(pool.run(route), QByteArray("hello"));
        QCOMPARE(pool.run(route), QByteArray("hello"));
        QCOMPARE(server.peers().size(), 1u);
        QCOMPARE(pool.connections()[0]->state().version, http::Version::Http2);
    }

    void refusalReachesEveryoneWhoWaited()
    {
        quint16 port = 0;
        {
            ScriptedServer server;
            port = server.port();
        }
        TestPool pool;
        const auto route = routeTo(port, http::VersionPolicy::H2c);
        const auto exchange = newExchange();
        auto first = pool.ask(route);
        auto second = pool.ask(route, Reuse::Allowed, {}, exchange);
        QVERIFY(!first.value());
        QCOMPARE(first.value().error().code, http::Code::ConnectionRefused);
        QCOMPARE(second.value().error(), first.value().error());
        QVERIFY(exchange->state().connection);
        QCOMPARE(exchange->state().connection->state().attempts.size(), 1u);
    }

    void anImpossiblePinIsRefusedAtOnce()
    {
        TestPool pool;
        auto lease = pool.ask(routeTo(1, http::VersionPolicy::Http2));
        QVERIFY(lease.isOver());
        QCOMPARE(lease.value().error().code, http::Code::UnsupportedVersion);
    }

    void cancellingWhileItOpens()
    {
        ScriptedServer silent; // never answers the ClientHello
        TestPool pool;
        CancelSource source;
        Route route{.origin = {"https", "127.0.0.1", silent.port()}};
        auto lease = pool.ask(route, Reuse::Allowed, source.token());
        QVERIFY(spinUntil([&] { return !silent.peers().empty(); }));
        source.cancel();
        QVERIFY(spinUntil([&] { return lease.isOver(); }, 1s));
        QCOMPARE(lease.value().error().code, http::Code::Cancelled);
        QVERIFY(spinUntil([&] { return pool.connections().empty(); }, 1s));
        QVERIFY(spinUntil([&] { return silent.openPeers() == 0; }));
    }

    void cancellingOneLeavesTheOthersTheirOpening()
    {
        Http2Service service;
        ScriptedServer server(service.script());
        TestPool pool;
        CancelSource source;
        const auto route = routeTo(server.port(), http::VersionPolicy::H2c);
        auto first = pool.ask(route, Reuse::Allowed, source.token());
        auto second = pool.ask(route);
        source.cancel();
        QCOMPARE(first.value().error().code, http::Code::Cancelled);
        QVERIFY(second.value());
        second.value()->connection.reset();
        QCOMPARE(server.peers().size(), 1u);
    }

    void idleConnectionsGo()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool({.idle = 50ms});
        QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        const auto trace = pool.connections().at(0);
        QVERIFY(spinUntil([&] { return pool.connections().empty(); }));
        QVERIFY(trace->state().closeReason.startsWith(QStringLiteral("idle for")));
        QVERIFY(spinUntil([&] { return server.openPeers() == 0; }));
    }

    void deadConnectionsAreForgotten()
    {
        ScriptedServer server(answering(smallAnswer));
        TestPool pool;
        QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        server.peers()[0]->close();
        QVERIFY(spinUntil([&] { return pool.connections().empty(); }));
        QCOMPARE(pool.run(routeTo(server.port())), QByteArray("hello"));
        QCOMPARE(server.peers().size(), 2u);
    }

    void theTotalLimitMakesRoom()
    {
        ScriptedServer a(answering(smallAnswer));
        ScriptedServer b(answering(smallAnswer));
        TestPool pool({.total = 1});
        QCOMPARE(pool.run(routeTo(a.port())), QByteArray("hello"));
        QCOMPARE(pool.run(routeTo(b.port())), QByteArray("hello"));
        QCOMPARE(pool.connections().size(), 1u);
        QVERIFY(spinUntil([&] { return a.openPeers() == 0; }));
    }

    void shutdownEndsEverything()
    {
        ScriptedServer silent;
        ScriptedServer server(answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
        Pool pool;
        Route opening{.origin = {"https", "127.0.0.1", silent.port()}};
        Running<Outcome> waiting(pool.acquire(opening, Reuse::Allowed, newExchange(), {}));
        Running<Outcome> open(
            pool.acquire(routeTo(server.port()), Reuse::Allowed, newExchange(), {}));
        RecordingOwner owner;
        QVERIFY(
            owner.openOn(std::exchange(open.value()->connection, nullptr), getHead("127.0.0.1")));
        QVERIFY(spinUntil([&] { return owner.contentOctets > 0; }));
        auto once = pool.shutdown();
        await(pool.shutdown()); // whoever asks is told
        await(std::move(once));
        QCOMPARE(waiting.value().error().code, http::Code::Cancelled);
        QCOMPARE(owner.ends, 1);
        QCOMPARE(owner.error->code, http::Code::Cancelled);
        QVERIFY(pool.connections().empty());
        Running<Outcome> late(
            pool.acquire(routeTo(server.port()), Reuse::Allowed, newExchange(), {}));
        QCOMPARE(late.value().error().code, http::Code::Cancelled);
        owner.connection.reset();
        QVERIFY(spinUntil([&] { return server.openPeers() == 0 && silent.openPeers() == 0; }));
    }
};

QTEST_GUILESS_MAIN(TestPoolRun)
#include "tst_pool.moc"
