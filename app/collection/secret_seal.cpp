#include "collection/secret_seal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

#include <memory>

namespace sonde::collection
{
namespace
{

using Kind = SecretFault::Kind;

// RFC 7914: 32 MiB and about a tenth of a second a try, which a person does not notice and a
// guesser does. A file may ask for more, up to the bounds: it must not be able to take the machine.
constexpr qint64 cost = 1 << 15;
constexpr qint64 costLimit = 1 << 20;
constexpr qint64 blockSize = 8;
constexpr quint64 memoryLimit = 2'200ULL << 20; // octets that scrypt may take
constexpr int keySize = 32;                     // AES-256
constexpr int nonceSize = 12;                   // NIST SP 800-38D section 8.2
constexpr int tagSize = 16;
constexpr int saltSize = 16;

const QString format = QStringLiteral("sonde-secrets");

std::unexpected<SecretFault> fault(Kind kind, const QString &sentence)
{
    return std::unexpected(SecretFault{kind, sentence});
}

std::unexpected<SecretFault> damaged()
{
    return fault(
        Kind::Damaged,
        QStringLiteral("The file of secrets is damaged: it is not what Sonde wrote. It was "
                       "left as it is; restore it from a backup, or move it away and enter "
                       "the secrets again."));
}

QByteArray random(int octets)
{
    QByteArray made(octets, Qt::Uninitialized);
    return RAND_bytes(reinterpret_cast<unsigned char *>(made.data()), octets) == 1 ? made
                                                                                   : QByteArray();
}

QByteArray scrypt(const QByteArray &passphrase, const QByteArray &salt, qint64 n)
{
    QByteArray key(2 * keySize, Qt::Uninitialized);
    const int done =
        EVP_PBE_scrypt(passphrase.constData(), size_t(passphrase.size()),
                       reinterpret_cast<const unsigned char *>(salt.constData()),
                       size_t(salt.size()), quint64(n), quint64(blockSize), 1, memoryLimit,
                       reinterpret_cast<unsigned char *>(key.data()), size_t(key.size()));
    return done == 1 ? key : QByteArray();
}

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

enum class Way : quint8 { Seal, Open };

// Empty if it cannot be done; when opening that means that seal, head or key do not fit.
std::optional<QByteArray> crypt(Way way, const QByteArray &key, const QByteArray &nonce,
                                const QByteArray &head, const QByteArray &in)
{
    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> context(EVP_CIPHER_CTX_new());
    const auto bytes = [](const QByteArray &octets) {
        return reinterpret_cast<const unsigned char *>(octets.constData());
    };
    const bool seals = way == Way::Seal;
    if (!context || (!seals && in.size() < tagSize))
        return std::nullopt;
    const int size = int(seals ? in.size() : in.size() - tagSize);
    QByteArray tag = seals ? QByteArray(tagSize, '\0') : in.last(tagSize);
    QByteArray out(size, Qt::Uninitialized);
    auto *data = reinterpret_cast<unsigned char *>(out.data());
    int count = 0;
    int rest = 0;
    bool good = EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key),
                                  bytes(nonce), seals ? 1 : 0) == 1;
    good = good &&
           EVP_CipherUpdate(context.get(), nullptr, &count, bytes(head), int(head.size())) == 1;
    good = good && EVP_CipherUpdate(context.get(), data, &count, bytes(in), size) == 1;
    if (good && !seals)
        good = EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1;
    good = good && EVP_CipherFinal_ex(context.get(), data + count, &rest) == 1;
    if (good && seals)
        good = EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, tag.data()) == 1;
    if (!good)
        return std::nullopt;
    return seals ? out + tag : out;
}

struct Parts {
    QJsonObject head;
    QByteArray salt;
    QByteArray check; // tells a wrong passphrase from a damaged file
    QByteArray nonce;
    QByteArray data;
    qint64 n = 0;
    SealedHead told;
};

// What the seal covers beside the secrets: everything that says how to read them.
QByteArray covered(const QJsonObject &head)
{
    return QJsonDocument(head).toJson(QJsonDocument::Compact);
}

SecretResult<Parts> partsOf(const QByteArray &octets)
{
    const QJsonObject all = QJsonDocument::fromJson(octets).object();
    Parts parts{.head = all.value(QStringLiteral("head")).toObject()};
    const auto octetsOf = [](const QJsonObject &object, QLatin1StringView name) {
        return QByteArray::fromBase64(object.value(name).toString().toLatin1());
    };
    using namespace Qt::StringLiterals;
    if (parts.head.value("format"_L1).toString() != format)
        return damaged();
    if (parts.head.value("version"_L1).toInt() != 1)
        return fault(Kind::Failed,
                     QStringLiteral("The file of secrets was written by a later Sonde; this one "
                                    "cannot read it."));
    const QString kind = parts.head.value("key"_L1).toString();
    if (kind != u"passphrase" && kind != u"file")
        return damaged();
    parts.told.key = kind == u"file" ? SecretKey::Kind::KeyFile : SecretKey::Kind::Passphrase;
    for (const QJsonValue &name : parts.head.value("names"_L1).toArray())
        parts.told.names.append(name.toString());
    parts.n = parts.head.value("scrypt-n"_L1).toInteger();
    parts.salt = octetsOf(parts.head, "salt"_L1);
    parts.check = octetsOf(all, "check"_L1);
    parts.nonce = octetsOf(all, "nonce"_L1);
    parts.data = octetsOf(all, "data"_L1);
    const bool costs = kind == u"file" || (parts.n >= 2 && parts.n <= costLimit &&
                                           (parts.n & (parts.n - 1)) == 0 && !parts.salt.isEmpty());
    if (!costs || parts.nonce.size() != nonceSize || parts.data.size() < tagSize)
        return damaged();
    return parts;
}

} // namespace

QByteArray freshKey()
{
    return random(keySize);
}

SecretResult<QByteArray> sealed(const SecretValues &values, const SecretKey &key)
{
    using namespace Qt::StringLiterals;
    const bool derives = key.kind == SecretKey::Kind::Passphrase;
    const QByteArray salt = random(saltSize);
    const QByteArray nonce = random(nonceSize);
    const QByteArray keys = derives ? scrypt(key.octets, salt, cost) : key.octets;
    if (salt.isEmpty() || nonce.isEmpty() || keys.size() < keySize)
        return fault(Kind::Failed,
                     QStringLiteral("The secrets could not be encrypted: there are no "
                                    "random numbers or not enough memory."));
    QJsonObject head{{"format"_L1, format},
                     {"version"_L1, 1},
                     {"key"_L1, derives ? u"passphrase"_s : u"file"_s},
                     {"names"_L1, QJsonArray::fromStringList(values.keys())}};
    if (derives) {
        head.insert("scrypt-n"_L1, cost);
        head.insert("salt"_L1, QString::fromLatin1(salt.toBase64()));
    }
    QJsonObject inside;
    for (auto it = values.begin(); it != values.end(); ++it)
        inside.insert(it.key(), it.value());
    const auto data = crypt(Way::Seal, keys.first(keySize), nonce, covered(head),
                            QJsonDocument(inside).toJson(QJsonDocument::Compact));
    if (!data)
        return fault(Kind::Failed, QStringLiteral("The secrets could not be encrypted."));
    QJsonObject all{{"head"_L1, head},
                    {"nonce"_L1, QString::fromLatin1(nonce.toBase64())},
                    {"data"_L1, QString::fromLatin1(data->toBase64())}};
    if (derives)
        all.insert("check"_L1, QString::fromLatin1(keys.last(keySize).toBase64()));
    return QJsonDocument(all).toJson();
}

SecretResult<SealedHead> sealedHead(const QByteArray &octets)
{
    const auto parts = partsOf(octets);
    if (!parts)
        return std::unexpected(parts.error());
    return parts->told;
}

SecretResult<SecretValues> unsealed(const QByteArray &octets, const SecretKey &key)
{
    const auto parts = partsOf(octets);
    if (!parts)
        return std::unexpected(parts.error());
    const bool derives = parts->told.key == SecretKey::Kind::Passphrase;
    QByteArray keys = key.octets;
    if (derives) {
        keys = scrypt(key.octets, parts->salt, parts->n);
        if (keys.isEmpty())
            return damaged();
        const QByteArray check = keys.last(keySize);
        if (parts->check.size() != keySize)
            return damaged();
        if (CRYPTO_memcmp(check.constData(), parts->check.constData(), keySize) != 0)
            return fault(Kind::WrongPassphrase,
                         QStringLiteral("The passphrase does not open the file of secrets. Nothing "
                                        "was changed; try again."));
    }
    if (keys.size() < keySize)
        return damaged();
    const auto inside =
        crypt(Way::Open, keys.first(keySize), parts->nonce, covered(parts->head), parts->data);
    if (!inside)
        return damaged();
    SecretValues values;
    const QJsonObject object = QJsonDocument::fromJson(*inside).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.insert(it.key(), it.value().toString());
    return values;
}

} // namespace sonde::collection
