// Words for what the operating system and the resolver report. Pure.
#pragma once

#include "http/error.h"
#include "net/route.h"

namespace sonde::net
{

// "Connection refused": the C library's words for an errno.
[[nodiscard]] QString errnoText(int number);
// Text for people out of octets of a URL or of a certificate.
[[nodiscard]] QString shown(QByteArrayView octets);
// “host”, quoted for a sentence.
[[nodiscard]] QString quoted(QByteArrayView octets);
[[nodiscard]] http::Error cancelledError(http::Phase phase);
// getaddrinfo's error code; `number` is errno when that code is EAI_SYSTEM.
[[nodiscard]] http::Error resolveError(QByteArrayView host, int code, int number);

} // namespace sonde::net
