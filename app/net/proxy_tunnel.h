// HTTP CONNECT: asks a proxy for a tunnel to the origin (RFC 9110 section 9.3.6). Awaited on the
// network thread.
#pragma once

#include "net/cancel.h"
#include "net/route.h"
#include "net/socket.h"
#include "trace/connection.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

struct Tunnel {
    QByteArray received; // what came after the proxy's head: the origin's first octets
};

// `socket` is connected to the proxy and outlives the wait. What is said goes into `trace`, what
// the proxy refused with among it. Errors: ProxyRefused, ProxyProtocol, Cancelled.
[[nodiscard]] QCoro::Task<http::Result<Tunnel>> openTunnel(Socket *socket, Proxy proxy,
                                                           http::Origin origin,
                                                           std::shared_ptr<trace::Connection> trace,
                                                           CancelToken token);

} // namespace sonde::net
