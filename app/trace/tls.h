// What a TLS handshake agreed on and what became of the certificate check: plain data, no OpenSSL.
#pragma once

#include "trace/certificate_status.h"
#include "trace/clock.h"
#include "trace/verdict.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace sonde::trace
{

// What is asked of a certificate.
enum class CertificateCheck : quint8 {
    Dates,
    Name,      // that it names the host; of the first one alone
    Issuer,    // that somebody trusted vouches for it
    Key,       // long enough
    Signature, // by an algorithm that nobody can forge
    Other,
};

struct Certificate {
    QByteArray der;
    QString subject;
    QString issuer;
    QStringList names; // subject alternative names: DNS names and addresses
    QDateTime notBefore;
    QDateTime notAfter;
    QString key;          // "EC P-256", "RSA 2048"
    QString signature;    // "ecdsa-with-SHA256"
    QStringList problems; // plain sentences; empty when nothing is wrong with this one
    std::vector<CertificateCheck> failed; // which check each problem is of

    bool operator==(const Certificate &) const = default;
};

enum class Verification : quint8 {
    NotDone, // the handshake ended before it
    Trusted, // chain, dates and name are right
    Failed,  // and the connection was refused
    Ignored, // failed, but the user said to go on (--insecure): shown in red everywhere
};

// One message of the handshake as it was read or handed on to be sent, framing of records left out.
struct TlsMessage {
    enum class Kind : quint8 { Handshake, Alert, ChangeCipherSpec };

    Stamp at;
    quint32 octets = 0; // with its own header of four octets
    Direction direction = Direction::Sent;
    Kind kind = Kind::Handshake;
    quint8 type = 0;        // HandshakeType (RFC 8446 section 4); Alert: AlertDescription
    bool encrypted = false; // on the wire nobody but the two ends could read it

    bool operator==(const TlsMessage &) const = default;
};

// "ClientHello", "alert: certificate_expired"; "type 99" for one that is not known.
[[nodiscard]] QByteArray messageName(const TlsMessage &message);

struct TlsReport {
    QByteArray version; // "TLSv1.3"
    QByteArray cipher;  // "TLS_AES_256_GCM_SHA384"
    QByteArray group;   // "X25519"; empty if unknown
    QByteArray serverName;
    QList<QByteArray> alpnOffered;
    QByteArray alpnChosen; // empty: the server chose none
    bool resumed = false;
    Verification verification = Verification::NotDone;
    QString problem;        // why verification failed, one sentence; empty if it did not
    qint64 problemCode = 0; // X509_V_ERR_*
    int problemDepth = -1;  // 0 = leaf; which certificate failed
    bool pinned = false;    // nobody vouches for the leaf: it is trusted as the one that was chosen
    std::vector<Certificate> chain; // leaf first, as the server sent it
    // Of the handshake, in order; bounded, so that a server cannot fill it.
    std::vector<TlsMessage> messages;
    std::optional<OcspStaple> ocsp; // of the leaf, if the server stapled one
    std::vector<SignedTimestamp> timestamps;

    bool operator==(const TlsReport &) const = default;
};

} // namespace sonde::trace
