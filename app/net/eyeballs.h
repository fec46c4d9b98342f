// Happy Eyeballs (RFC 8305): tries the addresses of a host side by side, a little apart, and keeps
// the first that connects. Every attempt goes into the trace. Awaited on the network thread.
#pragma once

#include "net/cancel.h"
#include "net/socket.h"
#include "trace/connection.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

// RFC 8305 section 8, "Connection Attempt Delay".
constexpr std::chrono::milliseconds attemptDelay{250};

// RFC 8305 section 4: families take turns, beginning with the one that the resolver put first.
[[nodiscard]] QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses);

// A struct because a Task of a Result of a bare pointer does not compile: QCoro's comparison of a
// handle with nullptr finds the comparison operators of std::expected.
struct Winner {
    std::unique_ptr<Socket> socket; // connected; never null
};

// `host` is for sentences only. Errors: ConnectionRefused, HostUnreachable, ConnectFailed, each
// naming the addresses tried; Cancelled. Losers are closed before it returns.
[[nodiscard]] QCoro::Task<http::Result<Winner>> race(QByteArray host, QList<QHostAddress> addresses,
                                                     quint16 port,
                                                     std::shared_ptr<trace::Connection> trace,
                                                     CancelToken token);

} // namespace sonde::net
