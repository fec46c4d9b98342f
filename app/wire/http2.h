// HTTP/2 sessions on nghttp2, made here so that nobody else sees that library. Without I/O; made
// and used on the thread of their connection.
#pragma once

#include "wire/session.h"

namespace sonde::wire
{

// What we tell the peer at the start, and what we put up with.
struct Http2Options {
    // Octets a peer may have under way, of one stream and of the connection. 16 MiB keeps a path of
    // 1 Gbit/s and 130 ms busy.
    qint32 streamWindow = 16 * 1024 * 1024;
    qint32 connectionWindow = 16 * 1024 * 1024;
    // One header section, counted as RFC 9113 section 6.5.2 does: 32 octets for each field on top.
    quint32 maxHeaderOctets = 1024 * 1024;
    int maxFields = 1000;
    // Server only: requests that a client may have open at once.
    quint32 maxConcurrentStreams = 100;
    // Client only: number of the first stream; odd.
    quint32 firstStream = 1;
};

// Both have their connection preface ready to be drained at once.
[[nodiscard]] std::unique_ptr<ClientSession> makeHttp2Client(const Http2Options &options = {});
[[nodiscard]] std::unique_ptr<ServerSession> makeHttp2Server(const Http2Options &options = {});

} // namespace sonde::wire
