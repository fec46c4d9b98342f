#include "net/pool_book.h"

#include <algorithm>

namespace sonde::net
{
namespace
{

// Origins remembered to speak HTTP/2; forgetting one costs a few connections too many.
constexpr size_t maxRemembered = 1024;

using What = PoolBook::Action::What;

} // namespace

std::optional<EntryId> PoolBook::usable(const Group &group) const
{
    // The newest first, so that old ones become idle and go.
    for (auto id = group.entries.rbegin(); id != group.entries.rend(); ++id) {
        if (m_entries.at(*id).takes())
            return *id;
    }
    return std::nullopt;
}

std::optional<EntryId> PoolBook::take(const RouteView &route)
{
    const auto found = m_groups.find(route);
    // Whoever waits already goes first.
    if (found == m_groups.end() || !found->second.waiting.empty())
        return std::nullopt;
    const auto entry = usable(found->second);
    if (entry)
        ++m_entries.at(*entry).reserved;
    return entry;
}

TicketId PoolBook::queue(const PoolKey &key, Reuse reuse, Actions &actions)
{
    const auto ticket = TicketId(++m_last);
    m_tickets.emplace(ticket, Ticket{key, std::nullopt});
    if (reuse == Reuse::Fresh) {
        (void)makeRoom(actions); // one too many is better than one that waits for strangers
        const auto entry = open(key, ticket, actions);
        m_entries.at(entry).isSingle = true;
        return ticket;
    }
    m_groups[key].waiting.push_back(ticket);
    serve(key, actions);
    return ticket;
}

void PoolBook::serve(const PoolKey &key, Actions &actions)
{
    const auto found = m_groups.find(key);
    if (found == m_groups.end())
        return;
    auto &group = found->second;
    bool servedShared = false;
    while (!group.waiting.empty()) {
        const auto id = usable(group);
        if (!id)
            break;
        auto &entry = m_entries.at(*id);
        ++entry.reserved;
        servedShared = servedShared || entry.isMultiplexed;
        const auto ticket = group.waiting.front();
        actions.push_back({.what = What::Lease,
                           .entry = *id,
                           .ticket = ticket,
                           .reused = entry.openedAt < quint64(ticket)});
        removeTicket(ticket);
    }
    if (!group.waiting.empty()) {
        openMore(key, group, actions);
    } else if (servedShared) {
        // One HTTP/2 connection is enough for all.
        for (const auto surplus : openings(group))
            callOff(surplus, actions);
    }
}

// A place that became free may be what another origin waits for.
void PoolBook::serveAll(Actions &actions)
{
    std::vector<PoolKey> keys;
    for (const auto &[key, group] : m_groups) {
        if (!group.waiting.empty())
            keys.push_back(key);
    }
    for (const auto &key : keys)
        serve(key, actions);
}

std::vector<EntryId> PoolBook::openings(const Group &group) const
{
    std::vector<EntryId> result;
    for (const auto id : group.entries) {
        const auto &entry = m_entries.at(id);
        if (!entry.isOpen && !entry.isSingle && !entry.isDoomed)
            result.push_back(id);
    }
    return result;
}

void PoolBook::callOff(EntryId entry, Actions &actions)
{
    m_entries.at(entry).isDoomed = true;
    actions.push_back({.what = What::CancelOpening, .entry = entry});
}

bool PoolBook::expectsMultiplexed(const PoolKey &key) const
{
    return key.version == http::VersionPolicy::Http2 || key.version == http::VersionPolicy::H2c ||
           m_seenMultiplexed.contains(key);
}

void PoolBook::openMore(const PoolKey &key, Group &group, Actions &actions)
{
    auto running = openings(group);
    int shared = 0; // not counting connections of one request
    bool hasMultiplexed = false;
    for (const auto id : group.entries) {
        const auto &entry = m_entries.at(id);
        shared += entry.isSingle ? 0 : 1;
        // A full one is worth waiting for, one that has said GOAWAY is not.
        hasMultiplexed = hasMultiplexed || (entry.isOpen && !entry.isSingle &&
                                            entry.isMultiplexed && entry.load.takesMore);
    }
    if (hasMultiplexed)
        return;
    const bool one = expectsMultiplexed(key);
    const int most = key.isolation.connections > 0 ? key.isolation.connections : m_limits.perOrigin;
    for (const auto ticket : group.waiting) {
        auto &waiting = m_tickets.at(ticket);
        if (waiting.opening)
            continue;
        if (one && !running.empty()) {
            waiting.opening = running.front(); // all wait for the same, and fail with it
            continue;
        }
        if (shared >= most || !makeRoom(actions))
            return;
        running.push_back(open(key, ticket, actions));
        ++shared;
    }
}

bool PoolBook::makeRoom(Actions &actions)
{
    if (m_entries.size() < size_t(m_limits.total))
        return true;
    const auto isPromised = [&](EntryId id) {
        return std::ranges::any_of(
            actions, [&](const Action &a) { return a.what == What::Evict && a.entry == id; });
    };
    std::optional<EntryId> oldest;
    for (const auto &[id, entry] : m_entries) {
        if (entry.isIdle() && !isPromised(id) &&
            (!oldest || entry.idleSince < m_entries.at(*oldest).idleSince))
            oldest = id;
    }
    if (!oldest)
        return false;
    actions.push_back({.what = What::Evict, .entry = *oldest});
    return true;
}

EntryId PoolBook::open(const PoolKey &key, TicketId ticket, Actions &actions)
{
    const auto id = EntryId(++m_last);
    m_entries.emplace(id, Entry{.key = key});
    m_groups[key].entries.push_back(id);
    m_tickets.at(ticket).opening = id;
    actions.push_back({.what = What::Open, .entry = id, .ticket = ticket});
    return id;
}

void PoolBook::opened(EntryId id, Kind kind, int capacity, trace::Stamp now, Actions &actions)
{
    auto &entry = m_entries.at(id);
    entry.isOpen = true;
    entry.isMultiplexed = kind == Kind::Multiplexed;
    entry.load.capacity = capacity;
    entry.openedAt = ++m_last;
    entry.idleSince = now;
    if (!entry.isSingle) {
        remember(entry.key, kind);
        const auto key = entry.key;
        serve(key, actions);
        return;
    }
    for (const auto &[ticket, waiting] : m_tickets) {
        if (waiting.opening != id)
            continue;
        ++entry.reserved;
        actions.push_back({.what = What::Lease, .entry = id, .ticket = ticket});
        removeTicket(ticket);
        return;
    }
}

void PoolBook::remember(const PoolKey &key, Kind kind)
{
    if (kind == Kind::Serial) {
        m_seenMultiplexed.erase(key);
        return;
    }
    if (m_seenMultiplexed.size() >= maxRemembered)
        m_seenMultiplexed.erase(m_seenMultiplexed.begin());
    m_seenMultiplexed.insert(key);
}

std::vector<TicketId> PoolBook::openingFailed(EntryId id, Actions &actions)
{
    std::vector<TicketId> failed;
    for (const auto &[ticket, waiting] : m_tickets) {
        if (waiting.opening == id)
            failed.push_back(ticket);
    }
    std::ranges::sort(failed);
    for (const auto ticket : failed)
        removeTicket(ticket);
    removeEntry(id);
    serveAll(actions);
    return failed;
}

void PoolBook::withdraw(TicketId ticket, Actions &actions)
{
    const auto found = m_tickets.find(ticket);
    if (found == m_tickets.end())
        return;
    const auto opening = found->second.opening;
    const auto key = found->second.key;
    removeTicket(ticket);
    const auto entry = opening ? m_entries.find(*opening) : m_entries.end();
    if (entry == m_entries.end() || entry->second.isOpen)
        return;
    const auto group = m_groups.find(key);
    const bool isWanted = !entry->second.isSingle && group != m_groups.end() &&
                          lendOpening(*opening, group->second) != TicketId{};
    if (!isWanted)
        callOff(*opening, actions);
}

// Gives an opening whose ticket has gone to somebody who waits without one. TicketId{}: nobody
// does.
TicketId PoolBook::lendOpening(EntryId entry, Group &group)
{
    for (const auto id : group.waiting) {
        auto &ticket = m_tickets.at(id);
        if (ticket.opening == entry)
            return id;
        if (!ticket.opening) {
            ticket.opening = entry;
            return id;
        }
    }
    return {};
}

void PoolBook::unreserve(EntryId id, Actions &actions)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    --found->second.reserved;
    if (m_tickets.empty())
        return;
    const auto group = m_groups.find(found->second.key);
    if (group != m_groups.end() && !group->second.waiting.empty())
        serve(PoolKey(found->second.key), actions);
}

void PoolBook::changed(EntryId id, Load load, trace::Stamp now, Actions &actions)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || !found->second.isOpen)
        return;
    auto &entry = found->second;
    entry.load = load;
    if (entry.isIdle())
        entry.idleSince = now;
    if (m_tickets.empty())
        return;
    const auto key = entry.key;
    serve(key, actions);
    if (m_entries.size() >= size_t(m_limits.total))
        serveAll(actions); // what has become idle here may make room there
}

void PoolBook::closed(EntryId id, Actions &actions)
{
    if (!m_entries.contains(id))
        return;
    removeEntry(id);
    if (!m_tickets.empty())
        serveAll(actions);
}

void PoolBook::removeEntry(EntryId id)
{
    const auto found = m_entries.find(id);
    const auto key = found->second.key;
    m_entries.erase(found);
    std::erase(m_groups.at(key).entries, id);
    for (auto &[ticketId, ticket] : m_tickets) {
        if (ticket.opening == id)
            ticket.opening.reset();
    }
    dropIfEmpty(key);
}

void PoolBook::removeTicket(TicketId id)
{
    const auto found = m_tickets.find(id);
    if (found == m_tickets.end())
        return;
    const auto group = m_groups.find(found->second.key);
    if (group != m_groups.end())
        std::erase(group->second.waiting, id);
    m_tickets.erase(found);
}

void PoolBook::dropIfEmpty(const PoolKey &key)
{
    const auto group = m_groups.find(key);
    if (group != m_groups.end() && group->second.entries.empty() && group->second.waiting.empty())
        m_groups.erase(group);
}

std::vector<EntryId> PoolBook::idleSince(trace::Stamp then) const
{
    std::vector<EntryId> result;
    for (const auto &[id, entry] : m_entries) {
        if (entry.isIdle() && entry.idleSince <= then)
            result.push_back(id);
    }
    std::ranges::sort(result, {}, [&](EntryId id) { return m_entries.at(id).idleSince; });
    return result;
}

std::optional<trace::Stamp> PoolBook::oldestIdle() const
{
    std::optional<trace::Stamp> oldest;
    for (const auto &[id, entry] : m_entries) {
        if (entry.isIdle() && (!oldest || entry.idleSince < *oldest))
            oldest = entry.idleSince;
    }
    return oldest;
}

std::vector<EntryId> PoolBook::entriesOf(quint32 group) const
{
    std::vector<EntryId> result;
    for (const auto &[id, entry] : m_entries) {
        if (entry.key.isolation.group == group)
            result.push_back(id);
    }
    return result;
}

bool PoolBook::isSingle(EntryId id) const
{
    const auto found = m_entries.find(id);
    return found != m_entries.end() && found->second.isSingle;
}

bool PoolBook::isIdle(EntryId id) const
{
    return idleSince(id).has_value();
}

std::optional<trace::Stamp> PoolBook::idleSince(EntryId id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || !found->second.isIdle())
        return std::nullopt;
    return found->second.idleSince;
}

} // namespace sonde::net
