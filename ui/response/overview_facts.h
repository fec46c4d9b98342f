// What is to be known of an exchange at first sight: outcome, protocol and why, connection and who
// paid for it, certificate, time. Pure functions.
#pragma once

#include "ui/response/fact_grid.h"
#include "ui/response/hop_snapshot.h"

namespace sonde::ui
{

[[nodiscard]] std::vector<Fact> overviewFacts(const std::vector<HopSnapshot> &hops, size_t hop);
// "new; opened for this request in 62 ms", "reused; request 1 of this chain opened it".
[[nodiscard]] QString connectionText(const std::vector<HopSnapshot> &hops, size_t hop);
[[nodiscard]] QString endText(trace::End end);

} // namespace sonde::ui
