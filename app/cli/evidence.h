// --har and its kin: what a send leaves behind for others to look at. Main thread.
#pragma once

#include "client/call.h"
#include "interop/curl_plan.h"

namespace sonde::cli
{

[[nodiscard]] bool wantsEvidence(const interop::OutputPlan &plan);
// Before anything is sent. Errors: FileUnwritable.
[[nodiscard]] http::Result<void> checkEvidence(const interop::OutputPlan &plan);
// When it is over: each file that was asked for, whole or not at all, for its owner alone.
[[nodiscard]] http::Result<void> writeEvidence(const interop::OutputPlan &plan,
                                               const client::Call &call);

} // namespace sonde::cli
