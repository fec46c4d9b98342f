// The server's end of an HTTP/2 connection, for the playground and for tests. Without I/O; used on
// its connection's thread.
#pragma once

#include "wire/http2_endpoint.h"

namespace sonde::wire
{

class Http2ServerSession final : public Http2Endpoint<ServerSession>
{
public:
    explicit Http2ServerSession(const Http2Options &options = {});

    void sendHead(StreamId stream, const http::ResponseHead &head, ContentLength content) override;

private:
    Http2Stream *streamOfHeaders(const nghttp2_frame &frame) override;
    void headReceived(Http2Stream &stream) override;
};

} // namespace sonde::wire
