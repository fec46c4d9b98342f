// Certificates made on the spot with OpenSSL: an authority and leaves of every kind, good and bad.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <memory>

namespace sonde::testing
{

struct KeyPair {
    std::shared_ptr<X509> certificate;
    std::shared_ptr<EVP_PKEY> key;

    [[nodiscard]] QByteArray certificatePem() const;
    // Encrypted if there is a password.
    [[nodiscard]] QByteArray keyPem(const QByteArray &password = {}) const;
    [[nodiscard]] QByteArray der() const;
};

struct CertificateOptions {
    QByteArray commonName = "leaf";
    QStringList names{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                      QStringLiteral("::1")}; // DNS names and addresses
    qint64 startDays = -1;                    // from now
    qint64 endDays = 30;
    bool authority = false;
    int rsaBits = 0;            // 0: EC P-256
    bool sha1 = false;          // signed with it
    QByteArray nameConstraints; // of an authority: "permitted;DNS:a.test"
    bool withTimestamp = false; // the receipt of a transparency log is in it
};

// Self-signed.
[[nodiscard]] KeyPair makeCertificate(const CertificateOptions &options);
// Signed by `issuer`.
[[nodiscard]] KeyPair makeCertificate(const CertificateOptions &options, const KeyPair &issuer);

// One authority per process.
[[nodiscard]] const KeyPair &testAuthority();
// Its certificate as a file, for what trusts it by a path.
[[nodiscard]] const QString &testAuthorityFile();
// The usual good leaf, signed by it.
[[nodiscard]] const KeyPair &testLeaf();

enum class StapleKind : quint8 { Good, Revoked, Unknown, Stale, ForAnother, ForgedSignature };
// What an OCSP responder of `issuer` would say of `subject`, in DER.
[[nodiscard]] QByteArray makeStaple(StapleKind kind, const KeyPair &subject, const KeyPair &issuer);
// The list of receipts as it goes into the TLS extension: one, of the log 1111….
[[nodiscard]] QByteArray timestampList();

// Writes octets to a file in `folder` and returns its path.
[[nodiscard]] QString writeFile(const QString &folder, const QString &name,
                                const QByteArray &octets);

} // namespace sonde::testing
