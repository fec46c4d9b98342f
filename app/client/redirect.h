// Where a redirect leads and what the next request looks like (RFC 9110 section 15.4). Pure.
#pragma once

#include "client/options.h"
#include "http/request.h"
#include "trace/finding.h"

namespace sonde::client
{

struct Redirect {
    http::Request request;
    std::vector<trace::Finding> findings; // for the exchange that follows
};

// Nothing if the response is to be shown as it is. Errors: TooManyRedirects, MalformedRedirect,
// BodyNotReplayable. `followed` counts the redirects of this call so far.
[[nodiscard]] http::Result<std::optional<Redirect>> followRedirect(const http::Request &sent,
                                                                   const http::ResponseHead &head,
                                                                   const Options &options,
                                                                   int followed);

} // namespace sonde::client
