#include "client/request_plan.h"

#include <algorithm>

namespace sonde::client
{
namespace
{

using http::Code;

std::unexpected<http::Error> refuse(Code code, const QString &sentence)
{
    return std::unexpected(
        http::Error{.layer = http::Layer::Request, .code = code, .sentence = sentence});
}

http::Result<void> checkTarget(const http::Target &target)
{
    const auto unsendable = [](char c) { return quint8(c) <= 0x20 || c == 0x7f; };
    const bool form = target.pathAndQuery.startsWith('/') || target.pathAndQuery == "*";
    if (target.origin.host.isEmpty() || target.origin.port == 0 || !form)
        return refuse(Code::MalformedUrl,
                      QStringLiteral("There is no URL to send to: write http://HOST/… ."));
    // A space or a line break here would end the request-target and begin something else.
    if (std::ranges::any_of(target.pathAndQuery, unsendable) ||
        std::ranges::any_of(target.origin.host, unsendable))
        return refuse(
            Code::MalformedUrl,
            QStringLiteral("The URL holds a space or a control character: percent-encode it."));
    return {};
}

http::Result<void> checkVersion(http::VersionPolicy version, const http::Origin &origin)
{
    if (version == http::VersionPolicy::Http2 && !origin.isTls())
        return refuse(
            Code::UnsupportedVersion,
            QStringLiteral("HTTP/2 is agreed on inside TLS, and this URL is http: use https, or "
                           "choose “h2c” to speak HTTP/2 without TLS."));
    if (version == http::VersionPolicy::H2c && origin.isTls())
        return refuse(
            Code::UnsupportedVersion,
            QStringLiteral("“h2c” is HTTP/2 without TLS, and this URL is https: choose HTTP/2, "
                           "or use http."));
    return {};
}

// A length that the content does not have would leave the server waiting, or make it take the rest
// for another request.
http::Result<void> checkLength(const http::Headers &headers, const wire::ContentLength &content)
{
    const auto said = headers.value("Content-Length");
    if (!said || content.kind == wire::ContentLength::Kind::Unknown)
        return {};
    bool isNumber = false;
    const quint64 octets = said->toByteArray().toULongLong(&isNumber);
    if (isNumber && octets == content.octets)
        return {};
    return refuse(
        Code::ConflictingOptions,
        QStringLiteral("Content-Length says “%1”, but the length of the content is %2: remove "
                       "the field to have the right one sent.")
            .arg(QString::fromUtf8(said->first(std::min<qsizetype>(said->size(), 40))))
            .arg(content.octets));
}

} // namespace

http::Result<void> checkRequest(const http::Request &request, const wire::ContentLength &content)
{
    if (!http::isToken(request.method.token()))
        return refuse(Code::MalformedMethod, QStringLiteral("The method is empty or not a token."));
    if (request.method == "CONNECT")
        return refuse(
            Code::MalformedMethod,
            QStringLiteral("CONNECT asks a proxy for a tunnel, which Sonde does by itself once a "
                           "proxy is set: choose another method."));
    if (const auto target = checkTarget(request.target); !target)
        return target;
    if (const auto version = checkVersion(request.version, request.target.origin); !version)
        return version;
    for (const http::Field &field : request.headers) {
        if (const auto checked = http::checkField(field); !checked)
            return checked;
    }
    if (!request.content.mediaType.isEmpty()) {
        const http::Field type{.name = "Content-Type", .value = request.content.mediaType};
        if (const auto checked = http::checkField(type); !checked)
            return checked;
    }
    if (const auto length = checkLength(request.headers, content); !length)
        return length;
    const bool framed =
        request.headers.contains("Content-Length") || request.headers.contains("Transfer-Encoding");
    // RFC 9112 section 6.1: chunked came with HTTP/1.1, and without it a length must stand first.
    if (request.version == http::VersionPolicy::Http10 &&
        content.kind == wire::ContentLength::Kind::Unknown && !framed)
        return refuse(
            Code::ConflictingOptions,
            QStringLiteral("HTTP/1.0 cannot send content of unknown length: send a file, add "
                           "Content-Length, or choose HTTP/1.1."));
    return {};
}

} // namespace sonde::client
