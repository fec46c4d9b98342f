// What went wrong in HTTP/2, as an Error with a sentence for people. Pure functions.
#pragma once

#include "http/error.h"

namespace sonde::wire
{

// RFC 9113 section 4.1.
inline constexpr qsizetype http2FrameHeaderOctets = 9;

// Which end we are, so that a sentence can say who did it.
enum class Http2Side : quint8 { Client, Server };

// "the server" or "the client": the other one.
[[nodiscard]] QString http2Peer(Http2Side side);

// "ENHANCE_YOUR_CALM (0xb)".
[[nodiscard]] QString http2CodeName(quint32 code);

// How far the peer's message had come when something happened to it.
struct Http2Progress {
    bool begun = false;
    bool finalHead = false;
    quint64 octets = 0;

    [[nodiscard]] http::Phase phase() const;
    // "before the response began", "after 12 octets of content".
    [[nodiscard]] QString words() const;
};

// The peer sent RST_STREAM.
[[nodiscard]] http::Error http2ResetError(Http2Side side, quint32 code,
                                          const Http2Progress &progress);
// The connection ended under a stream. `closing`: why, as told by GOAWAY; may be empty.
[[nodiscard]] http::Error http2ClosedError(Http2Side side, const Http2Progress &progress,
                                           const QString &closing);
// A stream that GOAWAY says was not processed (RFC 9113 section 6.8).
[[nodiscard]] http::Error http2GoAwayError(Http2Side side, quint32 code, const QByteArray &debug);
// The peer broke a rule on one stream: `what` continues "The server's message …".
[[nodiscard]] http::Error http2MessageError(Http2Side side, http::Code code, http::Phase phase,
                                            const QString &what);
// The peer broke a rule of the connection. `reason` is nghttp2's.
[[nodiscard]] http::Error http2ProtocolError(Http2Side side, quint32 code, const QString &reason);

// The rule that nghttp2 says a field broke; `message` is the text of its error callback.
[[nodiscard]] QString http2FieldRule(const QByteArray &message);
// Octets of a stranger as text for a sentence: printable ASCII, the rest escaped, at most 80.
[[nodiscard]] QString http2Shown(QByteArrayView octets);

} // namespace sonde::wire
