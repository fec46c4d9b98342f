// What the pool's book decides, done: openings, leases, idle connections, the end. Shared by the
// pool and the coroutines that outlive a call to it. Network thread.
#pragma once

#include "net/completion.h"
#include "net/connector.h"
#include "net/leased_connection.h"
#include "net/pool_book.h"

#include <QTimer>

#include <map>

namespace sonde::net
{

class PoolCore final : public LeaseGiver, public std::enable_shared_from_this<PoolCore>
{
public:
    explicit PoolCore(Pool::Limits limits);
    ~PoolCore() override;

    struct Waiter {
        TicketId ticket{};
        Completion<http::Result<Pool::Lease>> completion;
    };
    // A lease on a connection that is open and has room, at once.
    [[nodiscard]] std::optional<Pool::Lease> takeNow(const RouteView &route, Reuse reuse,
                                                     trace::Exchange &exchange);
    [[nodiscard]] Waiter queue(const Route &route, Reuse reuse,
                               std::shared_ptr<trace::Exchange> exchange);
    // The waiter is cancelled.
    void withdraw(TicketId ticket);
    [[nodiscard]] static bool isUsable(const Pool::Lease &lease);
    // Notes on the exchange which connection it has.
    static void assign(const Pool::Lease &lease, trace::Exchange &exchange);

    // Ends what belongs to an isolated group.
    void closeGroup(quint32 group);
    // Ends one, or all there are now; others may be opened afterwards.
    void closeConnection(std::optional<trace::ConnectionId> one);
    // Ends everything; the completion comes when nothing is left.
    [[nodiscard]] Completion<bool> close();
    [[nodiscard]] bool isClosing() const { return m_closing; }
    [[nodiscard]] std::vector<std::shared_ptr<trace::Connection>> connections() const;
    [[nodiscard]] std::vector<Pool::Standing> standings() const;

private:
    struct Slot {
        std::shared_ptr<trace::Connection> trace;
        std::shared_ptr<OpenConnection> connection; // null while it is being opened
        CancelSource stop;
        bool isUsed = false;
    };
    struct Waiting {
        Waiter waiter;
        Route route;
        std::shared_ptr<trace::Exchange> exchange;
    };

    static QCoro::Task<> open(std::shared_ptr<PoolCore> self, EntryId entry, Route route,
                              std::shared_ptr<trace::Connection> trace, CancelToken token);
    void perform(const PoolBook::Actions &actions);
    void performOne(const PoolBook::Action &action);
    void startOpening(const PoolBook::Action &action);
    void openingEnded(EntryId entry, http::Result<Opened> opened);
    void openingFailed(EntryId entry, const http::Error &error);
    void connectionChanged(EntryId entry);
    void leaseSettled(EntryId entry) override;
    [[nodiscard]] Pool::Lease leaseOn(EntryId entry, bool reused);
    [[nodiscard]] PoolBook::Load loadOf(const OpenConnection &connection) const;
    void closeAll(const std::vector<EntryId> &entries, const QString &reason,
                  const http::Error &error);
    void watchIdle();
    void closeIdle();
    void finishIfEmpty();

    const Pool::Limits m_limits;
    PoolBook m_book;
    std::shared_ptr<TlsSessions> m_sessions = std::make_shared<TlsSessions>();
    std::map<EntryId, Slot> m_slots; // in order of their making
    std::unordered_map<TicketId, Waiting> m_waiting;
    QTimer m_idleTimer;
    std::vector<Completion<bool>> m_gone; // one for each who waits for the end
    bool m_closing = false;
};

} // namespace sonde::net
