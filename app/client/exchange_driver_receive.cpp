// The driver's ear: heads, content, trailers and findings as they arrive.
#include "client/exchange_driver.h"

#include <QTimer>

namespace sonde::client
{
namespace
{

using trace::End;
using trace::ExchangeState;
using trace::Stamp;
using trace::What;

// The content of a redirect that is followed is worth this much of a person's time and disk.
constexpr quint64 redirectContentLimit = 1 << 20;
// A server may send interim heads for ever; these are kept.
constexpr size_t maxInterimHeads = 100;
constexpr size_t maxFindings = 1000;
constexpr int switchingProtocols = 101;

void addFinding(ExchangeState &state, trace::Finding finding)
{
    if (state.findings.size() < maxFindings)
        state.findings.push_back(std::move(finding));
}

} // namespace

void ExchangeDriver::headStarted(Stamp at)
{
    m_answered = true;
    m_headStarted = at;
    m_lastArrival = at;
    if (timeouts().idle.count() > 0)
        rearm();
}

void ExchangeDriver::headReceived(wire::ResponseHeadReceived event)
{
    m_answered = true;
    m_lastArrival = event.at;
    if (event.head.isInterim())
        return interimReceived(std::move(event));
    if (event.head.status == switchingProtocols)
        m_leaveBy = event.at;
    if (m_waitsForContinue)
        endContinueWait(event.at);
    m_hasHead = true;
    m_redirect =
        followRedirect(*m_setup.request, event.head, *m_setup.options, m_setup.redirectsFollowed);
    prepareDecoder(event.head);
    const Stamp started = std::exchange(m_headStarted, std::nullopt).value_or(event.at);
    exchange().update([&](ExchangeState &state) {
        state.events.push_back({.at = started, .what = What::HeadStarted});
        state.events.push_back({.at = event.at, .what = What::HeadFinished});
        state.sizes.responseHeadWire = event.wireOctets;
        // Copied only for a sink, which is told last, when everybody else can see it.
        if (m_setup.sink)
            state.response = event.head;
        else
            state.response = std::move(event.head);
    });
    if (m_setup.sink)
        openSink(event.head);
    if (m_alarm || m_leaveBy)
        rearm();
    m_setup.call->noteChange();
}

void ExchangeDriver::interimReceived(wire::ResponseHeadReceived event)
{
    const int status = event.head.status;
    const Stamp started = std::exchange(m_headStarted, std::nullopt).value_or(event.at);
    exchange().update([&](ExchangeState &state) {
        if (state.interim.size() >= maxInterimHeads)
            return;
        state.events.push_back({.at = started, .what = What::InterimHeadStarted});
        state.events.push_back(
            {.at = event.at, .value = state.interim.size(), .what = What::InterimHeadFinished});
        state.interim.push_back(std::move(event.head));
        if (state.interim.size() == maxInterimHeads)
            addFinding(state, {.severity = trace::Severity::Warning,
                               .rule = "client.interim-heads",
                               .sentence = QStringLiteral("The server sends more than %1 interim "
                                                          "responses; later ones are not kept.")
                                               .arg(maxInterimHeads)});
    });
    if (status == 100 && m_waitsForContinue) {
        endContinueWait(event.at);
        beginUpload();
    }
    if (m_alarm)
        rearm();
    m_setup.call->noteChange();
}

// Only what a person waits for goes to the sink: not the page of a redirect, nor one that ends
// here.
void ExchangeDriver::openSink(const http::ResponseHead &head)
{
    if (m_redirect && !*m_redirect)
        m_writer.divertTo(m_setup.sink, head, [this] { sinkDrained(); });
}

void ExchangeDriver::prepareDecoder(const http::ResponseHead &head)
{
    const QByteArray codings = head.headers.combined("Content-Encoding");
    if (codings.isEmpty() || http::sameName(codings, "identity"))
        return;
    exchange().update([&](ExchangeState &state) { state.contentCodings = codings; });
    if (!m_setup.options->decode)
        return;
    // RFC 9110 section 14.4: a range is one of the encoded octets; the middle of them decodes to
    // nothing.
    if (head.status == 206)
        return findingNoticed({.rule = "client.encoded-range",
                               .sentence = QStringLiteral(
                                   "This is a part of encoded content, which cannot be decoded by "
                                   "itself; it is shown as it came."),
                               .section = "RFC 9110 section 14.4"});
    auto decoder = wire::ContentDecoder::make(codings, quint64(m_setup.options->bombLimit));
    if (!decoder)
        return findingNoticed({.severity = trace::Severity::Warning,
                               .rule = "client.unknown-coding",
                               .sentence = decoder.error().sentence,
                               .section = "RFC 9110 section 8.4"});
    if (!decoder->isIdentity())
        m_writer.decodeWith(std::move(*decoder));
}

void ExchangeDriver::contentReceived(const wire::ContentReceived &event)
{
    m_lastArrival = event.at;
    m_lastContent = event.at;
    const auto credit = m_writer.take(event.octets);
    exchange().recordArrival({.at = event.at,
                              .first = !std::exchange(m_bodyStarted, true),
                              .length = quint32(event.octets.size()),
                              .wireOctets = event.wireOctets,
                              .decodedTo = m_writer.decodedOctets()});
    settle(credit);
}

void ExchangeDriver::settle(const http::Result<qint64> &credit)
{
    if (isOver())
        return;
    if (!credit)
        return giveUp(credit.error());
    if (*credit > 0 && m_streamOpen)
        m_setup.connection->consume(m_stream, *credit);
    const bool followed = m_redirect && *m_redirect;
    if (followed && m_writer.decodedOctets() > redirectContentLimit && !isOver())
        cutRedirectContent();
    m_setup.call->noteChange();
}

void ExchangeDriver::sinkDrained()
{
    if (isOver())
        return;
    m_lastArrival = trace::now(); // it was we who paused, not the server
    const auto credit = m_writer.resume();
    exchange().update(
        [&](ExchangeState &state) { state.sizes.responseDecoded = m_writer.decodedOctets(); });
    settle(credit);
    if (m_pendingEnd && !m_writer.isHeld() && !isOver())
        finishWhole(m_pendingEnd->at, m_pendingEnd->how);
    else if (m_alarm && !isOver())
        rearm();
}

void ExchangeDriver::cutRedirectContent()
{
    findingNoticed(
        {.rule = "client.redirect-content",
         .sentence = QStringLiteral("The content of this redirect is longer than 1 MiB; the "
                                    "rest was not waited for.")});
    if (std::exchange(m_streamOpen, false))
        m_setup.connection->release(m_stream);
    finish(trace::now(), End::Cancelled, std::nullopt);
}

void ExchangeDriver::trailersReceived(wire::TrailersReceived event)
{
    m_lastArrival = event.at;
    exchange().update([&](ExchangeState &state) {
        recordBodyEnd(state);
        state.sizes.responseBodyWire += event.wireOctets;
        state.events.push_back({.at = event.at, .what = What::TrailersFinished});
        for (const http::Field &field : event.trailers)
            state.trailers.append(field);
    });
    m_bodyStarted = false; // its end is recorded
    m_setup.call->noteChange();
}

void ExchangeDriver::findingNoticed(const trace::Finding &finding)
{
    exchange().update([&](ExchangeState &state) { addFinding(state, finding); });
    m_setup.call->noteChange();
}
} // namespace sonde::client
