// Words for an exchange that we end ourselves: which limit, how long, and what had arrived. Pure.
#pragma once

#include "client/options.h"
#include "client/stop_signal.h"
#include "trace/exchange.h"

namespace sonde::client
{

[[nodiscard]] http::Error firstByteError(const trace::ExchangeState &state, milliseconds limit);
[[nodiscard]] http::Error idleError(const trace::ExchangeState &state, milliseconds limit);
[[nodiscard]] http::Error stopError(const trace::ExchangeState &state, StopSignal::Reason reason,
                                    const Timeouts &timeouts, trace::Stamp at);

} // namespace sonde::client
