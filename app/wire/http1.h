// The HTTP/1 codec (RFC 9112), both sides. Sans I/O, not thread-safe.
#pragma once

#include "wire/session.h"

namespace sonde::wire
{

// One request at a time. After a 101, or a 2xx to CONNECT, the connection is a tunnel: what arrives
// is ContentReceived, what is sent with sendContent() goes out as it is.
[[nodiscard]] std::unique_ptr<ClientSession> makeHttp1Client();
// Requests one after the other, pipelined ones too: the next is read when the response to the one
// before is complete. When isReusable() is false and nothing is left to drain, the connection is to
// be closed. After sendHead() with 101, or 2xx to CONNECT, more ContentReceived and a second
// MessageEnded follow: they are the tunnel's.
[[nodiscard]] std::unique_ptr<ServerSession> makeHttp1Server();

} // namespace sonde::wire
