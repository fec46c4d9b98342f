// The phases of an exchange, computed from its events and its connection's. Phases may overlap
// (HTTP/2 is full duplex) and each says why it is absent when it is.
#pragma once

#include "trace/exchange.h"

namespace sonde::trace
{

enum class Phase : quint8 {
    Queued,         // created → dispatched
    ConnectionWait, // dispatched → a connection that somebody else is opening is usable
    Resolve,
    Connect,
    Proxy,
    Tls,
    SendHead,
    SendBody,
    ContinueWait, // Expect: 100-continue
    Interim,      // one per 1xx head
    Wait,         // last request octet → first octet of the final head
    Head,
    Body,
    Trailers,
};

enum class PhaseState : quint8 {
    Done,
    Running,       // started, not over
    NotApplicable, // this exchange has no such phase
    Reused,        // the connection was open already
    Unobservable,  // it happened where we cannot see it
    Failed,        // the exchange failed in it
};

struct PhaseSpan {
    Phase phase{};
    PhaseState state = PhaseState::NotApplicable;
    std::optional<Stamp> start;
    std::optional<Stamp> end;
    bool shared = false; // set-up that another exchange paid for
    bool early = false;  // Wait only: the response began before the request was all sent

    bool operator==(const PhaseSpan &) const = default;
};

// In the order of the enum; Interim once per interim head, all others exactly once.
[[nodiscard]] std::vector<PhaseSpan> phases(const ExchangeState &exchange);
// The moments the whole exchange spans: created → ended, or the last event so far.
[[nodiscard]] PhaseSpan extent(const ExchangeState &exchange);

// Between the connection and the first octet of its handshake nothing went over the wire: this
// program read trust and keys. Nothing if it took less than a millisecond.
struct TlsPreparation {
    Stamp start;
    Stamp end;

    bool operator==(const TlsPreparation &) const = default;
};
[[nodiscard]] std::optional<TlsPreparation> tlsPreparation(const ConnectionState &connection);

[[nodiscard]] QByteArrayView name(Phase phase);
[[nodiscard]] QByteArrayView name(PhaseState state);

} // namespace sonde::trace
