// Names into addresses: getaddrinfo on a worker thread, so that /etc/hosts and the system's rules
// hold. Awaited on the network thread.
#pragma once

#include "net/cancel.h"
#include "net/route.h"
#include "trace/connection.h"

#include <QHostAddress>
#include <qcoro/qcorotask.h>

namespace sonde::net
{

struct Resolution {
    QList<QHostAddress> addresses; // in the resolver's order (RFC 6724); never empty
    trace::AddressSource source = trace::AddressSource::Resolver;
    trace::Stamp started; // the call
    trace::Stamp ended;   // its return, on the worker
};

// A literal or an override is answered without suspending. Errors: HostNotFound, ResolverFailed,
// Cancelled; after a cancellation the worker's answer, whenever it comes, goes nowhere.
[[nodiscard]] QCoro::Task<http::Result<Resolution>> resolve(QByteArray host, quint16 port,
                                                            AddressFamily family,
                                                            QList<AddressOverride> overrides,
                                                            CancelToken token);

// What needs no look-up: literals, overrides and the names under .localhost (RFC 6761 section 6.3).
// Nothing if the resolver must be asked; an error if the family filter leaves none.
[[nodiscard]] std::optional<http::Result<Resolution>>
resolveLocally(const QByteArray &host, quint16 port, AddressFamily family,
               const QList<AddressOverride> &overrides);

} // namespace sonde::net
