#include "trace/event.h"

#include <algorithm>

namespace sonde::trace
{

QByteArrayView name(What what)
{
    switch (what) {
    case What::Created:
        return "created";
    case What::Dispatched:
        return "dispatched";
    case What::ConnectionAssigned:
        return "connection-assigned";
    case What::ConnectionAwaited:
        return "connection-awaited";
    case What::StreamOpened:
        return "stream-opened";
    case What::SendHeadStarted:
        return "send-head-started";
    case What::SendHeadFinished:
        return "send-head-finished";
    case What::SendBodyStarted:
        return "send-body-started";
    case What::SendBodyFinished:
        return "send-body-finished";
    case What::ContinueWaitStarted:
        return "continue-wait-started";
    case What::ContinueWaitFinished:
        return "continue-wait-finished";
    case What::InterimHeadStarted:
        return "interim-head-started";
    case What::InterimHeadFinished:
        return "interim-head-finished";
    case What::HeadStarted:
        return "head-started";
    case What::HeadFinished:
        return "head-finished";
    case What::BodyStarted:
        return "body-started";
    case What::BodyFinished:
        return "body-finished";
    case What::TrailersFinished:
        return "trailers-finished";
    case What::Ended:
        return "ended";
    case What::Failed:
        return "failed";
    case What::Cancelled:
        return "cancelled";
    case What::ResolveStarted:
        return "resolve-started";
    case What::ResolveFinished:
        return "resolve-finished";
    case What::ResolveFailed:
        return "resolve-failed";
    case What::ConnectStarted:
        return "connect-started";
    case What::ConnectFinished:
        return "connect-finished";
    case What::ConnectFailed:
        return "connect-failed";
    case What::ProxyStarted:
        return "proxy-started";
    case What::ProxyFinished:
        return "proxy-finished";
    case What::ProxyFailed:
        return "proxy-failed";
    case What::TlsStarted:
        return "tls-started";
    case What::TlsFinished:
        return "tls-finished";
    case What::TlsFailed:
        return "tls-failed";
    case What::Ready:
        return "ready";
    case What::GoAway:
        return "go-away";
    case What::Closed:
        return "closed";
    }
    Q_UNREACHABLE();
}

std::optional<Stamp> firstOf(std::span<const Event> events, What what)
{
    const auto found = std::ranges::find(events, what, &Event::what);
    return found == events.end() ? std::nullopt : std::optional(found->at);
}

std::optional<Stamp> lastOf(std::span<const Event> events, What what)
{
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->what == what)
            return event->at;
    }
    return std::nullopt;
}

} // namespace sonde::trace
