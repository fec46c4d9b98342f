// The open connections, by route. Gives a request the connection that fits: an idle HTTP/1 one, a
// multiplexed HTTP/2 one, one that is being opened, or a new one. Lives on the network thread.
#pragma once

#include "net/cancel.h"
#include "net/connection.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

enum class Reuse : quint8 {
    Allowed,
    Fresh
}; // Fresh: a new connection, closed after its one request

class Pool
{
public:
    struct Limits {
        int perOrigin = 6; // HTTP/1 connections per origin; more requests queue
        int total = 256;
        std::chrono::milliseconds idle{std::chrono::seconds(90)};
    };

    Pool();
    explicit Pool(Limits limits);
    ~Pool(); // all connections must be gone: shutdown() first

    struct Lease {
        std::shared_ptr<Connection> connection; // capacity for one open() right now
        bool reused = false;
    };
    // A lease on a connection that is open and has room, if there is one: what acquire() tries
    // first, without a copy of the route and without a coroutine.
    [[nodiscard]] std::optional<Lease> takeNow(const RouteView &route, Reuse reuse,
                                               trace::Exchange &exchange);
    // Records Dispatched's successors on `exchange`: ConnectionAssigned or ConnectionAwaited, and
    // on a new connection's trace every step. Errors: those of look-up, connecting, proxy, TLS;
    // Cancelled.
    [[nodiscard]] QCoro::Task<http::Result<Lease>>
    acquire(Route route, Reuse reuse, std::shared_ptr<trace::Exchange> exchange, CancelToken token);
    // Closes the connections of an isolated group; open streams on them fail with Cancelled.
    void closeGroup(quint32 group);
    // Closes idle connections; open streams fail with Cancelled; resolves when nothing is left.
    [[nodiscard]] QCoro::Task<> shutdown();

    [[nodiscard]] std::vector<std::shared_ptr<trace::Connection>> connections() const;

    // How a connection stands at this moment.
    struct Standing {
        enum class State : quint8 {
            Opening,
            Busy,   // carries a request, or is promised to one
            Idle,   // open, and carries nothing
            Ending, // takes no more; ends with the requests that it has
        };
        std::shared_ptr<const trace::Connection> connection;
        State state = State::Opening;
        int streams = 0; // requests in flight
        std::optional<trace::Stamp> idleSince;
    };
    // In order of their making.
    [[nodiscard]] std::vector<Standing> standings() const;
    // Closes one, or calls its opening off; requests on it fail with Cancelled. Nothing happens if
    // it is gone.
    void closeConnection(trace::ConnectionId connection);
    void closeConnections();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sonde::net
