// One HTTP/2 frame on its own: its payload taken apart and judged by the rules that need no other
// frame (RFC 9113 section 6). Pure.
#pragma once

#include "wire/frame_cutter.h"

namespace sonde::wire
{

// HTTP/2 error codes (RFC 9113 section 7) that verdicts name.
namespace http2code
{
inline constexpr quint32 protocolError = 0x1;
inline constexpr quint32 flowControlError = 0x3;
inline constexpr quint32 streamClosed = 0x5;
inline constexpr quint32 frameSizeError = 0x6;
} // namespace http2code

[[nodiscard]] trace::Verdict violation(quint32 code, QByteArray section, QString sentence);
[[nodiscard]] trace::Verdict ignored(QByteArray section, QString sentence);

struct FrameBody {
    trace::FramePayload payload;
    trace::Verdict verdict;
    quint16 padding = 0;
    QByteArrayView fragment; // of a header block; a view into what was given
};

// `payload` is all `header.length` octets. Not for DATA.
[[nodiscard]] FrameBody readFrameBody(const FrameHeader &header, QByteArrayView payload,
                                      trace::Direction direction);
// DATA, whose content is not needed.
[[nodiscard]] FrameBody readDataBody(const FrameHeader &header, quint8 padLength);

} // namespace sonde::wire
