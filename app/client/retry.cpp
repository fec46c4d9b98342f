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

} // namespace sonde::client
