// Where the client gets its connections from: the pool, or what a test puts in its place.
#pragma once

#include "net/pool.h"

namespace sonde::client
{

class Connections
{
public:
    using Acquired = http::Result<net::Pool::Lease>;

    virtual ~Connections() = default;
    // An open connection, at once, if there is one. acquire() is asked where there is none.
    [[nodiscard]] virtual std::optional<net::Pool::Lease>
    takeNow(const net::RouteView &route, net::Reuse reuse, trace::Exchange &exchange) = 0;
    [[nodiscard]] virtual QCoro::Task<Acquired> acquire(net::Route route, net::Reuse reuse,
                                                        std::shared_ptr<trace::Exchange> exchange,
                                                        net::CancelToken token) = 0;
};

} // namespace sonde::client
