// Header compression, flow control and TLS records of the connections behind some hops, as lines of
// text. Pure but for reading the logs.
#pragma once

#include "trace/exchange.h"

namespace sonde::cli
{

// Every frame of HTTP/2, or why there is none.
[[nodiscard]] QByteArray framesText(const std::vector<trace::ExchangeState> &hops);
// Every field of every header block: how it stood, its octets, and the table after each block.
[[nodiscard]] QByteArray hpackText(const std::vector<trace::ExchangeState> &hops);
// Every step of every window, and where content had to wait.
[[nodiscard]] QByteArray windowsText(const std::vector<trace::ExchangeState> &hops);
// Every TLS record, and the octets that it carried.
[[nodiscard]] QByteArray recordsText(const std::vector<trace::ExchangeState> &hops);
// Heads and trailers of all hops, both ways, in wire order.
[[nodiscard]] QByteArray headersText(const std::vector<trace::ExchangeState> &hops);

} // namespace sonde::cli
