// --har and its kin, and --history: what a send leaves behind to look at later. Main thread.
#pragma once

#include "client/call.h"
#include "history/limits.h"
#include "interop/curl_plan.h"

namespace sonde::cli
{

[[nodiscard]] bool wantsEvidence(const interop::OutputPlan &plan);
// For what the terminal keeps. Masked whatever else is shown: what is kept for months is not what
// is looked at once. Asked for by name, it is kept even while the window keeps nothing.
[[nodiscard]] history::Limits keptLimits();

// Before anything is sent. Errors: FileUnwritable; of the history.
[[nodiscard]] http::Result<void> checkEvidence(const interop::OutputPlan &plan);
// When it is over: all that was asked for, each whole or not at all, for its owner alone.
[[nodiscard]] http::Result<void> writeEvidence(const interop::OutputPlan &plan,
                                               const client::Call &call);

} // namespace sonde::cli
