// From a request as planned to a head as written: what the client adds, and what it refuses before
// any connection is opened. Pure.
#pragma once

#include "client/options.h"
#include "http/request.h"
#include "wire/session.h"

namespace sonde::client
{

struct RequestPlan {
    wire::RequestHead head;
    wire::ContentLength content;
    bool awaitsContinue = false; // content is held back for a 100 (RFC 9110 section 10.1.1)
};

// What of the connection shapes the head.
struct Carrier {
    http::Version version = http::Version::Http11;
    bool absoluteForm = false; // to a proxy (RFC 9112 section 3.2.2)
};

// Whether the request can be sent at all: method, URL, version, every field, and a length where one
// is needed. `content` is the size of its content as the content source knows it.
[[nodiscard]] http::Result<void> checkRequest(const http::Request &request,
                                              const wire::ContentLength &content);

// The head of a request that checkRequest() passed. Fields stand as follows: Host first (HTTP/1),
// the user's in their order and case, then User-Agent, Accept, Accept-Encoding, Authorization from
// the URL, Content-Type, and Content-Length or Transfer-Encoding. A field that
// the request has is never added again, whatever its value; one in Options::suppressedFields is not
// added.
[[nodiscard]] RequestPlan planRequest(const http::Request &request, const Options &options,
                                      const wire::ContentLength &content, Carrier carrier);

} // namespace sonde::client
