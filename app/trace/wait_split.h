// The wait for a response split into the way there and back and the rest, which is the server's:
// an estimate, for nobody sees into the server. Pure.
#pragma once

#include "trace/exchange.h"

#include <chrono>

namespace sonde::trace
{

struct Conversation;

struct WaitSplit {
    // Where the round trip was measured, best first.
    enum class Source : quint8 {
        Kernel,  // the least that TCP has seen (TCP_INFO); to a proxy if there is one
        Ping,    // of this connection, in HTTP/2; from end to end
        Connect, // SYN to SYN-ACK of the attempt that won; to a proxy if there is one
    };
    std::chrono::nanoseconds wait{};
    std::chrono::nanoseconds roundTrip{};
    std::chrono::nanoseconds server{}; // wait − roundTrip, never below zero
    Source source = Source::Connect;

    bool operator==(const WaitSplit &) const = default;
};

// Nothing while the response has not begun, if it came early, or without any measurement.
[[nodiscard]] std::optional<WaitSplit> splitWait(const ExchangeState &exchange,
                                                 const ConnectionState &connection,
                                                 const Conversation *conversation = nullptr);

// What a server says of its own time (Server-Timing, W3C): "db;dur=53.2, app;dur=47".
struct ServerTiming {
    QByteArray name;
    QByteArray description;
    std::optional<std::chrono::nanoseconds> duration;

    bool operator==(const ServerTiming &) const = default;
};
// Of all such fields of the head and the trailers, in order; bounded.
[[nodiscard]] std::vector<ServerTiming> serverTimings(const ExchangeState &exchange);

} // namespace sonde::trace
