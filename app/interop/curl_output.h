// The options that say what happens to the response. Pure, any thread.
#pragma once

#include "interop/curl_plan.h"

namespace sonde::interop
{

// False if the option is none of these.
[[nodiscard]] bool applyOutput(OutputPlan &output, const CurlArgument &argument);

} // namespace sonde::interop
