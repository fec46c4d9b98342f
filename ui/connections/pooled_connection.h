// A connection of the pool as it was at one moment, and the requests of open tabs that went over
// it. Values; made on the network thread, shown on the GUI thread.
#pragma once

#include "client/engine.h"

#include <QString>

namespace sonde::ui
{

struct PooledConnection {
    using State = net::Pool::Standing::State;

    // For what it says once it has left the pool.
    std::shared_ptr<const trace::Connection> source;
    trace::ConnectionState is;
    State state = State::Opening;
    int streams = 0; // requests in flight
    std::optional<trace::Stamp> idleSince;
};

struct ConnectionUse {
    trace::ExchangeId exchange{};
    trace::ConnectionId connection{};
    QString request;     // "GET https://example.com/"
    QString tab;         // its title
    bool reused = false; // it was open before; or else it was opened for this or meanwhile

    bool operator==(const ConnectionUse &) const = default;
};

} // namespace sonde::ui
