// The self-check of HTTP/2: the header lists that the library handed us must be those that our own
// reader finds in the recorded octets. Pure.
#pragma once

#include "trace/conversation.h"
#include "trace/exchange.h"

namespace sonde::trace
{

// One finding for each list on which the two disagree; none for HTTP/1 or what was not recorded.
[[nodiscard]] std::vector<Finding> checkHeads(const ExchangeState &exchange,
                                              const Conversation &conversation);

} // namespace sonde::trace
