#include "trace/phases.h"

#include <algorithm>

namespace sonde::trace
{
namespace
{

struct Edges {
    What start;
    What end;
};

bool failedHere(const ExchangeState &exchange, Phase phase)
{
    if (!exchange.error)
        return false;
    switch (exchange.error->phase) {
    case http::Phase::Queue:
        return phase == Phase::Queued || phase == Phase::ConnectionWait;
    case http::Phase::Resolve:
        return phase == Phase::Resolve;
    case http::Phase::Connect:
        return phase == Phase::Connect;
    case http::Phase::Proxy:
        return phase == Phase::Proxy;
    case http::Phase::TlsHandshake:
        return phase == Phase::Tls;
    case http::Phase::Send:
        return phase == Phase::SendHead || phase == Phase::SendBody;
    case http::Phase::Wait:
        return phase == Phase::Wait;
    case http::Phase::ReceiveHead:
        return phase == Phase::Head;
    case http::Phase::ReceiveBody:
    case http::Phase::Store:
        return phase == Phase::Body;
    case http::Phase::Plan:
        return false;
    }
    Q_UNREACHABLE();
}

// A span from two optional stamps; what started and has no end is running, or failed with the
// exchange.
PhaseSpan span(const ExchangeState &exchange, Phase phase, std::optional<Stamp> start,
               std::optional<Stamp> end)
{
    PhaseSpan result{.phase = phase, .start = start, .end = end};
    if (!start)
        result.state = PhaseState::NotApplicable;
    else if (end)
        result.state = PhaseState::Done;
    else if (!exchange.isOver())
        result.state = PhaseState::Running;
    else {
        result.state = PhaseState::Failed;
        result.end = exchange.events.back().at;
    }
    if (start && failedHere(exchange, phase))
        result.state = PhaseState::Failed;
    return result;
}

class SetUp
{
public:
    explicit SetUp(const ExchangeState &exchange)
        : m_exchange(exchange)
    {
        if (exchange.connection)
            m_connection = exchange.connection->state();
    }

    PhaseSpan phase(Phase phase, Edges edges, What failed) const
    {
        if (m_exchange.connectionReused)
            return {.phase = phase, .state = PhaseState::Reused};
        if (!m_connection)
            return {.phase = phase};
        auto end = firstOf(m_connection->events, edges.end);
        if (!end)
            end = firstOf(m_connection->events, failed);
        PhaseSpan result = span(m_exchange, phase, firstOf(m_connection->events, edges.start), end);
        result.shared = m_connection->openedBy != m_exchange.id && result.start.has_value();
        if (firstOf(m_connection->events, failed))
            result.state = PhaseState::Failed;
        return result;
    }

    std::optional<Stamp> ready() const
    {
        return m_connection ? firstOf(m_connection->events, What::Ready) : std::nullopt;
    }

private:
    const ExchangeState &m_exchange;
    std::optional<ConnectionState> m_connection;
};

void appendInterim(const ExchangeState &exchange, std::vector<PhaseSpan> &into)
{
    std::optional<Stamp> started;
    for (const Event &event : exchange.events) {
        if (event.what == What::InterimHeadStarted) {
            started = event.at;
        } else if (event.what == What::InterimHeadFinished && started) {
            into.push_back({.phase = Phase::Interim,
                            .state = PhaseState::Done,
                            .start = started,
                            .end = event.at});
            started.reset();
        }
    }
}

PhaseSpan waitSpan(const ExchangeState &exchange)
{
    const auto &events = exchange.events;
    const auto headSent = firstOf(events, What::SendHeadFinished);
    const auto bodySent = firstOf(events, What::SendBodyFinished);
    const bool sendingBody = firstOf(events, What::SendBodyStarted) && !bodySent;
    const auto firstOctet = firstOf(events, What::HeadStarted);
    const auto lastSent = bodySent ? bodySent : headSent;
    if (firstOctet && (sendingBody || (lastSent && *firstOctet < *lastSent))) {
        // The response overtook the request: there was no wait to measure (RFC 9110 section 7.5).
        return {.phase = Phase::Wait,
                .state = PhaseState::Done,
                .start = firstOctet,
                .end = firstOctet,
                .early = true};
    }
    return span(exchange, Phase::Wait, sendingBody ? std::nullopt : lastSent, firstOctet);
}

} // namespace

std::vector<PhaseSpan> phases(const ExchangeState &exchange)
{
    const auto &events = exchange.events;
    const SetUp setUp(exchange);
    std::vector<PhaseSpan> result;
    const auto own = [&](Phase phase, Edges edges) {
        result.push_back(
            span(exchange, phase, firstOf(events, edges.start), firstOf(events, edges.end)));
    };

    own(Phase::Queued, {What::Created, What::Dispatched});
    auto awaited = firstOf(events, What::ConnectionAwaited);
    const bool owned = exchange.connection && exchange.connection->state().openedBy == exchange.id;
    result.push_back(owned ? PhaseSpan{.phase = Phase::ConnectionWait}
                           : span(exchange, Phase::ConnectionWait, awaited,
                                  firstOf(events, What::ConnectionAssigned)));
    result.push_back(setUp.phase(Phase::Resolve, {What::ResolveStarted, What::ResolveFinished},
                                 What::ResolveFailed));
    result.push_back(setUp.phase(Phase::Connect, {What::ConnectStarted, What::ConnectFinished},
                                 What::ConnectFailed));
    result.push_back(
        setUp.phase(Phase::Proxy, {What::ProxyStarted, What::ProxyFinished}, What::ProxyFailed));
    result.push_back(
        setUp.phase(Phase::Tls, {What::TlsStarted, What::TlsFinished}, What::TlsFailed));
    own(Phase::SendHead, {What::SendHeadStarted, What::SendHeadFinished});
    own(Phase::SendBody, {What::SendBodyStarted, What::SendBodyFinished});
    own(Phase::ContinueWait, {What::ContinueWaitStarted, What::ContinueWaitFinished});
    appendInterim(exchange, result);
    result.push_back(waitSpan(exchange));
    own(Phase::Head, {What::HeadStarted, What::HeadFinished});
    own(Phase::Body, {What::BodyStarted, What::BodyFinished});
    const auto trailers = firstOf(events, What::TrailersFinished);
    const auto bodyEnd = firstOf(events, What::BodyFinished);
    result.push_back(span(exchange, Phase::Trailers,
                          trailers ? (bodyEnd ? bodyEnd : trailers) : std::nullopt, trailers));
    return result;
}

PhaseSpan extent(const ExchangeState &exchange)
{
    return {.state = exchange.isOver() ? PhaseState::Done : PhaseState::Running,
            .start = exchange.events.front().at,
            .end = exchange.events.back().at};
}

std::optional<TlsPreparation> tlsPreparation(const ConnectionState &connection)
{
    constexpr std::chrono::milliseconds least{1};
    const auto begun = firstOf(connection.events, What::TlsStarted);
    auto before = firstOf(connection.events, What::ConnectFinished);
    if (const auto passed = firstOf(connection.events, What::ProxyFinished))
        before = passed;
    if (!begun || !before || *begun - *before < least)
        return std::nullopt;
    return TlsPreparation{*before, *begun};
}

QByteArrayView name(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return "queued";
    case Phase::ConnectionWait:
        return "connection-wait";
    case Phase::Resolve:
        return "dns";
    case Phase::Connect:
        return "tcp";
    case Phase::Proxy:
        return "proxy";
    case Phase::Tls:
        return "tls";
    case Phase::SendHead:
        return "send-head";
    case Phase::SendBody:
        return "send-body";
    case Phase::ContinueWait:
        return "continue-wait";
    case Phase::Interim:
        return "interim";
    case Phase::Wait:
        return "wait";
    case Phase::Head:
        return "head";
    case Phase::Body:
        return "body";
    case Phase::Trailers:
        return "trailers";
    }
    Q_UNREACHABLE();
}

QByteArrayView name(PhaseState state)
{
    switch (state) {
    case PhaseState::Done:
        return "done";
    case PhaseState::Running:
        return "running";
    case PhaseState::NotApplicable:
        return "n/a";
    case PhaseState::Reused:
        return "reused";
    case PhaseState::Unobservable:
        return "unobservable";
    case PhaseState::Failed:
        return "failed";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::trace
