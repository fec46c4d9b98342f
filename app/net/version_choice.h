// Which HTTP version a connection speaks, and why. Pure.
#pragma once

#include "net/route.h"

namespace sonde::net
{

struct VersionChoice {
    http::Version version = http::Version::Http11;
    QString reason; // for people: "ALPN chose h2"
};

// `alpnChosen` is empty if the server chose nothing or there is no TLS. Errors: AlpnRefused when a
// pin is not obtained.
[[nodiscard]] http::Result<VersionChoice> chooseVersion(const Route &route,
                                                        const QByteArray &alpnChosen);

} // namespace sonde::net
