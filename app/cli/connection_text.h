// What is known of the connections of some hops, as text: how they came about, what the proxy said,
// TLS, what the kernel measured, settings and pings, and why they ended.
#pragma once

#include "cli/conversation.h"

namespace sonde::cli
{

[[nodiscard]] QByteArray connectionsText(const std::vector<trace::ExchangeState> &hops,
                                         Secrets secrets);

} // namespace sonde::cli
