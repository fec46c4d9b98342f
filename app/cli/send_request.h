// From the flags of `sonde send` to a request that the engine sends: files read, password asked
// for, the proxy of the environment found.
#pragma once

#include "client/options.h"
#include "http/request.h"
#include "interop/curl_plan.h"

namespace sonde::cli
{

struct SendRequest {
    http::Request request;
    client::Options options;
};

// Takes the positional METHOD out of the plan's words. Errors: no URL, too many words, a method
// twice.
[[nodiscard]] http::Result<void> settleWords(interop::RequestPlan &plan);

// What cannot be carried, what cannot go together (as in curl: -d, -F and -T), and HTTP/3.
[[nodiscard]] http::Result<void> checkPlan(const interop::RequestPlan &plan);

// Errors: a malformed URL, method or field; a file that cannot be read.
[[nodiscard]] http::Result<SendRequest> buildRequest(interop::RequestPlan plan);

// The proxy that http_proxy, https_proxy or all_proxy name for this target, unless no_proxy lists
// it.
[[nodiscard]] http::Result<std::optional<net::Proxy>> environmentProxy(const http::Origin &origin);

// The last segment of the URL's path; -O. Error: there is none.
[[nodiscard]] http::Result<QString> remoteName(const http::Target &target);

} // namespace sonde::cli
