// What happened, when: the append-only list that every view is computed from. 24 octets an event,
// so that recording stays on for every exchange.
#pragma once

#include "trace/clock.h"

#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace sonde::trace
{

// `value` of the event in brackets.
enum class What : quint16 {
    // Exchange
    Created,
    Dispatched,         // handed to the pool; before it the exchange was queued by us
    ConnectionAssigned, // [connection id] an open connection took the exchange
    ConnectionAwaited,  // waits for a connection that another exchange, or this one, is opening
    StreamOpened,       // [stream id]
    SendHeadStarted,    // first octet of the head handed to the kernel
    SendHeadFinished,   // [head octets on the wire] last octet of the head accepted by the kernel
    SendBodyStarted,
    SendBodyFinished,    // [content octets]
    ContinueWaitStarted, // Expect: 100-continue sent, content held back
    ContinueWaitFinished,
    InterimHeadStarted,
    InterimHeadFinished, // [index into the interim heads]
    HeadStarted,         // first octet of the final head
    HeadFinished,
    BodyStarted,  // first content octet
    BodyFinished, // last content octet [content octets as received, still encoded]
    TrailersFinished,
    Ended, // the response is complete
    Failed,
    Cancelled,
    // Connection
    ResolveStarted,
    ResolveFinished, // [addresses found]
    ResolveFailed,
    ConnectStarted,  // first connection attempt
    ConnectFinished, // the winning attempt is connected
    ConnectFailed,   // every attempt failed
    ProxyStarted,
    ProxyFinished,
    ProxyFailed,
    TlsStarted,  // ClientHello written
    TlsFinished, // [octets both ways since connecting] application data may be sent
    TlsFailed,
    Ready,  // the connection takes requests
    GoAway, // [HTTP/2 error code]
    Closed,
};

struct Event {
    Stamp at;
    quint64 value = 0;
    What what = What::Created;

    bool operator==(const Event &) const = default;
};

[[nodiscard]] QByteArrayView name(What what);

// The stamp of the first or last event of a kind.
[[nodiscard]] std::optional<Stamp> firstOf(std::span<const Event> events, What what);
[[nodiscard]] std::optional<Stamp> lastOf(std::span<const Event> events, What what);

} // namespace sonde::trace
