// The HTTP versions Sonde speaks or reserves, and how a person pins one for a request.
#pragma once

#include <QByteArrayView>

#include <optional>

namespace sonde::http
{

enum class Version : quint8 {
    Http10,
    Http11,
    Http2,
    Http3, // reserved: named so that values survive in files, not yet sent
};

// "HTTP/1.1", "HTTP/2": the way a version is written for people and in status lines.
[[nodiscard]] QByteArrayView versionName(Version version);

// Reads "HTTP/1.1", "1.1", "h2", "2"; nothing for anything else.
[[nodiscard]] std::optional<Version> parseVersion(QByteArrayView text);

// What the user asked for. Every value but Auto is a pin: it is obtained or the exchange fails.
enum class VersionPolicy : quint8 {
    Auto, // TLS: ALPN offers h2 and http/1.1; cleartext: HTTP/1.1
    Http10,
    Http11,
    Http2, // https: h2 by ALPN alone; http: refused with a sentence that names H2c
    H2c,   // cleartext HTTP/2 with prior knowledge (RFC 9113 section 3.3)
};

[[nodiscard]] QByteArrayView policyName(VersionPolicy policy);

} // namespace sonde::http
