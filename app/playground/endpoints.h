// Everything the playground answers, in one table: pure functions from a request to a plan.
#pragma once

#include "playground/plan.h"

#include <span>

namespace sonde::playground
{

struct Endpoint {
    QByteArrayView name;    // the first segment of the path
    QByteArrayView example; // a path that shows what it does
    QByteArrayView summary; // one line
    // What follows the name and a slash in the path is handed over as `argument`.
    Plan (*answer)(const Received &received, QByteArrayView argument);
    bool anyMethod = false; // else GET and HEAD
    bool keepsBody = false; // shows the request's body: it is kept, up to keptBodyLimit
};

constexpr qsizetype keptBodyLimit = 1 << 20; // octets of one request body

[[nodiscard]] std::span<const Endpoint> endpoints();
// Whether the body of a request for this path is kept.
[[nodiscard]] bool keepsBody(QByteArrayView path);
// The answer, with the fields every answer has. Unknown paths and methods get 404 and 405 that help
// on.
[[nodiscard]] Plan respond(const Received &received);

// --- the endpoints, by kind
// -----------------------------------------------------------------------------

namespace endpoint
{

// What was sent (endpoints_echo.cpp)
Plan echo(const Received &, QByteArrayView);
Plan method(const Received &, QByteArrayView);
Plan headers(const Received &, QByteArrayView);
Plan version(const Received &, QByteArrayView);
Plan upload(const Received &, QByteArrayView);
// Status, redirects, cookies, credentials (endpoints_policy.cpp)
Plan status(const Received &, QByteArrayView);
Plan redirect(const Received &, QByteArrayView);
Plan redirectTo(const Received &, QByteArrayView);
Plan cookies(const Received &, QByteArrayView);
Plan basicAuth(const Received &, QByteArrayView);
Plan etag(const Received &, QByteArrayView);
Plan login(const Received &, QByteArrayView);
Plan orders(const Received &, QByteArrayView);
// Time and flow (endpoints_flow.cpp)
Plan delay(const Received &, QByteArrayView);
Plan stream(const Received &, QByteArrayView);
Plan sse(const Received &, QByteArrayView);
Plan ndjson(const Received &, QByteArrayView);
Plan big(const Received &, QByteArrayView);
Plan bytes(const Received &, QByteArrayView);
Plan trailers(const Received &, QByteArrayView);
Plan earlyHints(const Received &, QByteArrayView);
Plan reset(const Received &, QByteArrayView);
Plan hang(const Received &, QByteArrayView);
// Content of every kind (endpoints_content.cpp)
Plan json(const Received &, QByteArrayView);
Plan html(const Received &, QByteArrayView);
Plan xml(const Received &, QByteArrayView);
Plan text(const Received &, QByteArrayView);
Plan gzip(const Received &, QByteArrayView);
Plan deflate(const Received &, QByteArrayView);
Plan brotli(const Received &, QByteArrayView);
Plan zstd(const Received &, QByteArrayView);
Plan image(const Received &, QByteArrayView);
Plan robots(const Received &, QByteArrayView);
Plan duplicateHeaders(const Received &, QByteArrayView);

} // namespace endpoint
} // namespace sonde::playground
