// Writes HTTP/1 text exactly as given: case, order and duplicates of fields are kept. Pure
// functions.
#pragma once

#include "wire/session.h"

namespace sonde::wire
{

// "GET / HTTP/1.1", the fields, the empty line.
[[nodiscard]] QByteArray writeHead(const RequestHead &head);
// The same with other fields than its own.
[[nodiscard]] QByteArray writeHead(const RequestHead &head, const http::Headers &fields);
[[nodiscard]] QByteArray writeHead(const http::ResponseHead &head);

// The size line before `octets` of chunk data; after the data comes "\r\n" (RFC 9112 section 7.1).
[[nodiscard]] QByteArray writeChunkSize(qsizetype octets);
// The last chunk, the trailers, the empty line.
[[nodiscard]] QByteArray writeLastChunk(const http::Headers &trailers);

// Whether a head can go out without becoming something else on the way: tokens where tokens stand,
// no line break and no NUL anywhere (RFC 9112 section 11.1).
[[nodiscard]] http::Result<void> checkWritable(const RequestHead &head);
[[nodiscard]] http::Result<void> checkWritable(const http::ResponseHead &head);
[[nodiscard]] http::Result<void> checkWritable(const http::Headers &fields);

} // namespace sonde::wire
