#include "wire/http2_words.h"

#include "wire/http2_fields.h"

#include <QLocale>

#include <nghttp2/nghttp2.h>

namespace sonde::wire
{

using http::Code;
using http::Error;
using http::Phase;

namespace
{

Error remoteError(Code code, Phase phase, const QString &sentence, qint64 number = 0)
{
    return {.layer = http::Layer::Http2,
            .code = code,
            .blame = http::Blame::Remote,
            .phase = phase,
            .sentence = sentence,
            .number = number};
}

QString capital(QString text)
{
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString http2Peer(Http2Side side)
{
    return side == Http2Side::Client ? QStringLiteral("the server") : QStringLiteral("the client");
}

QString http2CodeName(quint32 code)
{
    return QStringLiteral("%1 (0x%2)")
        .arg(QString::fromLatin1(nghttp2_http2_strerror(code)), QString::number(code, 16));
}

Phase Http2Progress::phase() const
{
    return finalHead ? Phase::ReceiveBody : begun ? Phase::ReceiveHead : Phase::Wait;
}

QString Http2Progress::words() const
{
    if (finalHead)
        return QStringLiteral("after %1 octets of content")
            .arg(QLocale(QLocale::English, QLocale::UnitedStates).toString(octets));
    return begun ? QStringLiteral("inside the head") : QStringLiteral("before its message began");
}

Error http2ResetError(Http2Side side, quint32 code, const Http2Progress &progress)
{
    const QString peer = capital(http2Peer(side));
    const QString name = http2CodeName(code);
    QString sentence;
    switch (code) {
    case NGHTTP2_REFUSED_STREAM:
        sentence = QStringLiteral("%1 refused the stream without processing it: %2. It is safe to "
                                  "send it again.")
                       .arg(peer, name);
        break;
    case NGHTTP2_HTTP_1_1_REQUIRED:
        sentence =
            QStringLiteral("%1 wants HTTP/1.1 for this request: %2. Choose HTTP/1.1 and send "
                           "it again.")
                .arg(peer, name);
        break;
    case NGHTTP2_ENHANCE_YOUR_CALM:
        sentence = QStringLiteral("%1 finds us too demanding and reset the stream %3: %2. Send "
                                  "less at a time.")
                       .arg(peer, name, progress.words());
        break;
    default:
        sentence = QStringLiteral("%1 reset the stream %3: %2.").arg(peer, name, progress.words());
    }
    Error error = remoteError(Code::StreamReset, progress.phase(), sentence, code);
    // RFC 9113 section 8.7: REFUSED_STREAM promises that nothing was done.
    error.retrySafe = code == NGHTTP2_REFUSED_STREAM;
    return error;
}

Error http2ClosedError(Http2Side side, const Http2Progress &progress, const QString &closing)
{
    const QString why = closing.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(closing);
    return remoteError(progress.begun ? Code::TruncatedResponse : Code::ConnectionClosed,
                       progress.phase(),
                       QStringLiteral("%1 closed the connection %2%3.")
                           .arg(capital(http2Peer(side)), progress.words(), why));
}

Error http2GoAwayError(Http2Side side, quint32 code, const QByteArray &debug)
{
    Error error =
        remoteError(Code::GoAway, Phase::Wait,
                    QStringLiteral("%1 is closing the connection and did not process this "
                                   "request: GOAWAY with %2. It is safe to send it again "
                                   "on a new connection.")
                        .arg(capital(http2Peer(side)), http2CodeName(code)),
                    code);
    error.retrySafe = true;
    error.detail = http2Shown(debug);
    return error;
}

Error http2MessageError(Http2Side side, Code code, Phase phase, const QString &what)
{
    // The side is no value here: other languages inflect it.
    const QString sentence = side == Http2Side::Client
                                 ? QStringLiteral("The message of the server %1")
                                 : QStringLiteral("The message of the client %1");
    return remoteError(code, phase, sentence.arg(what));
}

Error http2ProtocolError(Http2Side side, quint32 code, const QString &reason)
{
    QString what = QStringLiteral("broke a rule of HTTP/2");
    if (code == NGHTTP2_COMPRESSION_ERROR)
        what = QStringLiteral("sent compressed fields that cannot be decoded");
    else if (code == NGHTTP2_FRAME_SIZE_ERROR)
        what = QStringLiteral("sent a frame of a wrong length");
    else if (code == NGHTTP2_FLOW_CONTROL_ERROR)
        what = QStringLiteral("broke flow control");
    else if (reason.contains(QLatin1String("push"), Qt::CaseInsensitive))
        what = QStringLiteral("pushed a response although pushing is switched off");
    Error error = remoteError(Code::ProtocolViolation, Phase::Wait,
                              QStringLiteral("%1 %2, so the connection had to be closed with %3.")
                                  .arg(capital(http2Peer(side)), what, http2CodeName(code)),
                              code);
    error.detail = reason;
    return error;
}

QString http2FieldRule(const QByteArray &message)
{
    static constexpr QByteArrayView opening = "name: [";
    const qsizetype start = message.indexOf(opening);
    const qsizetype end = message.indexOf("], value: [", start);
    if (start < 0 || end < 0)
        return QStringLiteral("breaks a rule on field sections (RFC 9113 section 8.2).");
    const QByteArray name = message.sliced(start + opening.size(), end - start - opening.size());
    const QString shown = http2Shown(name);
    if (name.startsWith(':'))
        return QStringLiteral(
                   "has the pseudo-field “%1” where it is unknown, repeated, malformed or "
                   "out of place (RFC 9113 section 8.3).")
            .arg(shown);
    if (name != name.toLower())
        return QStringLiteral("has the field name “%1” with upper-case letters (RFC 9113 section "
                              "8.2.1).")
            .arg(shown);
    if (isConnectionField(name))
        return QStringLiteral("has the field “%1”, which speaks of the connection and is forbidden "
                              "in HTTP/2 (RFC 9113 section 8.2.2).")
            .arg(shown);
    if (name == "content-length")
        return QStringLiteral(
            "has a Content-Length that is not a number or contradicts another one "
            "(RFC 9113 section 8.1.1).");
    return QStringLiteral(
               "has the field “%1”, which is malformed or out of place (RFC 9113 section "
               "8.2.1).")
        .arg(shown);
}

QString http2Shown(QByteArrayView octets)
{
    constexpr qsizetype longest = 80;
    QString text;
    for (const char c : octets.first(std::min(octets.size(), longest))) {
        if (c >= 0x20 && c < 0x7f)
            text += QLatin1Char(c);
        else
            text += QStringLiteral("\\x%1").arg(int(uchar(c)), 2, 16, QLatin1Char('0'));
    }
    return octets.size() > longest ? text + QStringLiteral("…") : text;
}

} // namespace sonde::wire
