// The first line of a message, and telling what speaks when it is not HTTP/1.
#pragma once

#include "wire/http1_line.h"
#include "wire/http1_notes.h"

namespace sonde::wire
{

// Status and version only; the fields follow (RFC 9112 section 4).
[[nodiscard]] http::Result<http::ResponseHead> parseStatusLine(const Http1Line &line,
                                                               Http1Notes &notes);
// Method, target and version only (RFC 9112 section 3).
[[nodiscard]] http::Result<RequestHead> parseRequestLine(const Http1Line &line, Http1Notes &notes);

// An error if the first octets of a message cannot become HTTP/1 any more: HTTP/2, TLS, or
// something else. Nothing while they may. The verdict does not depend on how many more octets are
// there.
[[nodiscard]] std::optional<http::Error> http1Foreign(Http1Role role, QByteArrayView first,
                                                      qint64 offset);
// Whether the first octets of a response, however few, can begin HTTP/; and the error if they
// cannot.
[[nodiscard]] bool http1MayBeHttp(QByteArrayView first);
[[nodiscard]] http::Error http1NotHttp(QByteArrayView first, qint64 offset);

} // namespace sonde::wire
