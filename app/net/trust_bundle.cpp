#include "net/trust_bundle.h"

#include "body/read_at_most.h"

#include <QByteArray>
#include <QFile>

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <vector>

namespace sonde::net
{
namespace
{

// A hundred times a system's bundle. A file beyond it was not meant.
constexpr qint64 maxFileOctets = 32 * 1024 * 1024;

using NameHandle = std::unique_ptr<X509_NAME, Release<X509_NAME_free>>;

struct Entry {
    QByteArray der;
    bool hasTrustSettings = false; // "TRUSTED CERTIFICATE"
    NameHandle subject;
};
using Bundle = std::vector<Entry>;

// One DER element at `at`, which moves to its content, or behind it.
enum class Step : quint8 { Into, Over };
bool take(const unsigned char *&at, const unsigned char *end, int wantedTag, Step step)
{
    long length = 0;
    int tag = 0;
    int group = 0;
    const auto *content = at;
    // 0x80: malformed, or longer than what is left.
    if (ASN1_get_object(&content, &length, &tag, &group, end - at) & 0x80 || tag != wantedTag)
        return false;
    at = step == Step::Into ? content : content + length;
    return true;
}

// RFC 5280 section 4.1: the subject comes after version, serial number, signature, issuer and
// validity. Everything behind it stays unread; a file that was cut short is noticed all the same.
NameHandle subjectOf(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *const end = at + der.size();
    if (!take(at, end, V_ASN1_SEQUENCE, Step::Into) || !take(at, end, V_ASN1_SEQUENCE, Step::Into))
        return {};
    constexpr int versionTag = 0;
    if (at < end && (*at & V_ASN1_PRIVATE) == V_ASN1_CONTEXT_SPECIFIC &&
        !take(at, end, versionTag, Step::Over))
        return {};
    for (const int tag : {V_ASN1_INTEGER, V_ASN1_SEQUENCE, V_ASN1_SEQUENCE, V_ASN1_SEQUENCE}) {
        if (!take(at, end, tag, Step::Over))
            return {};
    }
    return NameHandle(d2i_X509_NAME(nullptr, &at, end - at));
}

X509Handle parse(const Entry &entry)
{
    const auto *at = reinterpret_cast<const unsigned char *>(entry.der.constData());
    const auto length = long(entry.der.size());
    return X509Handle(entry.hasTrustSettings ? d2i_X509_AUX(nullptr, &at, length)
                                             : d2i_X509(nullptr, &at, length));
}

const Bundle *bundleOf(X509_LOOKUP *lookup)
{
    return static_cast<const Bundle *>(X509_LOOKUP_get_method_data(lookup));
}

// All of one name go into the store at once: OpenSSL asks no second time for a name it has.
int findSubject(X509_LOOKUP *lookup, X509_LOOKUP_TYPE type, const X509_NAME *name,
                X509_OBJECT *found)
{
    const auto *bundle = bundleOf(lookup);
    if (!bundle || type != X509_LU_X509)
        return 0;
    X509 *first = nullptr; // kept alive by the store
    for (const auto &entry : *bundle) {
        if (X509_NAME_cmp(entry.subject.get(), name) != 0)
            continue;
        const auto certificate = parse(entry);
        if (!certificate ||
            X509_STORE_add_cert(X509_LOOKUP_get_store(lookup), certificate.get()) != 1)
            continue;
        if (!first)
            first = certificate.get();
    }
    if (!first || X509_OBJECT_set1_X509(found, first) != 1)
        return 0;
    X509_free(first); // the caller counts its own reference and expects none with the answer
    return 1;
}

void freeBundle(X509_LOOKUP *lookup)
{
    delete bundleOf(lookup);
}

X509_LOOKUP_METHOD *bundleMethod()
{
    static auto *method = [] {
        auto *made = X509_LOOKUP_meth_new("sonde trust bundle");
        X509_LOOKUP_meth_set_get_by_subject(made, findSubject);
        X509_LOOKUP_meth_set_free(made, freeBundle);
        return made;
    }();
    return method;
}

std::expected<Bundle, QString> readBundle(const QByteArray &octets)
{
    Bundle bundle;
    const BioHandle source(BIO_new_mem_buf(octets.constData(), int(octets.size())));
    char *label = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long length = 0;
    while (PEM_read_bio(source.get(), &label, &header, &data, &length) == 1) {
        const QByteArray kind(label);
        Entry entry{.der = QByteArray(reinterpret_cast<const char *>(data), length),
                    .hasTrustSettings = kind == PEM_STRING_X509_TRUSTED};
        OPENSSL_free(label);
        OPENSSL_free(header);
        OPENSSL_free(data);
        if (!entry.hasTrustSettings && kind != PEM_STRING_X509 && kind != PEM_STRING_X509_OLD)
            continue;
        entry.subject = subjectOf(entry.der);
        if (!entry.subject)
            return std::unexpected(
                QStringLiteral("holds a damaged certificate, number %1").arg(bundle.size() + 1));
        bundle.push_back(std::move(entry));
    }
    if (ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE)
        return std::unexpected(
            QStringLiteral("is damaged behind certificate number %1").arg(bundle.size()));
    ERR_clear_error();
    if (bundle.empty())
        return std::unexpected(QStringLiteral("holds no certificate in PEM form"));
    return bundle;
}

} // namespace

std::expected<void, QString> addTrustBundle(X509_STORE *store, const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::unexpected(QStringLiteral("does not exist"));
    if (!file.open(QFile::ReadOnly))
        return std::unexpected(QStringLiteral("cannot be read: %1").arg(file.errorString()));
    const auto octets = body::readAtMost(file, maxFileOctets + 1);
    if (octets.size() > maxFileOctets)
        return std::unexpected(QStringLiteral("is larger than 32 MiB"));
    auto bundle = readBundle(octets);
    if (!bundle)
        return std::unexpected(std::move(bundle.error()));
    auto *lookup = X509_STORE_add_lookup(store, bundleMethod());
    X509_LOOKUP_set_method_data(lookup, new Bundle(std::move(*bundle)));
    return {};
}

} // namespace sonde::net
