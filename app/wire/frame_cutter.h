// Cuts the octets of one direction of HTTP/2 into frame headers, payloads and the content of DATA
// frames (RFC 9113 section 4.1). It judges nothing and keeps nothing but the header. The tap that
// leaves content out of the record and the reader of that record share it, so that they cannot
// disagree on where a frame begins.
#pragma once

#include "trace/frame.h"

#include <array>

namespace sonde::wire
{

struct FrameHeader {
    quint32 length = 0;
    quint8 type = 0;
    quint8 flags = 0;
    quint32 stream = 0;

    // From nine octets.
    [[nodiscard]] static FrameHeader parse(QByteArrayView octets);
    [[nodiscard]] bool isData() const { return type == quint8(trace::FrameType::Data); }
};

class FrameCutter
{
public:
    enum class Step : quint8 {
        Starved, // every octet is taken, and nothing more can be said
        Preface, // octets() of the connection preface
        Header,  // header() is whole
        Payload, // octets() of the payload: any but the content of DATA
        Content, // octets() of the content of DATA
        End,     // the frame is whole
    };

    // A client begins with a preface of 24 octets (RFC 9113 section 3.4), which is no frame.
    static constexpr qsizetype prefaceOctets = 24;
    explicit FrameCutter(trace::Direction direction)
        : m_preface(direction == trace::Direction::Sent ? prefaceOctets : 0)
    {
    }

    // Takes octets off the front of `rest`; call it until it is starved.
    [[nodiscard]] Step next(QByteArrayView &rest);
    // Content that is not at hand has gone by: false if it is not due here, or more than is due.
    [[nodiscard]] bool skipContent(quint64 octets);

    [[nodiscard]] QByteArrayView octets() const { return m_octets; }
    [[nodiscard]] const FrameHeader &header() const { return m_header; }
    // The next octet is the first of a frame.
    [[nodiscard]] bool isBetweenFrames() const { return m_part == Part::Header && m_have == 0; }
    // Of a DATA frame with PADDED whose header and pad length have come.
    [[nodiscard]] quint8 padLength() const { return m_padLength; }
    // How much of the frame is still to come, from the header on.
    [[nodiscard]] quint32 missing() const { return m_content + m_rest; }

private:
    enum class Part : quint8 { Header, PadLength, Content, Payload };

    [[nodiscard]] Step takeHeader(QByteArrayView &rest);
    void begin();
    [[nodiscard]] QByteArrayView take(QByteArrayView &rest, quint32 &left);

    QByteArrayView m_octets;
    FrameHeader m_header;
    std::array<char, trace::frameHeaderOctets> m_partial{};
    qsizetype m_preface;
    quint32 m_content = 0; // of DATA, to come
    quint32 m_rest = 0;    // of the payload after that, to come: padding, or all of it
    quint8 m_have = 0;     // octets in m_partial
    quint8 m_padLength = 0;
    Part m_part = Part::Header;
};

} // namespace sonde::wire
