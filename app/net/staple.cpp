#include "net/staple.h"

#include "net/certificate.h"
#include "net/openssl_handles.h"

#include <openssl/ct.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

namespace sonde::net
{
namespace
{

using trace::OcspStaple;
using trace::SignedTimestamp;
using Status = OcspStaple::Status;

using ResponseHandle = std::unique_ptr<OCSP_RESPONSE, Release<OCSP_RESPONSE_free>>;
using BasicHandle = std::unique_ptr<OCSP_BASICRESP, Release<OCSP_BASICRESP_free>>;
using CertificateIdHandle = std::unique_ptr<OCSP_CERTID, Release<OCSP_CERTID_free>>;
using TimestampsHandle = std::unique_ptr<STACK_OF(SCT), Release<SCT_LIST_free>>;

constexpr qsizetype maxKept = 64 * 1024; // octets of a response; an honest one has one or two
constexpr long allowedSkew = 300;        // seconds between the clocks of responder and us

QString day(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-dd hh:mm 'UTC'"));
}

void append(std::vector<SignedTimestamp> &to, const STACK_OF(SCT) * list,
            SignedTimestamp::Source source)
{
    for (int i = 0; list && i < sk_SCT_num(list) && to.size() < maxTimestamps; ++i) {
        const SCT *one = sk_SCT_value(list, i);
        unsigned char *log = nullptr;
        const size_t length = SCT_get0_log_id(one, &log);
        to.push_back(
            {.source = source,
             .log = QByteArray(reinterpret_cast<const char *>(log), qsizetype(length)),
             .at = QDateTime::fromMSecsSinceEpoch(qint64(SCT_get_timestamp(one)), Qt::UTC)});
    }
}

X509 *issuerOf(X509 *leaf, STACK_OF(X509) * chain)
{
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        X509 *candidate = sk_X509_value(chain, i);
        if (X509_check_issued(candidate, leaf) == X509_V_OK)
            return candidate;
    }
    return nullptr;
}

// The answer about the leaf; null if there is none.
OCSP_SINGLERESP *answerAbout(X509 *leaf, const X509 *issuer, OCSP_BASICRESP *basic)
{
    for (int i = 0; i < OCSP_resp_count(basic); ++i) {
        auto *single = OCSP_resp_get0(basic, i);
        const OCSP_CERTID *id = OCSP_SINGLERESP_get0_id(single);
        ASN1_OBJECT *digest = nullptr;
        // The function takes it without const, and changes nothing.
        OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, const_cast<OCSP_CERTID *>(id));
        const EVP_MD *method = EVP_get_digestbyobj(digest);
        if (!method)
            continue;
        const CertificateIdHandle ours(OCSP_cert_to_id(method, leaf, issuer));
        if (ours && OCSP_id_cmp(ours.get(), id) == 0)
            return single;
    }
    return nullptr;
}

QString responderOf(const OCSP_BASICRESP *basic)
{
    const ASN1_OCTET_STRING *key = nullptr;
    const X509_NAME *name = nullptr;
    OCSP_resp_get0_id(basic, &key, &name);
    if (name)
        return nameText(name);
    if (!key)
        return {};
    const QByteArray hash(reinterpret_cast<const char *>(ASN1_STRING_get0_data(key)),
                          ASN1_STRING_length(key));
    return QStringLiteral("key %1").arg(QLatin1String(hash.toHex()));
}

QString signatureProblem(OCSP_BASICRESP *basic, STACK_OF(X509) * chain, X509_STORE *store)
{
    ERR_clear_error();
    if (OCSP_basic_verify(basic, chain, store, 0) == 1)
        return {};
    const char *reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return QStringLiteral("Nobody who may speak for the certificate's issuer has signed it (%1).")
        .arg(QLatin1String(reason ? reason : "unknown"));
}

QString timeProblem(const OcspStaple &staple)
{
    const auto now = QDateTime::currentDateTimeUtc();
    if (staple.thisUpdate > now.addSecs(allowedSkew))
        return QStringLiteral("It is not valid before %1.").arg(day(staple.thisUpdate));
    if (staple.nextUpdate.isValid() && staple.nextUpdate < now.addSecs(-allowedSkew))
        return QStringLiteral("It is out of date since %1.").arg(day(staple.nextUpdate));
    return {};
}

void readSingle(OCSP_SINGLERESP *single, Staple &staple)
{
    int reason = -1;
    ASN1_GENERALIZEDTIME *revoked = nullptr;
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    auto &ocsp = staple.ocsp;
    switch (OCSP_single_get0_status(single, &reason, &revoked, &thisUpdate, &nextUpdate)) {
    case V_OCSP_CERTSTATUS_GOOD:
        ocsp.status = Status::Good;
        break;
    case V_OCSP_CERTSTATUS_REVOKED:
        ocsp.status = Status::Revoked;
        ocsp.revoked = dateOf(revoked);
        if (reason != -1)
            ocsp.reason = QLatin1String(OCSP_crl_reason_str(reason));
        break;
    default:
        ocsp.status = Status::Unknown;
        break;
    }
    ocsp.thisUpdate = dateOf(thisUpdate);
    ocsp.nextUpdate = dateOf(nextUpdate);
    const TimestampsHandle list(static_cast<STACK_OF(SCT) *>(
        OCSP_SINGLERESP_get1_ext_d2i(single, NID_ct_cert_scts, nullptr, nullptr)));
    append(staple.timestamps, list.get(), SignedTimestamp::Source::OcspStaple);
}

} // namespace

Staple readStaple(QByteArrayView der, STACK_OF(X509) * chain, X509_STORE *store)
{
    Staple staple;
    auto &ocsp = staple.ocsp;
    ocsp.der = der.first(std::min(der.size(), maxKept)).toByteArray();
    const auto unreadable = [&](const QString &problem) {
        ERR_clear_error();
        ocsp.status = Status::Unreadable;
        ocsp.problem = problem;
        return staple;
    };
    const auto *at = reinterpret_cast<const unsigned char *>(der.data());
    const ResponseHandle response(
        der.size() > maxKept ? nullptr : d2i_OCSP_RESPONSE(nullptr, &at, long(der.size())));
    if (!response)
        return unreadable(QStringLiteral("It is no OCSP response."));
    const int said = OCSP_response_status(response.get());
    if (said != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return unreadable(QStringLiteral("The responder answered “%1” and no more.")
                              .arg(QLatin1String(OCSP_response_status_str(said))));
    const BasicHandle basic(OCSP_response_get1_basic(response.get()));
    if (!basic)
        return unreadable(QStringLiteral("It is an OCSP response of an unknown type."));
    ocsp.responder = responderOf(basic.get());
    ocsp.produced = dateOf(OCSP_resp_get0_produced_at(basic.get()));
    X509 *leaf = chain && sk_X509_num(chain) > 0 ? sk_X509_value(chain, 0) : nullptr;
    const X509 *issuer = leaf ? issuerOf(leaf, chain) : nullptr;
    if (!issuer)
        return unreadable(
            QStringLiteral("Without the issuer's certificate it cannot be assigned or checked."));
    auto *single = answerAbout(leaf, issuer, basic.get());
    if (!single)
        return unreadable(QStringLiteral("It speaks of another certificate."));
    readSingle(single, staple);
    ocsp.problem = signatureProblem(basic.get(), chain, store);
    if (ocsp.problem.isEmpty())
        ocsp.problem = timeProblem(ocsp);
    return staple;
}

std::vector<SignedTimestamp> timestampsIn(X509 *certificate)
{
    std::vector<SignedTimestamp> result;
    const TimestampsHandle list(static_cast<STACK_OF(SCT) *>(
        X509_get_ext_d2i(certificate, NID_ct_precert_scts, nullptr, nullptr)));
    append(result, list.get(), SignedTimestamp::Source::Certificate);
    return result;
}

std::vector<SignedTimestamp> timestampsFrom(QByteArrayView list)
{
    std::vector<SignedTimestamp> result;
    const auto *at = reinterpret_cast<const unsigned char *>(list.data());
    const TimestampsHandle read(o2i_SCT_LIST(nullptr, &at, size_t(list.size())));
    append(result, read.get(), SignedTimestamp::Source::TlsExtension);
    ERR_clear_error();
    return result;
}

} // namespace sonde::net
