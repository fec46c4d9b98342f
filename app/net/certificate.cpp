#include "net/certificate.h"

#include "net/openssl_handles.h"

#include <QHostAddress>
#include <QTimeZone>

#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include <ctime>

namespace sonde::net
{
namespace
{

// Names of one certificate that are shown; more would only be a way to fill memory.
constexpr int maxNames = 1000;

QString text(const ASN1_STRING *string)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)),
                             ASN1_STRING_length(string));
}

QString addressText(const ASN1_OCTET_STRING *octets)
{
    const auto *data = ASN1_STRING_get0_data(octets);
    if (ASN1_STRING_length(octets) == 4) {
        return QHostAddress(quint32(data[0]) << 24 | quint32(data[1]) << 16 |
                            quint32(data[2]) << 8 | data[3])
            .toString();
    }
    if (ASN1_STRING_length(octets) == 16)
        return QHostAddress(data).toString();
    return {};
}

QStringList alternativeNames(X509 *certificate)
{
    using NamesHandle = std::unique_ptr<GENERAL_NAMES, Release<GENERAL_NAMES_free>>;
    const NamesHandle names(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList result;
    const int count = names ? std::min(sk_GENERAL_NAME_num(names.get()), maxNames) : 0;
    for (int i = 0; i < count; ++i) {
        const auto *entry = sk_GENERAL_NAME_value(names.get(), i);
        if (entry->type == GEN_DNS)
            result.append(text(entry->d.dNSName));
        else if (entry->type == GEN_IPADD)
            result.append(addressText(entry->d.iPAddress));
    }
    return result;
}

QString keyText(X509 *certificate)
{
    auto *key = X509_get0_pubkey(certificate);
    if (!key)
        return QStringLiteral("unknown");
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_EC) {
        char group[64] = {};
        size_t length = 0;
        EVP_PKEY_get_group_name(key, group, sizeof group, &length);
        const char *known = EC_curve_nid2nist(OBJ_sn2nid(group));
        return QStringLiteral("EC %1").arg(QLatin1String(known ? known : group));
    }
    const auto type = QLatin1String(OBJ_nid2sn(EVP_PKEY_get_base_id(key)));
    if (type.startsWith(QLatin1String("rsa")))
        return QStringLiteral("RSA %1").arg(EVP_PKEY_get_bits(key));
    if (type.startsWith(QLatin1String("ED")))
        return type; // ED25519 and ED448 have one size each
    return QStringLiteral("%1 %2").arg(type).arg(EVP_PKEY_get_bits(key));
}

} // namespace

QDateTime dateOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, std::min(parts.tm_sec, 59)), Qt::UTC);
}

QByteArray derOf(const X509 *certificate)
{
    const int length = i2d_X509(certificate, nullptr);
    if (length <= 0)
        return {};
    QByteArray der(length, Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &to);
    return der;
}

QString nameText(const X509_NAME *name)
{
    const BioHandle memory(BIO_new(BIO_s_mem()));
    // RFC 2253 as UTF-8: without the flag every letter beyond ASCII comes as an escape.
    X509_NAME_print_ex(memory.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char *data = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &data);
    return QString::fromUtf8(data, length);
}

trace::Certificate describe(X509 *certificate)
{
    return {.der = derOf(certificate),
            .subject = nameText(X509_get_subject_name(certificate)),
            .issuer = nameText(X509_get_issuer_name(certificate)),
            .names = alternativeNames(certificate),
            .notBefore = dateOf(X509_get0_notBefore(certificate)),
            .notAfter = dateOf(X509_get0_notAfter(certificate)),
            .key = keyText(certificate),
            .signature = QLatin1String(OBJ_nid2ln(X509_get_signature_nid(certificate)))};
}

} // namespace sonde::net
