// Everything that is told of one `sonde send` when it is over: the source of --json, --timings and
// -w.
#pragma once

#include "body/byte_store.h"
#include "trace/exchange.h"

namespace sonde::cli
{

struct Report {
    // What was asked for; all there is when nothing could be sent.
    QByteArray method;
    QByteArray url;
    http::VersionPolicy policy = http::VersionPolicy::Auto;
    http::Headers headers;
    std::vector<trace::ExchangeState> hops; // oldest first
    bool withFrames = false;                // --trace-frames

    // The body of the last hop: in a store, or gone to a file with its hash taken on the way.
    std::shared_ptr<const body::ByteStore> body;
    std::optional<QByteArray> bodyHash; // SHA-256, binary
    QString bodyFile;

    std::optional<http::Error> error; // of the last hop, or from before and after it
    int exitCode = 0;

    [[nodiscard]] const trace::ExchangeState *last() const
    {
        return hops.empty() ? nullptr : &hops.back();
    }
};

// The response head of a hop as HTTP/1 would write it, without the empty line; also for HTTP/2.
[[nodiscard]] QByteArray headText(const http::ResponseHead &head);

} // namespace sonde::cli
