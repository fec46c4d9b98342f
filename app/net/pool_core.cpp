#include "net/pool_core.h"

#include "net/errors.h"

namespace sonde::net
{

using Action = PoolBook::Action;

PoolCore::PoolCore(Pool::Limits limits)
    : m_limits(limits)
    , m_book(limits)
{
    m_idleTimer.setSingleShot(true);
    QObject::connect(&m_idleTimer, &QTimer::timeout, &m_idleTimer, [this] { closeIdle(); });
}

PoolCore::~PoolCore()
{
    for (auto &[entry, slot] : m_slots) {
        slot.stop.cancel();
        if (slot.connection)
            slot.connection->onChange({});
    }
}

std::optional<Pool::Lease> PoolCore::takeNow(const RouteView &route, Reuse reuse,
                                             trace::Exchange &exchange)
{
    if (m_closing || reuse == Reuse::Fresh)
        return std::nullopt;
    const auto entry = m_book.take(route);
    if (!entry)
        return std::nullopt;
    auto lease = leaseOn(*entry, true);
    assign(lease, exchange);
    return lease;
}

PoolCore::Waiter PoolCore::queue(const Route &route, Reuse reuse,
                                 std::shared_ptr<trace::Exchange> exchange)
{
    PoolBook::Actions actions;
    Waiter waiter;
    waiter.ticket = m_book.queue(PoolKey::of(route), reuse, actions);
    m_waiting.emplace(waiter.ticket, Waiting{waiter, route, std::move(exchange)});
    perform(actions);
    return waiter;
}

void PoolCore::withdraw(TicketId ticket)
{
    auto waiting = m_waiting.extract(ticket);
    if (waiting.empty())
        return;
    PoolBook::Actions actions;
    m_book.withdraw(ticket, actions);
    waiting.mapped().waiter.completion.complete(
        std::unexpected(cancelledError(http::Phase::Queue)));
    perform(actions);
}

bool PoolCore::isUsable(const Pool::Lease &lease)
{
    return static_cast<const LeasedConnection &>(*lease.connection).isOpen();
}

void PoolCore::assign(const Pool::Lease &lease, trace::Exchange &exchange)
{
    const auto at = trace::now();
    auto connection = lease.connection->trace();
    exchange.update([&](trace::ExchangeState &state) {
        state.events.push_back({.at = at,
                                .value = quint64(connection->id()),
                                .what = trace::What::ConnectionAssigned});
        state.connectionReused = lease.reused;
        state.connection = std::move(connection);
    });
}

void PoolCore::perform(const PoolBook::Actions &actions)
{
    for (const auto &action : actions)
        performOne(action);
}

void PoolCore::performOne(const Action &action)
{
    switch (action.what) {
    case Action::What::Lease: {
        auto waiting = m_waiting.extract(action.ticket);
        // Its destruction gives the place back if nobody waits any more.
        auto lease = leaseOn(action.entry, action.reused);
        if (!waiting.empty())
            waiting.mapped().waiter.completion.complete(std::move(lease));
        return;
    }
    case Action::What::Open:
        startOpening(action);
        return;
    case Action::What::Evict: {
        const auto slot = m_slots.find(action.entry);
        if (slot != m_slots.end() && slot->second.connection && m_book.isIdle(action.entry))
            slot->second.connection->close(QStringLiteral("idle, and its place was needed"),
                                           cancelledError(http::Phase::Queue));
        return;
    }
    case Action::What::CancelOpening: {
        const auto slot = m_slots.find(action.entry);
        if (slot != m_slots.end())
            CancelSource(slot->second.stop).cancel();
        return;
    }
    }
}

void PoolCore::startOpening(const Action &action)
{
    const auto waiting = m_waiting.find(action.ticket);
    if (waiting == m_waiting.end())
        return;
    auto route = waiting->second.route;
    const auto &exchange = waiting->second.exchange;
    auto trace = std::make_shared<trace::Connection>(exchange->id(), route.origin);
    // So that a view can follow the opening while it goes on, and see where it failed.
    exchange->update([&](trace::ExchangeState &state) {
        state.connection = trace;
        state.connectionReused = false;
    });
    const auto slot = m_slots.emplace(action.entry, Slot{.trace = trace}).first;
    auto token = slot->second.stop.token();
    open(shared_from_this(), action.entry, std::move(route), std::move(trace), std::move(token));
}

QCoro::Task<> PoolCore::open(std::shared_ptr<PoolCore> self, EntryId entry, Route route,
                             std::shared_ptr<trace::Connection> trace, CancelToken token)
{
    auto sessions = self->m_sessions;
    auto opened = co_await openConnection(std::move(route), std::move(trace), std::move(sessions),
                                          std::move(token));
    self->openingEnded(entry, std::move(opened));
}

void PoolCore::openingEnded(EntryId entry, http::Result<Opened> opened)
{
    if (!opened) {
        openingFailed(entry, opened.error());
        return;
    }
    const auto connection = opened->connection;
    if (m_closing)
        connection->close(QStringLiteral("closed by the user"), cancelledError(http::Phase::Queue));
    if (!connection->isOpen()) {
        openingFailed(entry, {.layer = http::Layer::Tcp,
                              .code = http::Code::ConnectionClosed,
                              .blame = http::Blame::Remote,
                              .phase = http::Phase::Queue,
                              .retrySafe = true,
                              .sentence = QStringLiteral("The server closed the connection as soon "
                                                         "as it was open.")});
        return;
    }
    m_slots.at(entry).connection = connection;
    // Our destructor takes it back.
    connection->onChange([this, entry] {
        const auto self = shared_from_this();
        self->connectionChanged(entry);
    });
    PoolBook::Actions actions;
    using Kind = PoolBook::Kind;
    m_book.opened(entry, connection->isMultiplexed() ? Kind::Multiplexed : Kind::Serial,
                  connection->capacity(), trace::now(), actions);
    perform(actions);
    watchIdle();
}

void PoolCore::openingFailed(EntryId entry, const http::Error &error)
{
    PoolBook::Actions actions;
    const auto tickets = m_book.openingFailed(entry, actions);
    const auto trace = m_slots.at(entry).trace;
    m_slots.erase(entry);
    for (const auto ticket : tickets) {
        auto waiting = m_waiting.extract(ticket);
        if (waiting.empty())
            continue;
        // Those who waited for somebody else's opening failed in it too.
        waiting.mapped().exchange->update(
            [&](trace::ExchangeState &state) { state.connection = trace; });
        waiting.mapped().waiter.completion.complete(std::unexpected(error));
    }
    perform(actions);
    finishIfEmpty();
}

PoolBook::Load PoolCore::loadOf(const OpenConnection &connection) const
{
    return {.capacity = connection.capacity(),
            .streams = connection.openStreams(),
            .takesMore = connection.takesMore()};
}

void PoolCore::connectionChanged(EntryId entry)
{
    const auto slot = m_slots.find(entry);
    if (slot == m_slots.end())
        return;
    const auto connection = slot->second.connection;
    PoolBook::Actions actions;
    if (!connection->isOpen()) {
        m_slots.erase(slot);
        m_book.closed(entry, actions);
        perform(actions);
        finishIfEmpty();
        return;
    }
    if (slot->second.isUsed && connection->openStreams() == 0 && m_book.isSingle(entry)) {
        connection->close(QStringLiteral("it was made for one request"),
                          cancelledError(http::Phase::Queue));
        return;
    }
    m_book.changed(entry, loadOf(*connection), trace::now(), actions);
    perform(actions);
    watchIdle();
}

void PoolCore::leaseSettled(EntryId entry)
{
    const auto slot = m_slots.find(entry);
    if (slot == m_slots.end())
        return;
    const auto connection = slot->second.connection;
    slot->second.isUsed = true;
    PoolBook::Actions actions;
    m_book.changed(entry, loadOf(*connection), trace::now(), actions);
    m_book.unreserve(entry, actions);
    perform(actions);
    if (connection->openStreams() > 0)
        return;
    // Nothing was opened on it: somebody changed their mind.
    if (m_book.isSingle(entry)) {
        connection->close(QStringLiteral("it was made for one request that was not sent"),
                          cancelledError(http::Phase::Queue));
    }
    watchIdle();
}

Pool::Lease PoolCore::leaseOn(EntryId entry, bool reused)
{
    return {
        std::make_shared<LeasedConnection>(m_slots.at(entry).connection, weak_from_this(), entry),
        reused};
}

void PoolCore::watchIdle()
{
    if (m_idleTimer.isActive() || m_closing)
        return;
    const auto oldest = m_book.oldestIdle();
    if (!oldest)
        return;
    const auto left = *oldest + m_limits.idle - trace::now();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(left);
    m_idleTimer.start(std::max(wait, std::chrono::milliseconds(1)));
}

void PoolCore::closeIdle()
{
    const auto self = shared_from_this();
    const auto then = trace::now() + -std::chrono::nanoseconds(m_limits.idle);
    for (const auto entry : m_book.idleSince(then)) {
        const auto slot = m_slots.find(entry);
        if (slot == m_slots.end() || !m_book.isIdle(entry))
            continue;
        const auto connection = slot->second.connection;
        connection->close(QStringLiteral("idle for %1 s").arg(double(m_limits.idle.count()) / 1000),
                          cancelledError(http::Phase::Queue));
    }
    watchIdle();
}

// Closing one may open another, which is not meant.
void PoolCore::closeAll(const std::vector<EntryId> &entries, const QString &reason,
                        const http::Error &error)
{
    const auto self = shared_from_this();
    for (const auto entry : entries) {
        const auto slot = m_slots.find(entry);
        if (slot == m_slots.end())
            continue;
        if (const auto connection = slot->second.connection)
            connection->close(reason, error);
        else
            CancelSource(slot->second.stop).cancel();
    }
}

void PoolCore::closeGroup(quint32 group)
{
    closeAll(m_book.entriesOf(group), QStringLiteral("its measurement is over"),
             cancelledError(http::Phase::Queue));
}

void PoolCore::closeConnection(std::optional<trace::ConnectionId> one)
{
    std::vector<EntryId> entries;
    for (const auto &[entry, slot] : m_slots) {
        if (!one || slot.trace->id() == *one)
            entries.push_back(entry);
    }
    const http::Error error{.layer = http::Layer::Client,
                            .code = http::Code::Cancelled,
                            .phase = http::Phase::Queue,
                            .sentence = QStringLiteral("Its connection was closed by the user.")};
    closeAll(entries, QStringLiteral("closed by the user"), error);
}

Completion<bool> PoolCore::close()
{
    m_closing = true;
    m_idleTimer.stop();
    while (!m_waiting.empty())
        withdraw(m_waiting.begin()->first);
    std::vector<std::shared_ptr<OpenConnection>> open;
    std::vector<CancelSource> openings;
    for (const auto &[entry, slot] : m_slots) {
        if (slot.connection)
            open.push_back(slot.connection);
        else
            openings.push_back(slot.stop);
    }
    for (auto &opening : openings)
        opening.cancel();
    for (const auto &connection : open)
        connection->close(QStringLiteral("closed by the user"), cancelledError(http::Phase::Queue));
    const Completion<bool> gone;
    m_gone.push_back(gone);
    finishIfEmpty();
    return gone;
}

void PoolCore::finishIfEmpty()
{
    if (!m_closing || !m_slots.empty())
        return;
    for (const auto &gone : std::exchange(m_gone, {}))
        gone.complete(true);
}

std::vector<std::shared_ptr<trace::Connection>> PoolCore::connections() const
{
    std::vector<std::shared_ptr<trace::Connection>> result;
    for (const auto &[entry, slot] : m_slots)
        result.push_back(slot.trace);
    return result;
}

std::vector<Pool::Standing> PoolCore::standings() const
{
    using State = Pool::Standing::State;
    std::vector<Pool::Standing> result;
    for (const auto &[entry, slot] : m_slots) {
        Pool::Standing standing{.connection = slot.trace};
        if (slot.connection) {
            standing.streams = slot.connection->openStreams();
            standing.idleSince = m_book.idleSince(entry);
            standing.state = !slot.connection->takesMore() ? State::Ending
                             : standing.idleSince          ? State::Idle
                                                           : State::Busy;
        }
        result.push_back(std::move(standing));
    }
    return result;
}

} // namespace sonde::net
