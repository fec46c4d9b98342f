#include "http/version.h"

namespace sonde::http
{

QByteArrayView versionName(Version version)
{
    switch (version) {
    case Version::Http10:
        return "HTTP/1.0";
    case Version::Http11:
        return "HTTP/1.1";
    case Version::Http2:
        return "HTTP/2";
    case Version::Http3:
        return "HTTP/3";
    }
    Q_UNREACHABLE();
}

std::optional<Version> parseVersion(QByteArrayView text)
{
    if (text.startsWith("HTTP/"))
        text = text.sliced(5);
    if (text == "1.0")
        return Version::Http10;
    if (text == "1.1")
        return Version::Http11;
    if (text == "2" || text == "2.0" || text == "h2" || text == "h2c")
        return Version::Http2;
    if (text == "3" || text == "h3")
        return Version::Http3;
    return std::nullopt;
}

QByteArrayView policyName(VersionPolicy policy)
{
    switch (policy) {
    case VersionPolicy::Auto:
        return "auto";
    case VersionPolicy::Http10:
        return "HTTP/1.0";
    case VersionPolicy::Http11:
        return "HTTP/1.1";
    case VersionPolicy::Http2:
        return "HTTP/2";
    case VersionPolicy::H2c:
        return "h2c";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::http
