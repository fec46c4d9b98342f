#include "net/tls_error.h"

#include "net/errors.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace sonde::net
{
namespace
{

// OpenSSL counts the alerts that it receives from here on (ssl.h, SSL_AD_REASON_OFFSET).
int alertOf(unsigned long error)
{
    const int reason = ERR_GET_REASON(error);
    if (ERR_GET_LIB(error) != ERR_LIB_SSL || reason < SSL_AD_REASON_OFFSET ||
        reason > SSL_AD_REASON_OFFSET + 255)
        return -1;
    return reason - SSL_AD_REASON_OFFSET;
}

QString alertName(int alert)
{
    const auto text = QLatin1String(SSL_alert_desc_string_long(alert));
    return QString(text).replace(QLatin1Char(' '), QLatin1Char('_'));
}

bool isAboutClientCertificate(int alert)
{
    switch (alert) {
    case SSL_AD_BAD_CERTIFICATE:
    case SSL_AD_UNSUPPORTED_CERTIFICATE:
    case SSL_AD_CERTIFICATE_REVOKED:
    case SSL_AD_CERTIFICATE_EXPIRED:
    case SSL_AD_CERTIFICATE_UNKNOWN:
    case SSL_AD_UNKNOWN_CA:
    case SSL_AD_ACCESS_DENIED:
        return true;
    default:
        return false;
    }
}

QString offered(const TlsFailure &failure)
{
    return shown(failure.alpnOffered.join(", "));
}

QString alertSentence(const TlsFailure &failure, int alert)
{
    const auto host = quoted(failure.host);
    const auto name = alertName(alert);
    if (alert == SSL_AD_NO_APPLICATION_PROTOCOL) {
        return QStringLiteral("%1 speaks none of the protocols offered (%2): it answered with the "
                              "alert no_application_protocol.")
            .arg(host, offered(failure));
    }
    if (alert == SSL_AD_PROTOCOL_VERSION) {
        return QStringLiteral("%1 accepts neither TLS 1.2 nor TLS 1.3 (alert protocol_version): it "
                              "is too old to be spoken to safely.")
            .arg(host);
    }
    const bool asked = failure.established || failure.asksClientCertificate;
    if (alert == SSL_AD_CERTIFICATE_REQUIRED ||
        (alert == SSL_AD_HANDSHAKE_FAILURE && asked && !failure.hasClientCertificate)) {
        return QStringLiteral("%1 asks for a client certificate, and none was given (alert %2).")
            .arg(host, name);
    }
    if (alert == SSL_AD_HANDSHAKE_FAILURE || alert == SSL_AD_INSUFFICIENT_SECURITY) {
        return QStringLiteral("%1 found no cipher in common with us, or no other way to speak "
                              "safely (alert %2).")
            .arg(host, name);
    }
    if (isAboutClientCertificate(alert)) {
        return failure.hasClientCertificate
                   ? QStringLiteral("%1 does not accept the client certificate (alert %2).")
                         .arg(host, name)
                   : QStringLiteral("%1 ended the connection with the alert %2; it may ask for a "
                                    "client certificate.")
                         .arg(host, name);
    }
    if (alert == SSL_AD_UNRECOGNIZED_NAME) {
        return QStringLiteral("%1 does not know the name that was asked for (alert "
                              "unrecognized_name).")
            .arg(host);
    }
    return QStringLiteral("%1 ended the TLS connection with the alert %2.").arg(host, name);
}

bool looksLikeHttp(QByteArrayView octets)
{
    return octets.startsWith("HTTP/");
}

QString sentenceFor(const TlsFailure &failure, unsigned long error)
{
    const auto host = quoted(failure.host);
    if (!failure.established && looksLikeHttp(failure.firstOctets)) {
        return QStringLiteral(
                   "%1 answered without TLS on this port: try http:// instead of https://.")
            .arg(host);
    }
    if (const int alert = alertOf(error); alert >= 0)
        return alertSentence(failure, alert);
    switch (ERR_GET_REASON(error)) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
        return QStringLiteral(
                   "What %1 answered is not TLS: the port may belong to another service, "
                   "or want http://.")
            .arg(host);
    case SSL_R_UNSUPPORTED_PROTOCOL:
        return QStringLiteral("%1 offers only TLS versions before 1.2, which are no longer safe "
                              "to use.")
            .arg(host);
    default:
        return QStringLiteral("The TLS %1 with %2 failed: %3.")
            .arg(failure.established ? QStringLiteral("connection") : QStringLiteral("handshake"),
                 host, QLatin1String(ERR_reason_error_string(error)));
    }
}

http::Error tlsLayerError(const TlsFailure &failure)
{
    return {.layer = http::Layer::Tls,
            .code =
                failure.established ? http::Code::ReceiveFailed : http::Code::TlsHandshakeFailed,
            .blame = http::Blame::Remote,
            .phase = failure.established ? http::Phase::Wait : http::Phase::TlsHandshake,
            .retrySafe = !failure.established};
}

} // namespace

QString takeOpenSslWords()
{
    QStringList words;
    while (const auto error = ERR_get_error()) {
        const char *reason = ERR_reason_error_string(error);
        words.append(reason ? QString::fromLatin1(reason)
                            : QStringLiteral("OpenSSL error %1").arg(error, 0, 16));
    }
    return words.join(QLatin1Char('\n'));
}

http::Error tlsError(const TlsFailure &failure)
{
    const auto first = ERR_peek_error();
    const int alert = alertOf(first);
    auto error = tlsLayerError(failure);
    error.sentence = sentenceFor(failure, first);
    error.number = alert >= 0 ? alert : ERR_GET_REASON(first);
    error.detail = takeOpenSslWords();
    // A client certificate is judged after a TLS 1.3 handshake is over on our side.
    if (alert == SSL_AD_CERTIFICATE_REQUIRED || (alert >= 0 && isAboutClientCertificate(alert)))
        error.code = http::Code::TlsHandshakeFailed;
    if (alert == SSL_AD_NO_APPLICATION_PROTOCOL)
        error.code = http::Code::AlpnRefused;
    return error;
}

http::Error tlsEndError(const TlsFailure &failure, int number)
{
    auto error = tlsLayerError(failure);
    error.number = number;
    if (number != 0)
        error.detail = errnoText(number);
    if (looksLikeHttp(failure.firstOctets)) {
        error.sentence = sentenceFor(failure, 0);
        return error;
    }
    error.sentence =
        QStringLiteral("%1 %2 in the middle of the TLS handshake.")
            .arg(quoted(failure.host), number == 0 ? QStringLiteral("closed the connection")
                                                   : QStringLiteral("broke off the connection"));
    return error;
}

} // namespace sonde::net
