// What a server hands over with its certificate, read and checked: a stapled OCSP response
// (RFC 6960) and the receipts of transparency logs (RFC 6962). All of it comes from the peer. Pure.
#pragma once

#include "trace/certificate_status.h"

#include <openssl/x509.h>

#include <vector>

namespace sonde::net
{

// More receipts than a certificate ever has; longer lists are cut.
inline constexpr size_t maxTimestamps = 32;

struct Staple {
    trace::OcspStaple ocsp;
    std::vector<trace::SignedTimestamp> timestamps;
};

// `chain` has the leaf first and its issuer somewhere; `store` says whom to trust.
[[nodiscard]] Staple readStaple(QByteArrayView der, STACK_OF(X509) * chain, X509_STORE *store);

// Those inside the certificate.
[[nodiscard]] std::vector<trace::SignedTimestamp> timestampsIn(X509 *certificate);
// A list as it stands in the TLS extension; empty if it is none.
[[nodiscard]] std::vector<trace::SignedTimestamp> timestampsFrom(QByteArrayView list);

} // namespace sonde::net
