#include "interop/har_timings.h"

#include <algorithm>

namespace sonde::interop
{
namespace
{

using trace::Phase;
using trace::Stamp;

struct Range {
    std::optional<Stamp> start;
    std::optional<Stamp> end;

    void add(const trace::PhaseSpan &span)
    {
        if (!span.start)
            return;
        const Stamp spanEnd = span.end.value_or(*span.start);
        start = start ? std::min(*start, *span.start) : *span.start;
        end = end ? std::max(*end, spanEnd) : spanEnd;
    }
    // A clock that steps between threads makes no negative time here.
    double ms(double none) const
    {
        if (!start)
            return none;
        return std::max(0.0, double((*end - *start).count()) / 1e6);
    }
};

// Milliseconds from the beginning until the first octet went out, or nothing if none did. Between
// its phases this program reads trust and wakes threads; somewhere that time has to be counted.
double beforeSending(const trace::ExchangeState &exchange, const Range &send)
{
    const auto start = trace::extent(exchange).start;
    if (!start || !send.start)
        return 0;
    return double((*send.start - *start).count()) / 1e6;
}

} // namespace

HarTimings harTimings(const trace::ExchangeState &exchange)
{
    Range queued;
    Range waited;
    Range dns;
    Range connect;
    Range ssl;
    Range send;
    Range receive;
    for (const trace::PhaseSpan &span : trace::phases(exchange)) {
        // What another exchange paid for is in the time that this one was blocked.
        if (span.shared)
            continue;
        switch (span.phase) {
        case Phase::Queued:
            queued.add(span);
            break;
        case Phase::ConnectionWait:
            waited.add(span);
            break;
        case Phase::Resolve:
            dns.add(span);
            break;
        case Phase::Tls:
            ssl.add(span);
            [[fallthrough]];
        case Phase::Connect:
        case Phase::Proxy:
            connect.add(span);
            break;
        case Phase::SendHead:
        case Phase::SendBody:
        case Phase::ContinueWait:
            send.add(span);
            break;
        case Phase::Head:
        case Phase::Body:
        case Phase::Trailers:
            receive.add(span);
            break;
        case Phase::Interim:
        case Phase::Wait:
            break;
        }
    }
    // HTTP/2 may answer while the request is being sent: that time counts once, as receiving.
    if (send.start && receive.start)
        send.end = std::clamp(*receive.start, *send.start, *send.end);
    Range wait;
    if (send.end && receive.start)
        wait = {.start = send.end, .end = std::max(*send.end, *receive.start)};
    else if (send.end)
        wait = {.start = send.end, .end = exchange.events.back().at};
    HarTimings timings{.dns = dns.ms(-1),
                       .connect = connect.ms(-1),
                       .ssl = ssl.ms(-1),
                       .send = send.ms(0),
                       .wait = wait.ms(0),
                       .receive = receive.ms(0)};
    if (queued.start || waited.start)
        timings.blocked = std::max(queued.ms(0) + waited.ms(0),
                                   beforeSending(exchange, send) - dns.ms(0) - connect.ms(0));
    return timings;
}

double HarTimings::total() const
{
    double sum = 0;
    for (const double part : {blocked, dns, connect, send, wait, receive})
        sum += std::max(0.0, part);
    return sum;
}

QJsonObject HarTimings::toJson() const
{
    return {{QStringLiteral("blocked"), blocked}, {QStringLiteral("dns"), dns},
            {QStringLiteral("connect"), connect}, {QStringLiteral("ssl"), ssl},
            {QStringLiteral("send"), send},       {QStringLiteral("wait"), wait},
            {QStringLiteral("receive"), receive}};
}

} // namespace sonde::interop
