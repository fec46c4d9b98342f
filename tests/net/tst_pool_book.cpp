// The pool's book-keeping as a dialogue: what happens, and what the book says is to be done.
#include "net/pool_book.h"

#include <QTest>

using namespace sonde;
using namespace sonde::net;
using What = PoolBook::Action::What;
using Kind = PoolBook::Kind;

namespace
{

PoolKey key(const QByteArray &host, http::VersionPolicy version = http::VersionPolicy::Auto)
{
    return {.origin = {"https", host, 443}, .version = version};
}

// A route whose key this is.
RouteView asked(const PoolKey &key)
{
    return {.origin = key.origin,
            .version = key.version,
            .pinnedBy = key.pinnedBy,
            .tls = key.tls,
            .proxy = key.proxy,
            .overrides = key.overrides,
            .family = key.family,
            .isolation = key.isolation,
            .connectTimeout = {}};
}

trace::Stamp at(qint64 seconds)
{
    return {seconds * 1'000'000'000};
}

// The book with names for what it hands out.
class Desk
{
public:
    explicit Desk(Pool::Limits limits = {})
        : book(limits)
    {
    }

    TicketId ask(const PoolKey &key, Reuse reuse = Reuse::Allowed)
    {
        actions.clear();
        return book.queue(key, reuse, actions);
    }
    void opened(EntryId entry, Kind kind = Kind::Serial, int capacity = 1, qint64 now = 0)
    {
        actions.clear();
        book.opened(entry, kind, capacity, at(now), actions);
    }
    std::vector<TicketId> failed(EntryId entry)
    {
        actions.clear();
        return book.openingFailed(entry, actions);
    }
    // The request was opened on its connection.
    void used(EntryId entry, int capacity, int streams)
    {
        actions.clear();
        book.changed(entry, {capacity, streams, true}, at(0), actions);
        book.unreserve(entry, actions);
    }
    void load(EntryId entry, PoolBook::Load load, qint64 now = 0)
    {
        actions.clear();
        book.changed(entry, load, at(now), actions);
    }
    void closed(EntryId entry)
    {
        actions.clear();
        book.closed(entry, actions);
    }
    void withdraw(TicketId ticket)
    {
        actions.clear();
        book.withdraw(ticket, actions);
    }
    int count(What what) const
    {
        return int(std::ranges::count(actions, what, &PoolBook::Action::what));
    }
    PoolBook::Action first(What what) const
    {
        const auto found = std::ranges::find(actions, what, &PoolBook::Action::what);
        return found == actions.end() ? PoolBook::Action{} : *found;
    }
    // An open, idle connection.
    EntryId idle(const PoolKey &key, qint64 now = 0)
    {
        ask(key);
        const auto entry = first(What::Open).entry;
        opened(entry);
        used(entry, 0, 1);
        load(entry, {1, 0, true}, now);
        return entry;
    }

    PoolBook book;
    PoolBook::Actions actions;
};

} // namespace

class TestPoolBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstRequestOpens()
    {
        Desk desk;
        QVERIFY(!desk.book.take(asked(key("a"))));
        const auto ticket = desk.ask(key("a"));
        QCOMPARE(desk.actions.size(), 1u);
        QCOMPARE(desk.first(What::Open).ticket, ticket);
        const auto entry = desk.first(What::Open).entry;
        desk.opened(entry);
        QCOMPARE(desk.actions.size(), 1u);
        QCOMPARE(desk.first(What::Lease).ticket, ticket);
        QCOMPARE(desk.first(What::Lease).entry, entry);
        QVERIFY(!desk.first(What::Lease).reused);
        QCOMPARE(desk.book.tickets(), 0u);
    }

    void anIdleConnectionIsTakenAtOnceAndOnlyOnce()
    {
        Desk desk;
        const auto entry = desk.idle(key("a"));
        QCOMPARE(desk.book.take(asked(key("a"))), std::optional(entry));
        QVERIFY(!desk.book.take(asked(key("a")))); // the place is reserved
        desk.actions.clear();
        desk.book.unreserve(entry, desk.actions);
        QCOMPARE(desk.book.take(asked(key("a"))), std::optional(entry));
    }

    void anotherKeySharesNothing_data()
    {
        QTest::addColumn<int>("difference");
        const char *names[] = {"host", "port",  "scheme",   "version",
                               "tls",  "proxy", "override", "family"};
        for (int i = 0; i < 8; ++i)
            QTest::newRow(names[i]) << i;
    }
    void anotherKeySharesNothing()
    {
        QFETCH(int, difference);
        Route route{.origin = {"https", "a.test", 443}};
        Desk desk;
        desk.idle(PoolKey::of(route));
        QVERIFY(desk.book.take(route.view()));
        Route other = route;
        switch (difference) {
        case 0:
            other.origin.host = "b.test";
            break;
        case 1:
            other.origin.port = 444;
            break;
        case 2:
            other.origin.scheme = "http";
            break;
        case 3:
            other.version = http::VersionPolicy::Http11;
            break;
        case 4:
            other.tls.verify = Verify::ReportOnly;
            break;
        case 5:
            other.proxy = Proxy{.host = "p.test", .port = 3128};
            break;
        case 6:
            other.overrides = {{"A.test", 443, {"127.0.0.1"}}};
            break;
        default:
            other.family = AddressFamily::IPv6;
            break;
        }
        QVERIFY(!(PoolKey::of(route) == PoolKey::of(other)));
        QVERIFY(!(PoolKey::of(route) == other.view()));
        QVERIFY(PoolKey::of(other) == other.view());
        QVERIFY(!desk.book.take(other.view()));
    }

    void whatDoesNotMatterIsNotCompared()
    {
        Route route{.origin = {"http", "a.test", 80}};
        Route other = route;
        other.connectTimeout = std::chrono::milliseconds(5);
        other.overrides = {{"elsewhere.test", 80, {"127.0.0.1"}}};
        other.tls.verify = Verify::ReportOnly; // in the clear there is nothing to verify
        QVERIFY(PoolKey::of(route) == PoolKey::of(other));
        QVERIFY(PoolKey::of(route) == other.view());
        QCOMPARE(PoolKeyHash()(PoolKey::of(route)), PoolKeyHash()(PoolKey::of(other)));
        QCOMPARE(PoolKeyHash()(other.view()), PoolKeyHash()(PoolKey::of(other)));
    }

    void serialOriginsOpenUpToTheLimitThenQueueInOrder()
    {
        Desk desk({.perOrigin = 2});
        const auto a = desk.ask(key("a"));
        const auto first = desk.first(What::Open).entry;
        desk.ask(key("a"));
        QCOMPARE(desk.count(What::Open), 1);
        const auto third = desk.ask(key("a"));
        QCOMPARE(desk.count(What::Open), 0);
        const auto fourth = desk.ask(key("a"));
        QCOMPARE(desk.count(What::Open), 0);

        desk.opened(first);
        QCOMPARE(desk.first(What::Lease).ticket, a);
        desk.used(first, 0, 1);
        desk.load(first, {1, 0, true});
        QVERIFY(desk.first(What::Lease).ticket != third); // the second asked before
        desk.used(first, 0, 1);
        desk.load(first, {1, 0, true});
        QCOMPARE(desk.first(What::Lease).ticket, third);
        desk.used(first, 0, 1);
        desk.load(first, {1, 0, true});
        QCOMPARE(desk.first(What::Lease).ticket, fourth);
    }

    void aPlaceIsNotGivenTwiceWhileItIsBeingUsed()
    {
        Desk desk({.perOrigin = 1});
        const auto entry = desk.idle(key("a"));
        QVERIFY(desk.book.take(asked(key("a"))));
        desk.ask(key("a"));
        QCOMPARE(desk.actions.size(), 0u);
        desk.used(entry, 0, 1);
        QCOMPARE(desk.actions.size(), 0u);
        desk.load(entry, {1, 0, true});
        QCOMPARE(desk.count(What::Lease), 1);
        QVERIFY(desk.first(What::Lease).reused);
    }

    void multiplexedOriginsOpenOne_data()
    {
        QTest::addColumn<http::VersionPolicy>("policy");
        QTest::newRow("h2") << http::VersionPolicy::Http2;
        QTest::newRow("h2c") << http::VersionPolicy::H2c;
    }
    void multiplexedOriginsOpenOne()
    {
        QFETCH(http::VersionPolicy, policy);
        Desk desk;
        const auto k = key("a", policy);
        std::vector<TicketId> tickets{desk.ask(k)};
        const auto entry = desk.first(What::Open).entry;
        for (int i = 0; i < 9; ++i) {
            tickets.push_back(desk.ask(k));
            QCOMPARE(desk.actions.size(), 0u);
        }
        desk.opened(entry, Kind::Multiplexed, 100);
        QCOMPARE(desk.count(What::Lease), 10);
        for (size_t i = 0; i < 10; ++i)
            QCOMPARE(desk.actions[i].ticket, tickets[i]);
    }

    void multiplexedWaitersFailTogether()
    {
        Desk desk;
        const auto k = key("a", http::VersionPolicy::Http2);
        const auto a = desk.ask(k);
        const auto entry = desk.first(What::Open).entry;
        const auto b = desk.ask(k);
        QCOMPARE(desk.failed(entry), (std::vector<TicketId>{a, b}));
        QCOMPARE(desk.book.entries(), 0u);
        QCOMPARE(desk.book.tickets(), 0u);
    }

    void serialWaitersFailAloneAndOthersGoOn()
    {
        Desk desk({.perOrigin = 1});
        const auto a = desk.ask(key("a"));
        const auto entry = desk.first(What::Open).entry;
        const auto b = desk.ask(key("a"));
        QCOMPARE(desk.failed(entry), std::vector<TicketId>{a});
        QCOMPARE(desk.first(What::Open).ticket, b);
    }

    void autoLearnsThatAnOriginIsMultiplexed()
    {
        Desk desk;
        desk.ask(key("a"));
        const auto first = desk.first(What::Open).entry;
        desk.ask(key("a"));
        const auto second = desk.first(What::Open).entry; // not known yet: side by side
        QVERIFY(second != EntryId{});
        desk.opened(first, Kind::Multiplexed, 100);
        QCOMPARE(desk.count(What::Lease), 2);
        QCOMPARE(desk.first(What::CancelOpening).entry, second);
        QVERIFY(desk.failed(second).empty());
        desk.closed(first);
        desk.ask(key("a"));
        QCOMPARE(desk.count(What::Open), 1);
        desk.ask(key("a"));
        QCOMPARE(desk.count(What::Open), 0); // known now
    }

    void fullMultiplexedConnectionsAreWaitedFor()
    {
        Desk desk;
        const auto k = key("a", http::VersionPolicy::Http2);
        desk.ask(k);
        const auto entry = desk.first(What::Open).entry;
        desk.opened(entry, Kind::Multiplexed, 1);
        desk.used(entry, 0, 1);
        const auto waiting = desk.ask(k);
        QCOMPARE(desk.actions.size(), 0u);
        desk.load(entry, {1, 0, true});
        QCOMPARE(desk.first(What::Lease).ticket, waiting);
    }

    void goAwayIsNotWaitedFor()
    {
        Desk desk;
        const auto k = key("a", http::VersionPolicy::Http2);
        desk.ask(k);
        const auto entry = desk.first(What::Open).entry;
        desk.opened(entry, Kind::Multiplexed, 100);
        desk.used(entry, 99, 1);
        desk.load(entry, {0, 1, false});
        desk.ask(k);
        QCOMPARE(desk.count(What::Open), 1);
    }

    void freshMakesItsOwnAndSharesItWithNobody()
    {
        Desk desk;
        const auto idle = desk.idle(key("a"));
        const auto ticket = desk.ask(key("a"), Reuse::Fresh);
        QCOMPARE(desk.first(What::Open).ticket, ticket);
        const auto entry = desk.first(What::Open).entry;
        QVERIFY(desk.book.isSingle(entry));
        QVERIFY(!desk.book.isSingle(idle));
        desk.opened(entry, Kind::Multiplexed, 100);
        QCOMPARE(desk.first(What::Lease).ticket, ticket);
        QCOMPARE(desk.book.take(asked(key("a"))), std::optional(idle));
        QVERIFY(!desk.book.take(asked(key("a"))));
    }

    void withdrawingCancelsWhatNobodyElseNeeds()
    {
        Desk desk({.perOrigin = 1});
        const auto alone = desk.ask(key("a"));
        const auto entry = desk.first(What::Open).entry;
        const auto other = desk.ask(key("a"));
        desk.withdraw(alone);
        QCOMPARE(desk.actions.size(), 0u); // the other has it now
        desk.withdraw(other);
        QCOMPARE(desk.first(What::CancelOpening).entry, entry);
        QVERIFY(desk.failed(entry).empty());
        desk.withdraw(other); // twice does no harm
        QCOMPARE(desk.actions.size(), 0u);
    }

    void aCancelledOpeningTakesNobodyWithIt()
    {
        Desk desk;
        const auto k = key("a", http::VersionPolicy::Http2);
        const auto first = desk.ask(k);
        const auto doomed = desk.first(What::Open).entry;
        desk.withdraw(first);
        const auto second = desk.ask(k);
        QCOMPARE(desk.first(What::Open).ticket, second);
        QVERIFY(desk.first(What::Open).entry != doomed);
        QVERIFY(desk.failed(doomed).empty());
        QCOMPARE(desk.book.tickets(), 1u);
    }

    void theTotalLimitClosesTheOldestIdle()
    {
        Desk desk({.total = 2});
        const auto old = desk.idle(key("a"), 1);
        desk.idle(key("b"), 2);
        desk.ask(key("c"));
        QCOMPARE(desk.first(What::Evict).entry, old);
        QCOMPARE(desk.count(What::Open), 1);
    }

    void atTheTotalLimitOneWaitsForAPlace()
    {
        Desk desk({.total = 1});
        const auto entry = desk.idle(key("a"));
        QVERIFY(desk.book.take(asked(key("a"))));
        desk.used(entry, 0, 1);
        desk.ask(key("b"));
        QCOMPARE(desk.actions.size(), 0u);
        desk.load(entry, {1, 0, true}); // idle: it may go
        QCOMPARE(desk.first(What::Evict).entry, entry);
        QCOMPARE(desk.count(What::Open), 1);

        Desk other({.total = 1});
        const auto busy = other.idle(key("a"));
        QVERIFY(other.book.take(asked(key("a"))));
        other.used(busy, 0, 1);
        other.ask(key("b"));
        other.closed(busy);
        QCOMPARE(other.count(What::Open), 1);
    }

    void idleTimeCountsFromTheLastStream()
    {
        Desk desk;
        const auto a = desk.idle(key("a"), 5);
        const auto b = desk.idle(key("b"), 3);
        QCOMPARE(desk.book.oldestIdle(), std::optional(at(3)));
        QCOMPARE(desk.book.idleSince(at(2)), std::vector<EntryId>{});
        QCOMPARE(desk.book.idleSince(at(3)), std::vector<EntryId>{b});
        QCOMPARE(desk.book.idleSince(at(9)), (std::vector<EntryId>{b, a}));
        QVERIFY(desk.book.take(asked(key("b"))));
        QVERIFY(!desk.book.isIdle(b)); // reserved
        QCOMPARE(desk.book.idleSince(at(9)), std::vector<EntryId>{a});
    }
};

QTEST_GUILESS_MAIN(TestPoolBook)
#include "tst_pool_book.moc"
