#include "net/version_choice.h"

#include "net/connector.h"
#include "net/errors.h"

namespace sonde::net
{
namespace
{

using http::Version;
using http::VersionPolicy;

http::Error versionError(const QString &sentence)
{
    return {.layer = http::Layer::Request,
            .code = http::Code::UnsupportedVersion,
            .phase = http::Phase::Plan,
            .sentence = sentence};
}

http::Error alpnRefused(const Route &route, const QByteArray &chosen)
{
    const auto offer = chosen.isEmpty()
                           ? QStringLiteral("it chose no protocol at all, as servers do that speak "
                                            "only HTTP/1.1")
                           : QStringLiteral("it chose %1").arg(shown(chosen));
    return {.layer = http::Layer::Tls,
            .code = http::Code::AlpnRefused,
            .blame = http::Blame::Remote,
            .phase = http::Phase::TlsHandshake,
            .retrySafe = true,
            .sentence = QStringLiteral("%1 did not choose h2, which the request is pinned to: %2. "
                                       "Choose another version, or Auto.")
                            .arg(quoted(route.origin.host), offer)};
}

// RFC 7301 section 3.2: the server selects one of the client's protocols.
http::Error unoffered(const Route &route, const QByteArray &chosen)
{
    return {.layer = http::Layer::Tls,
            .code = http::Code::AlpnRefused,
            .blame = http::Blame::Remote,
            .phase = http::Phase::TlsHandshake,
            .retrySafe = true,
            .sentence = QStringLiteral("%1 chose the protocol %2, which was not offered (%3).")
                            .arg(quoted(route.origin.host), quoted(chosen),
                                 shown(alpnFor(route.version).join(", ")))};
}

VersionChoice cleartext(VersionPolicy policy)
{
    switch (policy) {
    case VersionPolicy::H2c:
        return {Version::Http2, QStringLiteral("prior knowledge")};
    case VersionPolicy::Http10:
        return {Version::Http10, QStringLiteral("pinned by the request")};
    case VersionPolicy::Http11:
        return {Version::Http11, QStringLiteral("pinned by the request")};
    default:
        return {Version::Http11, QStringLiteral("cleartext: HTTP/1.1")};
    }
}

} // namespace

http::Result<void> checkPin(const Route &route)
{
    if (route.version == VersionPolicy::Http2 && !route.origin.isTls()) {
        return std::unexpected(
            versionError(QStringLiteral("HTTP/2 is negotiated in TLS, and %1 is plain http: choose "
                                        "h2c to speak HTTP/2 in the clear, or use https.")
                             .arg(quoted(route.origin.authority()))));
    }
    if (route.version == VersionPolicy::H2c && route.origin.isTls()) {
        return std::unexpected(versionError(
            QStringLiteral("h2c is HTTP/2 in the clear, and %1 is https: choose HTTP/2 "
                           "instead, or use http.")
                .arg(quoted(route.origin.authority()))));
    }
    return {};
}

QList<QByteArray> alpnFor(VersionPolicy policy)
{
    switch (policy) {
    case VersionPolicy::Auto:
        return {"h2", "http/1.1"};
    case VersionPolicy::Http2:
        return {"h2"};
    default:
        // Few servers know "http/1.0"; those that look at ALPN would refuse it.
        return {"http/1.1"};
    }
}

http::Result<VersionChoice> chooseVersion(const Route &route, const QByteArray &alpnChosen)
{
    if (!route.origin.isTls())
        return cleartext(route.version);
    if (!alpnChosen.isEmpty() && !alpnFor(route.version).contains(alpnChosen))
        return std::unexpected(unoffered(route, alpnChosen));
    switch (route.version) {
    case VersionPolicy::Http10:
        return VersionChoice{Version::Http10, QStringLiteral("pinned by the request")};
    case VersionPolicy::Http11:
        return VersionChoice{Version::Http11, route.pinnedBy == PinnedBy::Server
                                                  ? QStringLiteral("the server asked for HTTP/1.1")
                                                  : QStringLiteral("pinned by the request")};
    case VersionPolicy::Http2:
        if (alpnChosen != "h2")
            return std::unexpected(alpnRefused(route, alpnChosen));
        return VersionChoice{Version::Http2, QStringLiteral("pinned by the request")};
    default:
        break;
    }
    if (alpnChosen == "h2")
        return VersionChoice{Version::Http2, QStringLiteral("ALPN chose h2")};
    if (alpnChosen.isEmpty()) {
        return VersionChoice{Version::Http11,
                             QStringLiteral("the server chose no protocol: HTTP/1.1")};
    }
    return VersionChoice{Version::Http11, QStringLiteral("ALPN chose %1").arg(shown(alpnChosen))};
}

} // namespace sonde::net
