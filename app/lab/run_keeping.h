// A request of a run as the history keeps it: like one that was sent on its own, and marked. Pure.
#pragma once

#include "history/recording.h"
#include "lab/run_plan.h"

namespace sonde::lab
{

[[nodiscard]] history::Sent sentOf(const PlannedRequest &request);

} // namespace sonde::lab
