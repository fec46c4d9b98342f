#include "trace/exchange_stalls.h"

#include <algorithm>

namespace sonde::trace
{

std::vector<Stall> exchangeStalls(const ExchangeState &exchange, const Conversation &conversation)
{
    if (exchange.streamId == 0)
        return {};
    std::vector<Stall> own = stalls(conversation);
    std::erase_if(own, [&](const Stall &stall) { return stall.stream != exchange.streamId; });
    std::ranges::sort(own, {},
                      [](const Stall &stall) { return std::pair(stall.from, stall.fromFrame); });
    return own;
}

} // namespace sonde::trace
