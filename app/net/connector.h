// From a route to an open connection: look up, race, proxy, TLS, ALPN, session. Every step is
// stamped on the connection's trace as it happens. Awaited on the network thread.
#pragma once

#include "net/cancel.h"
#include "net/open_connection.h"
#include "net/route.h"
#include "net/tls_sessions.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

struct Opened {
    std::shared_ptr<OpenConnection> connection; // never null
};

// Errors: those of each step; ConnectTimeout naming the step that it hit; Cancelled. On failure the
// trace says why in closeReason. A pinned version is obtained or fails: it never falls back.
[[nodiscard]] QCoro::Task<http::Result<Opened>>
openConnection(Route route, std::shared_ptr<trace::Connection> trace,
               std::shared_ptr<TlsSessions> sessions, CancelToken token);

// Whether version pin and scheme can go together at all.
[[nodiscard]] http::Result<void> checkPin(const Route &route);
// What ALPN offers for a policy.
[[nodiscard]] QList<QByteArray> alpnFor(http::VersionPolicy policy);

} // namespace sonde::net
