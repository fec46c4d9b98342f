// What else a server hands over to prove its certificate: a stapled OCSP response (RFC 6066 section
// 8, RFC 6960) and the receipts of transparency logs (RFC 6962). Plain data, no OpenSSL.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace sonde::trace
{

struct OcspStaple {
    enum class Status : quint8 {
        Good,
        Revoked,
        Unknown,    // the responder does not know the certificate
        Unreadable, // it is no answer about this certificate; `problem` says why
    };

    QByteArray der; // the whole response
    Status status = Status::Unreadable;
    QString responder; // name, or the hash of its key
    QDateTime produced;
    QDateTime thisUpdate; // the answer is as of then
    QDateTime nextUpdate; // and newer information is there from then on; may be missing
    QDateTime revoked;
    QString reason;  // of a revocation, "keyCompromise"; may be missing
    QString problem; // why it proves nothing, one sentence; empty: signature and times are right

    bool operator==(const OcspStaple &) const = default;
};

// One signed certificate timestamp: a log promises to publish the certificate. We know no log's
// key, so the signature is not checked.
struct SignedTimestamp {
    enum class Source : quint8 { Certificate, TlsExtension, OcspStaple };

    Source source = Source::Certificate;
    QByteArray log; // id of it, 32 octets
    QDateTime at;

    bool operator==(const SignedTimestamp &) const = default;
};

[[nodiscard]] QByteArrayView name(OcspStaple::Status status);
[[nodiscard]] QByteArrayView name(SignedTimestamp::Source source);

} // namespace sonde::trace
