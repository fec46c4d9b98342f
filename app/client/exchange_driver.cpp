#include "client/exchange_driver.h"

#include "client/stop_errors.h"

#include <QTimer>

namespace sonde::client
{
namespace
{

using trace::End;
using trace::ExchangeState;
using trace::Stamp;
using trace::What;

// Where a redirect leads stands in its head; content that came broken does not change it.
bool isOfContent(const http::Error &error)
{
    using http::Code;
    switch (error.code) {
    case Code::ContentDecodingFailed:
    case Code::DecompressionBomb:
    case Code::TruncatedResponse:
    case Code::MalformedResponse:
    case Code::ReceiveFailed:
    case Code::StreamReset:
        return true;
    default:
        return false;
    }
}

body::ByteStore *keptSent(const Hop &hop, const http::Request &request)
{
    const bool keeps = hop.kept && hop.kept->keep == Keep::WireContent;
    return keeps && isReadElsewhere(request.content) ? &hop.kept->sent : nullptr;
}

} // namespace

ExchangeDriver::ExchangeDriver(Setup setup)
    : m_setup(std::move(setup))
    , m_writer(m_setup.hop.body, m_setup.hop.kept ? &m_setup.hop.kept->received : nullptr)
    , m_upload(*m_setup.connection, m_setup.source, m_setup.plan.content,
               keptSent(m_setup.hop, *m_setup.request))
{
}

ExchangeDriver::~ExchangeDriver()
{
    if (m_streamOpen)
        m_setup.connection->release(m_stream);
}

void ExchangeDriver::start()
{
    m_stopped = m_setup.stop->token().onCancel([this] { stopped(); });
    if (isOver())
        return;
    const auto stream =
        m_setup.connection->open(std::move(m_setup.plan.head), m_setup.plan.content, this);
    if (!stream)
        return finish(trace::now(), End::Failed, stream.error());
    m_stream = *stream;
    m_streamOpen = !isOver();
    describeStream();
    m_waitsForContinue = m_setup.plan.awaitsContinue;
    if (!m_waitsForContinue)
        beginUpload();
}

void ExchangeDriver::describeStream()
{
    const bool http2 = m_setup.connection->version() == http::Version::Http2;
    exchange().update([&](ExchangeState &state) {
        state.connection = m_setup.connection->trace();
        state.connectionReused = m_setup.reused;
        state.streamId = http2 ? quint32(m_stream) : 0;
        state.sentHeaders = m_setup.connection->takeSentFields(m_stream);
        state.events.push_back(
            {.at = trace::now(), .value = quint64(m_stream), .what = What::StreamOpened});
    });
    m_setup.call->noteChange();
}

void ExchangeDriver::sent(const wire::SentMark &mark, Stamp at)
{
    using Mark = wire::SentMark::What;
    exchange().update([&](ExchangeState &state) {
        const auto record = [&](What what, quint64 value = 0) {
            state.events.push_back({.at = at, .value = value, .what = what});
        };
        switch (mark.what) {
        case Mark::HeadStart:
            record(What::SendHeadStarted);
            break;
        case Mark::HeadEnd:
            record(What::SendHeadFinished, mark.octets);
            state.sizes.requestHeadWire = mark.octets;
            if (m_waitsForContinue)
                record(What::ContinueWaitStarted);
            break;
        case Mark::ContentStart:
            record(What::SendBodyStarted);
            break;
        case Mark::ContentEnd:
            record(What::SendBodyFinished, mark.octets);
            state.sizes.requestContent = mark.octets;
            state.sizes.requestBodyWire = mark.wireOctets;
            break;
        }
    });
    if (mark.what == Mark::HeadEnd && m_waitsForContinue && timeouts().continueWait.count() > 0) {
        m_continueBy = at + timeouts().continueWait;
        rearm();
    }
    if (mark.what == Mark::ContentEnd || (mark.what == Mark::HeadEnd && !m_upload.hasContent()))
        requestSent(at);
    if (mark.what != Mark::HeadStart) // the rest of the head follows in the same breath
        m_setup.call->noteChange();
}

void ExchangeDriver::requestSent(Stamp at)
{
    m_sentAt = at;
    if (timeouts().firstByte.count() > 0)
        rearm();
}

void ExchangeDriver::beginUpload()
{
    if (!m_upload.hasContent() || isOver())
        return;
    m_upload.start(m_stream, [this] { pump(); });
    pump();
}

void ExchangeDriver::pump()
{
    if (const auto pumped = m_upload.pump(); !pumped && !isOver())
        giveUp(pumped.error());
}

void ExchangeDriver::contentWanted()
{
    pump();
}

// RFC 9110 section 10.1.1: a client need not wait for ever; it sends the content after a while.
void ExchangeDriver::endContinueWait(Stamp at)
{
    m_waitsForContinue = false;
    m_continueBy.reset();
    exchange().record(What::ContinueWaitFinished, at);
}

void ExchangeDriver::ended(Stamp at, End how)
{
    m_streamOpen = false;
    if (isOver())
        return;
    m_upload.stop();
    // What came is complete; that we have not passed it all on yet is our affair.
    if (m_writer.isHeld())
        m_pendingEnd = PendingEnd{.at = at, .how = how};
    else
        finishWhole(at, how);
}

void ExchangeDriver::finishWhole(Stamp at, End how)
{
    const auto whole = m_writer.finish();
    for (const trace::Finding &finding : m_writer.takeFindings())
        findingNoticed(finding);
    if (!whole)
        return finish(at, End::Failed, whole.error());
    // A redirect that leads nowhere is an error of the call; the response itself came whole.
    finish(at, how, m_redirect ? std::nullopt : std::optional(m_redirect.error()));
}

void ExchangeDriver::failed(Stamp at, const http::Error &error)
{
    m_streamOpen = false;
    if (!isOver())
        finish(at, error.code == http::Code::Cancelled ? End::Cancelled : End::Failed, error);
}

void ExchangeDriver::giveUp(http::Error error)
{
    if (std::exchange(m_streamOpen, false))
        m_setup.connection->release(m_stream);
    const bool cancelled = error.code == http::Code::Cancelled;
    finish(trace::now(), cancelled ? End::Cancelled : End::Failed, std::move(error));
}

void ExchangeDriver::recordBodyEnd(ExchangeState &state) const
{
    if (m_bodyStarted)
        state.events.push_back({.at = m_lastContent,
                                .value = state.sizes.responseEncoded,
                                .what = What::BodyFinished});
}

void ExchangeDriver::finish(Stamp at, End how, std::optional<http::Error> error)
{
    if (isOver())
        return;
    m_stopped = {};
    if (m_alarm)
        m_alarm->stop();
    m_upload.stop();
    m_writer.close();
    const bool failed = how == End::Failed || how == End::Cancelled;
    exchange().update([&](ExchangeState &state) {
        if (m_headStarted)
            state.events.push_back({.at = *m_headStarted, .what = What::HeadStarted});
        if (!failed)
            recordBodyEnd(state);
        state.events.push_back({.at = at,
                                .what = how == End::Failed      ? What::Failed
                                        : how == End::Cancelled ? What::Cancelled
                                                                : What::Ended});
        state.error = error;
        state.end = how;
    });
    std::optional<Redirect> redirect;
    if (m_redirect && (!error || isOfContent(*error)))
        redirect = std::move(*m_redirect);
    m_outcome.complete(
        {.error = std::move(error), .redirect = std::move(redirect), .answered = m_answered});
}

} // namespace sonde::client
