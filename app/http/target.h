// Where a request goes: an absolute http or https URL taken apart, and the origin it belongs to.
#pragma once

#include "http/error.h"

#include <QUrl>

namespace sonde::http
{

// RFC 9110 section 4.3.1: scheme, host and port. Host is lower case, in A-labels, without brackets.
struct Origin {
    QByteArray scheme;
    QByteArray host;
    quint16 port = 0;

    [[nodiscard]] bool isTls() const { return scheme == "https"; }
    // "host" or "host:port", brackets round an IPv6 address, port only if it is not the default.
    [[nodiscard]] QByteArray authority() const;
    [[nodiscard]] QByteArray hostAndPort() const; // always with the port
    bool operator==(const Origin &) const = default;
};

[[nodiscard]] size_t qHash(const Origin &origin, size_t seed = 0) noexcept;

struct Target {
    Origin origin;
    QByteArray pathAndQuery =
        QByteArrayLiteral("/"); // as sent in origin-form, percent-encoded; "*" for OPTIONS *
    QByteArray fragment;        // never sent; kept for redirects (RFC 9110 section 10.2.2)
    QByteArray userInfo;        // "user:password" decoded, from the URL; becomes Basic credentials

    // Reads what a person typed; without a scheme it is http, as in curl. Errors say what is wrong.
    [[nodiscard]] static Result<Target> parse(const QString &text);
    // Resolves a Location value (RFC 9110 section 10.2.2) against this target; the fragment is
    // inherited.
    [[nodiscard]] Result<Target> resolve(QByteArrayView reference) const;

    // Without user info: what may be shown, logged and stored.
    [[nodiscard]] QByteArray url() const;
    bool operator==(const Target &) const = default;
};

} // namespace sonde::http
