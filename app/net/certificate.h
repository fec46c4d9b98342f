// An X.509 certificate as plain data for the report. Pure.
#pragma once

#include "trace/tls.h"

#include <openssl/x509.h>

namespace sonde::net
{

[[nodiscard]] QByteArray derOf(const X509 *certificate);
// "CN=example.com,O=Example" (RFC 2253); empty if the name is empty.
[[nodiscard]] QString nameText(const X509_NAME *name);
// Invalid if there is none, or it is no time.
[[nodiscard]] QDateTime dateOf(const ASN1_TIME *time);
[[nodiscard]] trace::Certificate describe(X509 *certificate);

} // namespace sonde::net
