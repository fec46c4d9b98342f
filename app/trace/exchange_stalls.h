// The times in which the content of one exchange had to wait for flow control. Pure.
#pragma once

#include "trace/exchange.h"
#include "trace/windows.h"

namespace sonde::trace
{

// In order of their beginning; none for HTTP/1, which has no windows of its own.
[[nodiscard]] std::vector<Stall> exchangeStalls(const ExchangeState &exchange,
                                                const Conversation &conversation);

} // namespace sonde::trace
