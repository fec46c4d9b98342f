// A TLS handshake over a connected socket, stamped on the trace. Awaited on the network thread.
#pragma once

#include "net/cancel.h"
#include "net/socket.h"
#include "net/tls_stream.h"
#include "trace/connection.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

struct Secured {
    std::unique_ptr<TlsStream> stream; // never null
};

// `received` has come already, through a proxy. `socket` outlives the wait. The report goes onto
// the trace whether it succeeds or not.
[[nodiscard]] QCoro::Task<http::Result<Secured>> handshake(Socket *socket, TlsRequest request,
                                                           QByteArray received,
                                                           std::shared_ptr<trace::Connection> trace,
                                                           CancelToken token);

// Equal for routes that may resume each other's TLS sessions.
[[nodiscard]] QByteArray sessionKey(const Route &route);

} // namespace sonde::net
