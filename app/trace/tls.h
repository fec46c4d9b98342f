// What a TLS handshake agreed on and what became of the certificate check: plain data, no OpenSSL.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <vector>

namespace sonde::trace
{

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

    bool operator==(const Certificate &) const = default;
};

enum class Verification : quint8 {
    NotDone, // the handshake ended before it
    Trusted, // chain, dates and name are right
    Failed,  // and the connection was refused
    Ignored, // failed, but the user said to go on (--insecure): shown in red everywhere
};

struct TlsReport {
    QByteArray version; // "TLSv1.3"
    QByteArray cipher;  // "TLS_AES_256_GCM_SHA384"
    QByteArray group;   // "X25519"; empty if unknown
    QByteArray serverName;
    QList<QByteArray> alpnOffered;
    QByteArray alpnChosen; // empty: the server chose none
    bool resumed = false;
    Verification verification = Verification::NotDone;
    QString problem;                // why verification failed, one sentence; empty if it did not
    qint64 problemCode = 0;         // X509_V_ERR_*
    int problemDepth = -1;          // 0 = leaf; which certificate failed
    std::vector<Certificate> chain; // leaf first, as the server sent it

    bool operator==(const TlsReport &) const = default;
};

} // namespace sonde::trace
