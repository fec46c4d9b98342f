#include "client/retry.h"

namespace sonde::client
{

bool mayRetry(const http::Request &request, const Failure &failure)
{
    using http::Code;
    switch (failure.error.code) {
    case Code::ConnectionClosed:
    case Code::SendFailed:
    case Code::ReceiveFailed:
        // RFC 9112 section 9.3.1: a server may close an idle connection in the very moment in which
        // a request is sent on it. A new connection that closes says something else: that is no
        // answer to wait for twice.
        return failure.reused && !failure.answered &&
               (failure.error.retrySafe || request.method.isIdempotent());
    case Code::GoAway:
    case Code::StreamReset:
    case Code::LimitExceeded:
        // RFC 9113 section 8.7: above GOAWAY's last stream, or REFUSED_STREAM: nothing was
        // processed.
        return failure.error.retrySafe && !failure.answered;
    default:
        return false;
    }
}

// RFC 9113 section 7, HTTP_1_1_REQUIRED: as the error of a stream or in GOAWAY. It says that the
// request was not served for its version alone; a pin is the user's word, which nothing overrules.
bool wantsHttp11(const http::Request &request, const Failure &failure)
{
    constexpr qint64 http11Required = 0xd;
    using http::Code;
    const bool isHttp2Code =
        failure.error.code == Code::StreamReset || failure.error.code == Code::GoAway;
    return isHttp2Code && failure.error.number == http11Required && !failure.answered &&
           request.version == http::VersionPolicy::Auto;
}

} // namespace sonde::client
