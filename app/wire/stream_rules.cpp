#include "wire/stream_rules.h"

#include "wire/frame_payload.h"

namespace sonde::wire
{

using namespace http2code;
using trace::Direction;
using trace::FrameType;
using trace::Verdict;

namespace
{

size_t other(Direction direction)
{
    return 1 - size_t(direction);
}

} // namespace

Verdict StreamRules::judge(const trace::Frame &frame)
{
    if (auto verdict = judgeSection(frame); verdict.kind != Verdict::Kind::Ok)
        return verdict;
    return frame.stream == 0 ? judgeConnection(frame) : judgeStream(frame);
}

// RFC 9113 section 6.10: nothing comes between the frames of one header section.
Verdict StreamRules::judgeSection(const trace::Frame &frame)
{
    quint32 &section = m_section[size_t(frame.direction)];
    const bool continues = frame.is(FrameType::Continuation);
    if (continues && section == 0)
        return violation(protocolError, "RFC 9113 section 6.10",
                         QStringLiteral("It continues a header section that is not under way."));
    if (section != 0 && (!continues || frame.stream != section)) {
        const auto was = std::exchange(section, 0);
        return violation(protocolError, "RFC 9113 section 6.10",
                         QStringLiteral("It stands in the middle of the header section of stream "
                                        "%1.")
                             .arg(was));
    }
    if (continues || frame.is(FrameType::Headers) || frame.is(FrameType::PushPromise))
        section = frame.endsHeaders() ? 0 : frame.stream;
    return {};
}

Verdict StreamRules::judgeConnection(const trace::Frame &frame)
{
    if (const auto *goAway = std::get_if<trace::GoAwayPayload>(&frame.payload);
        goAway && frame.direction == Direction::Received) {
        const auto before = std::exchange(m_goAway, goAway->lastStream);
        if (before && goAway->lastStream > *before)
            return violation(protocolError, "RFC 9113 section 6.8",
                             QStringLiteral("The last stream was %1 before and cannot grow to %2.")
                                 .arg(*before)
                                 .arg(goAway->lastStream));
    }
    if (!frame.is(FrameType::Settings))
        return {};
    if (frame.direction == Direction::Sent) {
        if (const auto *settings = std::get_if<trace::SettingsPayload>(&frame.payload)) {
            for (const auto &setting : settings->values)
                m_refusesPush = setting.id == 2 ? setting.value == 0 : m_refusesPush;
        }
    } else if (frame.isAck()) {
        m_pushRefused = m_refusesPush;
    }
    return {};
}

Verdict StreamRules::judgeStream(const trace::Frame &frame)
{
    if (frame.is(FrameType::Priority))
        return {}; // RFC 9113 section 5.1: in any state
    auto found = m_streams.find(frame.stream);
    if (found == m_streams.end()) {
        if (auto verdict = judgeOpening(frame); verdict.kind != Verdict::Kind::Ok)
            return verdict;
        found = m_streams.find(frame.stream);
        if (found == m_streams.end())
            return {};
    }
    Stream &stream = found->second;
    Half &half = stream[size_t(frame.direction)];
    if (frame.is(FrameType::PushPromise) && m_pushRefused && frame.direction == Direction::Received)
        return violation(protocolError, "RFC 9113 section 8.4",
                         QStringLiteral("It promises a response, and SETTINGS forbid that."));
    if (half.reset)
        return violation(streamClosed, "RFC 9113 section 5.1",
                         QStringLiteral("The stream was reset by the same side before."));
    if (frame.is(FrameType::RstStream)) {
        half.reset = true;
        return {};
    }
    // RFC 9113 section 5.1: what was under way when the other side reset the stream has no effect.
    if (stream[other(frame.direction)].reset)
        return ignored("RFC 9113 section 5.1",
                       QStringLiteral("The stream was reset before; this crossed it on the way."));
    return judgeMessage(frame, stream);
}

// A stream that has not been used before.
Verdict StreamRules::judgeOpening(const trace::Frame &frame)
{
    const bool sent = frame.direction == Direction::Sent;
    const bool ours = frame.stream % 2 == 1;
    if (ours && sent && frame.is(FrameType::Headers)) {
        if (frame.stream <= m_highest)
            return violation(protocolError, "RFC 9113 section 5.1.1",
                             QStringLiteral("Stream %1 is opened after stream %2.")
                                 .arg(frame.stream)
                                 .arg(m_highest));
        m_highest = frame.stream;
        m_streams[frame.stream] = {};
        return {};
    }
    if (!ours && m_promised.contains(frame.stream)) {
        m_streams[frame.stream] = {};
        return {};
    }
    const bool known = frame.is(FrameType::Data) || frame.is(FrameType::Headers) ||
                       frame.is(FrameType::RstStream) || frame.is(FrameType::WindowUpdate) ||
                       frame.is(FrameType::PushPromise);
    if (!known)
        return {};
    return violation(protocolError, "RFC 9113 section 5.1",
                     QStringLiteral("Stream %1 has not been opened.").arg(frame.stream));
}

Verdict StreamRules::judgeMessage(const trace::Frame &frame, Stream &stream)
{
    Half &half = stream[size_t(frame.direction)];
    const bool headers = frame.is(FrameType::Headers);
    const bool data = frame.is(FrameType::Data);
    if (const auto *promise = std::get_if<trace::PushPromisePayload>(&frame.payload))
        m_promised.insert(promise->promised);
    if (!headers && !data)
        return {};
    if (half.ended)
        return violation(streamClosed, "RFC 9113 section 5.1",
                         QStringLiteral("The message ended with END_STREAM before this."));
    // RFC 9113 section 8.1: head, content, trailers; the trailers end it.
    if (data && !half.finalHead)
        return violation(protocolError, "RFC 9113 section 8.1",
                         QStringLiteral("Content comes before the final head."));
    const bool trailers = headers && half.finalHead;
    if (headers)
        half.finalHead = true; // unless sawInterim() says otherwise
    half.ended = frame.endsStream();
    if (trailers && !half.ended)
        return violation(protocolError, "RFC 9113 section 8.1",
                         QStringLiteral("A second head comes that neither is interim nor ends "
                                        "the message."));
    return {};
}

void StreamRules::sawInterim(Direction direction, quint32 stream)
{
    if (const auto found = m_streams.find(stream); found != m_streams.end())
        found->second[size_t(direction)].finalHead = false;
}

} // namespace sonde::wire
