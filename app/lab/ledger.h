// Where the octets of a trial went, as the connections counted them. Plain values; pure.
#pragma once

#include "trace/exchange.h"

#include <span>

namespace sonde::lab
{

// All in octets on the wire, TCP and IP not included.
struct Ledger {
    quint64 sent = 0;      // everything, TLS included
    quint64 received = 0;  // likewise
    quint64 handshake = 0; // TLS, both ways, until application data may be sent
    quint64 requestHeads = 0;
    quint64 responseHeads = 0; // final heads
    quint64 framing = 0;       // chunk sizes or DATA frame headers and padding, both ways
    quint64 content = 0;       // both ways, content coding still on

    // The rest: HTTP/2 preface and control frames, interim heads and trailers; with TLS also its
    // records and tickets, which cannot be told apart from them and are thus an estimate.
    [[nodiscard]] quint64 control() const;
    bool operator==(const Ledger &) const = default;
};

// Of exchanges alone; sent, received and handshake are the connections' to tell.
[[nodiscard]] Ledger ledgerOf(std::span<const trace::ExchangeState> exchanges);

// Octets both ways until the TLS handshake was over; 0 without TLS.
[[nodiscard]] quint64 handshakeOctets(const trace::ConnectionState &connection);

} // namespace sonde::lab
