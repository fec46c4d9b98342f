#include "wire/frame_cutter.h"

#include <QtEndian>

namespace sonde::wire
{

FrameHeader FrameHeader::parse(QByteArrayView octets)
{
    const auto *at = octets.data();
    return {.length = quint32(quint8(at[0])) << 16 | qFromBigEndian<quint16>(at + 1),
            .type = quint8(at[3]),
            .flags = quint8(at[4]),
            .stream = qFromBigEndian<quint32>(at + 5) & 0x7fffffff}; // the first bit is reserved
}

FrameCutter::Step FrameCutter::next(QByteArrayView &rest)
{
    switch (m_part) {
    case Part::Header:
        if (rest.isEmpty())
            return Step::Starved;
        if (m_preface > 0) {
            auto left = quint32(m_preface);
            m_octets = take(rest, left);
            m_preface = left;
            return Step::Preface;
        }
        return takeHeader(rest);
    case Part::PadLength:
        if (rest.isEmpty())
            return Step::Starved;
        m_octets = rest.first(1);
        rest = rest.sliced(1);
        m_padLength = quint8(m_octets.front());
        --m_rest;
        // RFC 9113 section 6.1: padding as long as the payload, or longer, is an error; there is no
        // telling content from padding then.
        if (m_padLength <= m_rest) {
            m_content = m_rest - m_padLength;
            m_rest = m_padLength;
        }
        m_part = Part::Content;
        return Step::Payload;
    case Part::Content:
        if (m_content == 0) {
            m_part = Part::Payload;
            return next(rest);
        }
        if (rest.isEmpty())
            return Step::Starved;
        m_octets = take(rest, m_content);
        return Step::Content;
    case Part::Payload:
        if (m_rest == 0) {
            m_part = Part::Header;
            return Step::End;
        }
        if (rest.isEmpty())
            return Step::Starved;
        m_octets = take(rest, m_rest);
        return Step::Payload;
    }
    Q_UNREACHABLE();
}

FrameCutter::Step FrameCutter::takeHeader(QByteArrayView &rest)
{
    if (m_have == 0 && rest.size() >= qsizetype(trace::frameHeaderOctets)) [[likely]] {
        m_header = FrameHeader::parse(rest);
        rest = rest.sliced(trace::frameHeaderOctets);
        begin();
        return Step::Header;
    }
    while (m_have < m_partial.size() && !rest.isEmpty()) {
        m_partial[m_have++] = rest.front();
        rest = rest.sliced(1);
    }
    if (m_have < m_partial.size())
        return Step::Starved;
    m_header = FrameHeader::parse(QByteArrayView(m_partial.data(), m_partial.size()));
    begin();
    return Step::Header;
}

void FrameCutter::begin()
{
    m_have = 0;
    m_padLength = 0;
    m_content = 0;
    m_rest = m_header.length;
    m_part = Part::Payload;
    if (!m_header.isData())
        return;
    if ((m_header.flags & trace::frameflag::padded) != 0 && m_header.length > 0) {
        m_part = Part::PadLength;
        return;
    }
    std::swap(m_content, m_rest);
    m_part = Part::Content;
}

bool FrameCutter::skipContent(quint64 octets)
{
    if (m_part != Part::Content || octets > m_content)
        return false;
    m_content -= quint32(octets);
    return true;
}

QByteArrayView FrameCutter::take(QByteArrayView &rest, quint32 &left)
{
    const auto octets = rest.first(std::min(qsizetype(left), rest.size()));
    rest = rest.sliced(octets.size());
    left -= quint32(octets.size());
    return octets;
}

} // namespace sonde::wire
