// A plan as a document that a person edits; what does not fit becomes a note of the plan. Pure.
#pragma once

#include "collection/request_document.h"
#include "interop/curl_plan.h"
#include "interop/shell_words.h"

namespace sonde::interop
{

// `input` is what the shell would have given the command on standard input.
[[nodiscard]] collection::RequestDocument documentOf(RequestPlan &plan,
                                                     const std::optional<ShellInput> &input);

} // namespace sonde::interop
