#include "tests/support/test_certificates.h"

#include <QFile>
#include <QHostAddress>
#include <QTemporaryDir>

#include <openssl/ct.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace sonde::testing
{
namespace
{

QByteArray fromMemory(BIO *bio)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    QByteArray result(data, length);
    BIO_free(bio);
    return result;
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    auto *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

QByteArray alternativeNames(const QStringList &names)
{
    QByteArrayList parts;
    for (const auto &name : names) {
        const bool address = !QHostAddress(name).isNull();
        parts.append((address ? "IP:" : "DNS:") + name.toUtf8());
    }
    return parts.join(',');
}

STACK_OF(SCT) * timestamps()
{
    const QByteArray log(32, '\x11');
    const QByteArray signature(70, '\x22');
    auto *sct = SCT_new();
    SCT_set_version(sct, SCT_VERSION_V1);
    SCT_set1_log_id(sct, reinterpret_cast<const unsigned char *>(log.constData()),
                    size_t(log.size()));
    SCT_set_timestamp(sct, 1'700'000'000'000);
    SCT_set_signature_nid(sct, NID_ecdsa_with_SHA256);
    SCT_set1_signature(sct, reinterpret_cast<const unsigned char *>(signature.constData()),
                       size_t(signature.size()));
    auto *list = sk_SCT_new_null();
    sk_SCT_push(list, sct);
    return list;
}

KeyPair sign(const CertificateOptions &options, const KeyPair *issuer)
{
    static long serial = 1000;
    KeyPair pair;
    pair.key.reset(options.rsaBits ? EVP_RSA_gen(unsigned(options.rsaBits)) : EVP_EC_gen("P-256"),
                   EVP_PKEY_free);
    pair.certificate.reset(X509_new(), X509_free);
    auto *certificate = pair.certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate), options.startDays * 86400);
    X509_gmtime_adj(X509_getm_notAfter(certificate), options.endDays * 86400);
    X509_set_pubkey(certificate, pair.key.get());
    auto *name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(options.commonName.constData()), -1, -1, 0);
    auto *by = issuer ? issuer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(by));
    addExtension(certificate, by, NID_basic_constraints,
                 options.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(certificate, by, NID_subject_key_identifier, "hash");
    if (options.authority)
        addExtension(certificate, by, NID_key_usage, "critical,keyCertSign,cRLSign");
    if (!options.names.isEmpty() && !options.authority)
        addExtension(certificate, by, NID_subject_alt_name, alternativeNames(options.names));
    if (!options.nameConstraints.isEmpty())
        addExtension(certificate, by, NID_name_constraints, "critical," + options.nameConstraints);
    if (options.withTimestamp) {
        auto *list = timestamps();
        X509_add1_ext_i2d(certificate, NID_ct_precert_scts, list, 0, X509V3_ADD_DEFAULT);
        SCT_LIST_free(list);
    }
    X509_sign(certificate, issuer ? issuer->key.get() : pair.key.get(),
              options.sha1 ? EVP_sha1() : EVP_sha256());
    return pair;
}

} // namespace

QByteArray KeyPair::certificatePem() const
{
    auto *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate.get());
    return fromMemory(bio);
}

QByteArray KeyPair::keyPem(const QByteArray &password) const
{
    auto *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(bio, key.get(), password.isEmpty() ? nullptr : EVP_aes_256_cbc(),
                                  password.constData(), int(password.size()), nullptr, nullptr);
    return fromMemory(bio);
}

QByteArray KeyPair::der() const
{
    auto *bio = BIO_new(BIO_s_mem());
    i2d_X509_bio(bio, certificate.get());
    return fromMemory(bio);
}

KeyPair makeCertificate(const CertificateOptions &options)
{
    return sign(options, nullptr);
}

KeyPair makeCertificate(const CertificateOptions &options, const KeyPair &issuer)
{
    return sign(options, &issuer);
}

const KeyPair &testAuthority()
{
    static const KeyPair authority =
        makeCertificate({.commonName = "Sonde Test Authority", .endDays = 365, .authority = true});
    return authority;
}

const KeyPair &testLeaf()
{
    static const KeyPair leaf = makeCertificate({.commonName = "good leaf"}, testAuthority());
    return leaf;
}

QByteArray makeStaple(StapleKind kind, const KeyPair &subject, const KeyPair &issuer)
{
    const auto at = [](long seconds) {
        return ASN1_GENERALIZEDTIME_set(nullptr, ::time(nullptr) + seconds);
    };
    auto *basic = OCSP_BASICRESP_new();
    auto *id = OCSP_cert_to_id(EVP_sha256(),
                               kind == StapleKind::ForAnother ? issuer.certificate.get()
                                                              : subject.certificate.get(),
                               issuer.certificate.get());
    auto *thisUpdate = at(kind == StapleKind::Stale ? -10 * 86400 : -3600);
    auto *nextUpdate = at(kind == StapleKind::Stale ? -5 * 86400 : 86400);
    auto *revoked = at(-2 * 86400);
    const bool isRevoked = kind == StapleKind::Revoked;
    OCSP_basic_add1_status(basic, id,
                           isRevoked                     ? V_OCSP_CERTSTATUS_REVOKED
                           : kind == StapleKind::Unknown ? V_OCSP_CERTSTATUS_UNKNOWN
                                                         : V_OCSP_CERTSTATUS_GOOD,
                           isRevoked ? OCSP_REVOKED_STATUS_KEYCOMPROMISE : 0,
                           isRevoked ? revoked : nullptr, thisUpdate, nextUpdate);
    auto *key = kind == StapleKind::ForgedSignature ? subject.key.get() : issuer.key.get();
    auto *signer =
        kind == StapleKind::ForgedSignature ? subject.certificate.get() : issuer.certificate.get();
    OCSP_basic_sign(basic, signer, key, EVP_sha256(), nullptr, 0);
    auto *response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    unsigned char *der = nullptr;
    const int length = i2d_OCSP_RESPONSE(response, &der);
    const QByteArray octets(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    OCSP_RESPONSE_free(response);
    OCSP_CERTID_free(id);
    for (auto *time : {thisUpdate, nextUpdate, revoked})
        ASN1_GENERALIZEDTIME_free(time);
    OCSP_BASICRESP_free(basic);
    return octets;
}

QByteArray timestampList()
{
    auto *list = timestamps();
    unsigned char *octets = nullptr;
    const int length = i2o_SCT_LIST(list, &octets);
    const QByteArray result(reinterpret_cast<const char *>(octets), length);
    OPENSSL_free(octets);
    SCT_LIST_free(list);
    return result;
}

const QString &testAuthorityFile()
{
    static const QTemporaryDir folder;
    static const QString path =
        writeFile(folder.path(), QStringLiteral("ca.pem"), testAuthority().certificatePem());
    return path;
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &octets)
{
    const auto path = folder + QLatin1Char('/') + name;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(octets) != octets.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace sonde::testing
