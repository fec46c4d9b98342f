#include "wire/frame_reader.h"

namespace sonde::wire
{

using namespace http2code;
using Step = FrameCutter::Step;

std::optional<FrameReader::Read> FrameReader::next(QByteArrayView &rest, trace::Stamp at)
{
    if (!rest.isEmpty() && !m_cutter.isBetweenFrames())
        m_frame.ended = at;
    while (!m_brokenAt) {
        if (m_cutter.isBetweenFrames() && !rest.isEmpty())
            m_frame = {.at = at, .ended = at, .offset = m_offset, .direction = m_direction};
        const auto before = rest.size();
        const auto step = m_cutter.next(rest);
        m_offset += quint64(before - rest.size());
        if (step == Step::Starved)
            return std::nullopt;
        if (auto read = take(step, at))
            return read;
    }
    m_offset += quint64(rest.size());
    rest = {};
    return std::nullopt;
}

void FrameReader::skip(quint64 octets, trace::Stamp at)
{
    // Only a record that is not ours can have content left out where none is due.
    if (octets > 0 && !m_brokenAt && !m_cutter.skipContent(octets))
        m_brokenAt = m_offset;
    m_offset += octets;
    if (octets > 0)
        m_frame.ended = at;
}

std::optional<FrameReader::Read> FrameReader::take(Step step, trace::Stamp at)
{
    switch (step) {
    case Step::Preface:
        m_preface += m_cutter.octets();
        break;
    case Step::Header:
        beginFrame();
        if (auto verdict = headerVerdict(); verdict.isViolation()) {
            m_brokenAt = m_frame.offset;
            m_frame.verdict = std::move(verdict);
            return Read{m_frame, {}};
        }
        break;
    case Step::Payload:
        if (!m_cutter.header().isData())
            m_payload += m_cutter.octets();
        break;
    case Step::End:
        return endFrame(at);
    case Step::Content:
    case Step::Starved:
        break;
    }
    return std::nullopt;
}

void FrameReader::beginFrame()
{
    const auto &header = m_cutter.header();
    m_frame.length = header.length;
    m_frame.stream = header.stream;
    m_frame.type = header.type;
    m_frame.flags = header.flags;
    m_payload.clear();
}

trace::Verdict FrameReader::headerVerdict() const
{
    const auto &header = m_cutter.header();
    const bool settings = header.type == quint8(trace::FrameType::Settings);
    if (m_first && m_direction == trace::Direction::Sent &&
        m_preface != "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        return violation(protocolError, "RFC 9113 section 3.4",
                         QStringLiteral("The client's connection preface is not that of HTTP/2."));
    if (m_first && (!settings || (header.flags & trace::frameflag::ack) != 0))
        return violation(protocolError, "RFC 9113 section 3.4",
                         QStringLiteral("The first frame must be SETTINGS; this is %1, if it is "
                                        "HTTP/2 at all.")
                             .arg(QString::fromLatin1(trace::frameTypeName(header.type))));
    if (header.length > m_maxFrameSize)
        return violation(frameSizeError, "RFC 9113 section 4.2",
                         QStringLiteral("The frame has %1 octets, above the %2 that SETTINGS "
                                        "allows.")
                             .arg(header.length)
                             .arg(m_maxFrameSize));
    return {};
}

FrameReader::Read FrameReader::endFrame(trace::Stamp at)
{
    const auto &header = m_cutter.header();
    auto body = header.isData() ? readDataBody(header, m_cutter.padLength())
                                : readFrameBody(header, m_payload, m_direction);
    m_frame.ended = at;
    m_frame.padding = body.padding;
    m_frame.payload = std::move(body.payload);
    m_frame.verdict = std::move(body.verdict);
    m_first = false;
    return {std::move(m_frame), body.fragment.toByteArray()};
}

std::optional<trace::Frame> FrameReader::unfinished() const
{
    if (m_brokenAt || m_cutter.isBetweenFrames())
        return std::nullopt;
    return m_frame;
}

} // namespace sonde::wire
