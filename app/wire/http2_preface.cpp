#include "wire/http2_preface.h"

#include "wire/http2_words.h"

#include <nghttp2/nghttp2.h>

namespace sonde::wire
{

namespace
{

constexpr QByteArrayView http1Opening = "HTTP/";
// Enough for the status line that the error quotes.
constexpr qsizetype longestStatusLine = 256;

// TLS record of type alert or handshake, version 3.x (RFC 8446 section 5.1).
bool isTlsRecord(QByteArrayView octets)
{
    return octets.size() >= 2 && (octets[0] == 0x15 || octets[0] == 0x16) && octets[1] == 0x03;
}

} // namespace

Http2Preface::State Http2Preface::add(QByteArrayView octets)
{
    m_octets.append(octets);
    return m_state = decide(false);
}

Http2Preface::State Http2Preface::end()
{
    return m_state = decide(true);
}

Http2Preface::State Http2Preface::decide(bool atEnd)
{
    const qsizetype compared = std::min(m_octets.size(), http1Opening.size());
    if (compared > 0 && QByteArrayView(m_octets).first(compared) == http1Opening.first(compared)) {
        const bool lineIsWhole = m_octets.contains('\n') || m_octets.size() >= longestStatusLine;
        return lineIsWhole || (atEnd && m_octets.size() >= http1Opening.size()) ? State::Bad
                                                                                : State::Undecided;
    }
    if (isTlsRecord(m_octets))
        return State::Bad;
    if (m_octets.size() < http2FrameHeaderOctets)
        return State::Undecided;
    const bool isSettings =
        m_octets[3] == NGHTTP2_SETTINGS && (m_octets[4] & NGHTTP2_FLAG_ACK) == 0;
    return isSettings ? State::Good : State::Bad;
}

http::Error Http2Preface::error() const
{
    http::Error error{.layer = http::Layer::Http2,
                      .code = http::Code::UnexpectedVersion,
                      .blame = http::Blame::Remote,
                      .phase = http::Phase::Wait};
    if (m_octets.startsWith(http1Opening)) {
        const qsizetype lineEnd = m_octets.indexOf('\n');
        const QByteArrayView line =
            QByteArrayView(m_octets).first(lineEnd < 0 ? m_octets.size() : lineEnd);
        error.sentence = QStringLiteral("The server answered in HTTP/1.1 (“%1”); it does not speak "
                                        "HTTP/2 with prior knowledge here. Choose HTTP/1.1.")
                             .arg(http2Shown(line.trimmed()));
    } else if (isTlsRecord(m_octets)) {
        error.sentence = QStringLiteral("The server answered with TLS where cleartext HTTP/2 was "
                                        "expected. Use https:// for this port.");
    } else {
        error.sentence =
            QStringLiteral("The server does not speak HTTP/2 here: its first octets are "
                           "no SETTINGS frame but %1.")
                .arg(QString::fromLatin1(m_octets.first(http2FrameHeaderOctets).toHex(' ')));
    }
    return error;
}

} // namespace sonde::wire
