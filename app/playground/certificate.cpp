#include "playground/certificate.h"

#include "net/certificate.h"
#include "net/tls_error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <cstdio>

namespace sonde::playground
{
namespace
{

using http::Error;
using http::Result;

constexpr long lifetime = 365L * 24 * 3600;  // seconds
constexpr long renewBefore = 7L * 24 * 3600; // seconds before the end
constexpr qint64 fileLimit = 64 * 1024;      // octets; key and certificate take under 2,000
const QString identityFile = QStringLiteral("identity.pem");       // key and certificate
const QString certificateFile = QStringLiteral("certificate.pem"); // for curl --cacert

QByteArray contentsOf(BIO *bio)
{
    const char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, size};
}

QByteArray pemOf(X509 *certificate)
{
    const net::BioHandle bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contentsOf(bio.get());
}

QByteArray pemOf(EVP_PKEY *key)
{
    const net::BioHandle bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentsOf(bio.get());
}

bool addExtension(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool fill(X509 *certificate, EVP_PKEY *key)
{
    uchar serial[16];
    if (RAND_bytes(serial, sizeof serial) != 1)
        return false;
    serial[0] &= 0x7f; // RFC 5280 section 4.1.2.2: positive
    BIGNUM *number = BN_bin2bn(serial, sizeof serial, nullptr);
    const bool numbered = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    X509_NAME *name = X509_get_subject_name(certificate);
    return numbered && X509_set_version(certificate, X509_VERSION_3) == 1 &&
           X509_gmtime_adj(X509_getm_notBefore(certificate), -3600) // clocks differ a little
           && X509_gmtime_adj(X509_getm_notAfter(certificate), lifetime) &&
           X509_set_pubkey(certificate, key) == 1 &&
           X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const uchar *>("Sonde playground"), -1, -1,
                                      0) == 1 &&
           X509_set_issuer_name(certificate, name) == 1 &&
           addExtension(certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1") &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_key_usage, "critical,digitalSignature") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           addExtension(certificate, NID_subject_key_identifier, "hash") &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

Result<Identity> makeIdentity()
{
    Identity identity;
    identity.key.reset(EVP_EC_gen("P-256"));
    identity.certificate.reset(X509_new());
    if (!identity.key || !identity.certificate ||
        !fill(identity.certificate.get(), identity.key.get()))
        return std::unexpected(Error{
            .layer = http::Layer::Tls,
            .code = http::Code::Internal,
            .sentence =
                QStringLiteral("The playground could not make a certificate for itself; see the "
                               "details."),
            .detail = net::takeOpenSslWords()});
    return identity;
}

// Nothing if there is none, it is damaged, or it runs out soon.
std::optional<Identity> storedIdentity(const QString &folder)
{
    QFile file(QDir(folder).filePath(identityFile));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray pem = file.read(fileLimit);
    const auto reader = [&] {
        return net::BioHandle(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    };
    Identity identity;
    identity.key.reset(PEM_read_bio_PrivateKey(reader().get(), nullptr, nullptr, nullptr));
    identity.certificate.reset(PEM_read_bio_X509(reader().get(), nullptr, nullptr, nullptr));
    ERR_clear_error(); // what a damaged file left in the queue
    if (!identity.key || !identity.certificate)
        return std::nullopt;
    time_t soon = ::time(nullptr) + renewBefore;
    time_t now = ::time(nullptr);
    const X509 *certificate = identity.certificate.get();
    if (X509_check_private_key(certificate, identity.key.get()) != 1 ||
        X509_cmp_time(X509_get0_notAfter(certificate), &soon) <= 0 ||
        X509_cmp_time(X509_get0_notBefore(certificate), &now) > 0)
        return std::nullopt;
    return identity;
}

// Written beside and renamed over, so that two starts at once leave one whole file.
bool store(const QString &path, const QByteArray &octets, QFile::Permissions permissions)
{
    const QString beside = path + QStringLiteral(".%1.new").arg(QCoreApplication::applicationPid());
    QFile file(beside);
    file.remove();
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, permissions) &&
                         file.write(octets) == octets.size() && file.flush();
    file.close();
    if (written && std::rename(QFile::encodeName(beside).constData(),
                               QFile::encodeName(path).constData()) == 0)
        return true;
    file.remove();
    return false;
}

void keep(const Identity &identity, const QString &folder)
{
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")))
        return;
    const auto own = QFile::ReadOwner | QFile::WriteOwner;
    store(dir.filePath(identityFile), pemOf(identity.key.get()) + pemOf(identity.certificate.get()),
          own);
    store(dir.filePath(certificateFile), pemOf(identity.certificate.get()),
          own | QFile::ReadGroup | QFile::ReadOther);
}

} // namespace

Result<Identity> obtainIdentity(const QString &folder)
{
    auto found = storedIdentity(folder);
    if (!found) {
        auto made = makeIdentity();
        if (!made)
            return made;
        keep(*made, folder);
        found = std::move(*made);
    }
    found->der = net::derOf(found->certificate.get());
    found->pem = pemOf(found->certificate.get());
    return std::move(*found);
}

QString identityFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/sonde/playground");
}

} // namespace sonde::playground
