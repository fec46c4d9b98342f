#include "wire/frame_reader.h"

namespace sonde::wire
{

using namespace http2code;
using Step = FrameCutter::Step;

void FrameReader::read(QByteArrayView octets, trace::Stamp at, std::vector<Read> &out)
{
    const quint64 end = m_offset + quint64(octets.size());
    auto rest = octets;
    while (!m_broken) {
        if (m_cutter.isBetweenFrames() && !rest.isEmpty()) {
            m_frame = {.at = at, .offset = m_offset, .direction = m_direction};
        }
        const auto what = m_cutter.next(rest);
        m_offset = end - quint64(rest.size());
        if (what == Step::Starved)
            break;
        step(what, at, out);
    }
    m_offset = end;
    if (!octets.isEmpty())
        m_frame.ended = at;
}

void FrameReader::readElided(quint64 octets, trace::Stamp at, std::vector<Read> &out)
{
    if (octets == 0)
        return;
    if (!m_broken && !m_cutter.skipContent(octets)) {
        // Only a record that is not ours can be so.
        m_broken = true;
    }
    m_offset += octets;
    m_frame.ended = at;
    read({}, at, out); // the frame may be whole now
}

void FrameReader::step(Step step, trace::Stamp at, std::vector<Read> &out)
{
    switch (step) {
    case Step::Preface:
        m_preface += m_cutter.octets();
        break;
    case Step::Header:
        beginFrame();
        if (auto verdict = headerVerdict(); verdict.isViolation()) {
            m_broken = true;
            m_frame.ended = at;
            m_frame.verdict = std::move(verdict);
            out.push_back({m_frame, {}});
        }
        break;
    case Step::Payload:
        if (!m_cutter.header().isData())
            m_payload += m_cutter.octets();
        break;
    case Step::Content:
        break;
    case Step::End:
        endFrame(at, out);
        break;
    case Step::Starved:
        break;
    }
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

void FrameReader::endFrame(trace::Stamp at, std::vector<Read> &out)
{
    const auto &header = m_cutter.header();
    auto body = header.isData() ? readDataBody(header, m_cutter.padLength())
                                : readFrameBody(header, m_payload, m_direction);
    m_frame.ended = at;
    m_frame.padding = body.padding;
    m_frame.payload = std::move(body.payload);
    m_frame.verdict = std::move(body.verdict);
    out.push_back({std::move(m_frame), body.fragment.toByteArray()});
    m_first = false;
}

std::optional<trace::Frame> FrameReader::unfinished() const
{
    if (m_broken || m_cutter.isBetweenFrames())
        return std::nullopt;
    return m_frame;
}

} // namespace sonde::wire
