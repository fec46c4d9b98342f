// Where the octets of a trial went, as the connections counted them. Plain values; pure.
#pragma once

#include "trace/exchange.h"

#include <span>

namespace sonde::lab
{

// All in octets, TCP and IP not included. What TLS adds is known in sum alone: one of its records
// may carry several requests.
struct Ledger {
    quint64 sent = 0;      // everything on the wire, TLS included
    quint64 received = 0;  // likewise
    quint64 plain = 0;     // both ways, decrypted: what HTTP is
    quint64 handshake = 0; // TLS, both ways, until application data may be sent
    quint64 requestHeads = 0;
    quint64 responseHeads = 0; // final heads
    quint64 framing = 0;       // chunk sizes or DATA frame headers and padding, both ways
    quint64 content = 0;       // both ways, content coding still on

    // The rest of what HTTP is: preface, SETTINGS and other control frames, interim heads,
    // trailers.
    [[nodiscard]] quint64 control() const;
    // Record headers, tickets and alerts.
    [[nodiscard]] quint64 tlsRecords() const;
    bool operator==(const Ledger &) const = default;
};

// Of exchanges alone; the totals and the handshake are the connections' to tell.
[[nodiscard]] Ledger ledgerOf(std::span<const trace::ExchangeState> exchanges);

// Octets both ways until the TLS handshake was over; 0 without TLS.
[[nodiscard]] quint64 handshakeOctets(const trace::ConnectionState &connection);

} // namespace sonde::lab
