// The certificate check: everything that is wrong with a chain, not only the first thing, and one
// sentence for a person. No I/O.
#pragma once

#include "http/error.h"
#include "net/openssl_handles.h"
#include "trace/tls.h"

namespace sonde::net
{

struct VerifyRequest {
    QByteArray host;      // as in the URL: for the sentence
    QByteArray pinnedDer; // a leaf with exactly these octets needs no issuer
};

struct VerifyOutcome {
    std::vector<trace::Certificate> chain; // as the server sent it, problems filled in
    QString problem;                       // the main one; empty: nothing is wrong
    QStringList problems;                  // all of them, the main one first
    qint64 problemCode = 0;
    int problemDepth = -1;
    bool pinned = false; // nobody vouches for it, but it is the one that was chosen
    http::Code code = http::Code::CertificateInvalid; // of the main problem
    std::optional<trace::OcspStaple> ocsp;            // as it was when this session began
    std::vector<trace::SignedTimestamp> timestamps;
};

// Runs X509_verify_cert to its end whatever it finds. `context` comes from OpenSSL, host or address
// to check in its parameters.
[[nodiscard]] VerifyOutcome verifyChain(X509_STORE_CTX *context, const VerifyRequest &request);

// Which Code an X509_V_ERR_* is.
[[nodiscard]] http::Code verifyCode(int error);

} // namespace sonde::net
