// The self-check of HTTP/2: the header lists that the library handed us must be those that our own
// reader finds in the recorded octets. Pure.
#pragma once

#include "trace/conversation.h"
#include "trace/exchange.h"

namespace sonde::trace
{

// Whether a field of a head and one of the octets are the same. In what was masked for others, each
// is masked in its own way: a head has *** where its octets have a star for each octet, or nothing
// but stars if Huffman coding leaves no place for part of a value.
[[nodiscard]] bool isSameField(const http::Field &head, const WireField &octets);

// One finding for each list on which the two disagree; none for HTTP/1 or what was not recorded.
[[nodiscard]] std::vector<Finding> checkHeads(const ExchangeState &exchange,
                                              const Conversation &conversation);

} // namespace sonde::trace
