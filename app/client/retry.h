// Whether a failed exchange is sent once more. Pure.
#pragma once

#include "http/request.h"

namespace sonde::client
{

struct Failure {
    const http::Error &error;
    bool reused = false;   // on a connection that had served others before
    bool answered = false; // an octet of a response had come
};

// True if sending again can neither double the request nor is bound to fail the same way.
[[nodiscard]] bool mayRetry(const http::Request &request, const Failure &failure);

// True if the server wants HTTP/1.1 for this request, and the request leaves the version to us.
[[nodiscard]] bool wantsHttp11(const http::Request &request, const Failure &failure);

} // namespace sonde::client
