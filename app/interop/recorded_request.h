// A request that was recorded as one that can be edited and sent again. Pure.
#pragma once

#include "collection/request_document.h"
#include "http/request.h"

namespace sonde::interop
{

// Without what framing, target and connection say again. Content that is no text, or was not kept,
// is left out.
[[nodiscard]] collection::RequestDocument documentOf(const http::Request &request);

} // namespace sonde::interop
