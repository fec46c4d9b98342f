// The pool's book-keeping: which connection a request gets, when another is opened, who waits for
// what. Pure and synchronous: no sockets, no clock; it says what to do and the pool does it.
#pragma once

#include "net/pool.h"
#include "net/pool_key.h"

#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace sonde::net
{

enum class EntryId : quint64 {};  // a connection, open or being opened
enum class TicketId : quint64 {}; // a request that waits for one

class PoolBook
{
public:
    explicit PoolBook(Pool::Limits limits)
        : m_limits(limits)
    {
    }

    struct Action {
        enum class What : quint8 {
            Lease,         // `entry` serves `ticket`, which is off the book; a place is reserved
            Open,          // start opening `entry`, on behalf of `ticket`
            Evict,         // close the idle `entry` to make room
            CancelOpening, // nobody needs `entry` any more
        } what{};
        EntryId entry{};
        TicketId ticket{};
        bool reused = false; // Lease: it was open when the ticket was drawn

        bool operator==(const Action &) const = default;
    };
    using Actions = std::vector<Action>;

    // The fast path: reserves a place on an open connection, if there is one.
    [[nodiscard]] std::optional<EntryId> take(const RouteView &route);
    // Draws a ticket for a request that take() could not serve, or that wants a connection of its
    // own.
    [[nodiscard]] TicketId queue(const PoolKey &key, Reuse reuse, Actions &actions);
    void withdraw(TicketId ticket, Actions &actions);

    enum class Kind : quint8 { Serial, Multiplexed };
    void opened(EntryId entry, Kind kind, int capacity, trace::Stamp now, Actions &actions);
    // The tickets that fail with it.
    [[nodiscard]] std::vector<TicketId> openingFailed(EntryId entry, Actions &actions);
    // A reserved place has been used or given back.
    void unreserve(EntryId entry, Actions &actions);
    struct Load {
        int capacity = 0;      // requests that it would take now
        int streams = 0;       // that it carries
        bool takesMore = true; // false: it ends with the streams that it has
    };
    // `now` starts the idle time if it carries nothing.
    void changed(EntryId entry, Load load, trace::Stamp now, Actions &actions);
    void closed(EntryId entry, Actions &actions);

    // Connections idle since before `then`, oldest first.
    [[nodiscard]] std::vector<EntryId> idleSince(trace::Stamp then) const;
    [[nodiscard]] std::optional<trace::Stamp> oldestIdle() const;
    // Connections of an isolated group, open or being opened.
    [[nodiscard]] std::vector<EntryId> entriesOf(quint32 group) const;
    [[nodiscard]] bool isSingle(EntryId entry) const;
    [[nodiscard]] bool isIdle(EntryId entry) const;
    // Since when it carries nothing; nothing while it does, or opens.
    [[nodiscard]] std::optional<trace::Stamp> idleSince(EntryId entry) const;
    [[nodiscard]] size_t entries() const { return m_entries.size(); }
    [[nodiscard]] size_t tickets() const { return m_tickets.size(); }

private:
    struct Entry {
        PoolKey key;
        bool isOpen = false; // else being opened
        bool isMultiplexed = false;
        bool isSingle = false; // for one request, never shared
        bool isDoomed = false; // its opening has been called off
        Load load;
        int reserved = 0;
        quint64 openedAt = 0; // on the counter of tickets
        trace::Stamp idleSince;

        [[nodiscard]] bool takes() const { return isOpen && !isSingle && load.capacity > reserved; }
        [[nodiscard]] bool isIdle() const { return isOpen && load.streams == 0 && reserved == 0; }
    };
    struct Ticket {
        PoolKey key;
        std::optional<EntryId> opening; // the one whose failure is also its own
    };
    struct Group {
        std::vector<EntryId> entries; // newest last
        std::deque<TicketId> waiting; // without those that wait for a connection of their own
    };

    [[nodiscard]] std::optional<EntryId> usable(const Group &group) const;
    void serve(const PoolKey &key, Actions &actions);
    void serveAll(Actions &actions);
    void callOff(EntryId entry, Actions &actions);
    void openMore(const PoolKey &key, Group &group, Actions &actions);
    [[nodiscard]] bool makeRoom(Actions &actions);
    EntryId open(const PoolKey &key, TicketId ticket, Actions &actions);
    [[nodiscard]] std::vector<EntryId> openings(const Group &group) const;
    [[nodiscard]] bool expectsMultiplexed(const PoolKey &key) const;
    void remember(const PoolKey &key, Kind kind);
    void removeEntry(EntryId entry);
    void removeTicket(TicketId ticket);
    void dropIfEmpty(const PoolKey &key);
    [[nodiscard]] TicketId lendOpening(EntryId entry, Group &group);

    Pool::Limits m_limits;
    std::unordered_map<PoolKey, Group, PoolKeyHash, std::equal_to<>> m_groups;
    std::unordered_map<EntryId, Entry> m_entries;
    std::unordered_map<TicketId, Ticket> m_tickets;
    std::unordered_set<PoolKey, PoolKeyHash> m_seenMultiplexed;
    quint64 m_last = 0;
};

} // namespace sonde::net
