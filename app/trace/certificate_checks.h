// What was asked of each certificate of a chain, and how it answered. Pure.
#pragma once

#include "trace/tls.h"

namespace sonde::trace
{

struct CertificateAnswer {
    enum class Verdict : quint8 {
        Passed,
        Failed,
        NotChecked, // the handshake ended before it
        Waived,     // nobody vouches for it, and it is trusted as the one that was chosen
    };
    CertificateCheck check = CertificateCheck::Other;
    Verdict verdict = Verdict::NotChecked;
    QString problem; // Failed: the sentence

    bool operator==(const CertificateAnswer &) const = default;
};

// Of the certificate at that place of the chain, in the order of the enum. Name is asked of the
// first one alone; Other stands there only if something of that kind was found.
[[nodiscard]] std::vector<CertificateAnswer> certificateAnswers(const TlsReport &report,
                                                                size_t place);

// "-----BEGIN CERTIFICATE-----" and so on (RFC 7468 section 5.1).
[[nodiscard]] QByteArray pemOf(const Certificate &certificate);

} // namespace sonde::trace
