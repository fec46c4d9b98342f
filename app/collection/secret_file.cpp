#include "collection/secret_file.h"

#include "body/read_at_most.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace sonde::collection
{
namespace
{

using Kind = SecretFault::Kind;

constexpr qint64 sizeLimit = 16 << 20; // octets; secrets are passwords and keys
constexpr int lockPatience = 10'000;   // ms that another program may take to write
constexpr auto ownerAlone = QFile::ReadOwner | QFile::WriteOwner;

std::unexpected<SecretFault> fault(Kind kind, const QString &sentence)
{
    return std::unexpected(SecretFault{kind, sentence});
}

std::unexpected<SecretFault> unwritable(const QString &path, const QString &reason)
{
    return fault(
        Kind::Failed,
        QStringLiteral("“%1” could not be written (%2); the secrets in it are as they were.")
            .arg(path, reason));
}

// Readable by its owner from the first octet on, there at once and whole.
SecretResult<void> writeAlone(const QString &path, const QByteArray &octets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    file.setPermissions(ownerAlone);
    if (file.write(octets) != octets.size() || !file.commit())
        return unwritable(path, file.errorString());
    return {};
}

SecretResult<QByteArray> octetsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fault(Kind::Failed, QStringLiteral("The file of secrets “%1” cannot be read: %2.")
                                       .arg(path, file.errorString()));
    return body::readAtMost(file, sizeLimit);
}

} // namespace

FileSecretStore::FileSecretStore(QString path, std::optional<QString> passphrase)
    : m_path(std::move(path))
    , m_passphrase(std::move(passphrase))
{
}

QString FileSecretStore::pathOfThisUser()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/sonde/secrets.json");
}

QString FileSecretStore::keyFileOf(const QString &path)
{
    return path + QStringLiteral(".key");
}

bool FileSecretStore::exists() const
{
    return QFile::exists(m_path);
}

bool FileSecretStore::wantsPassphrase() const
{
    if (!exists())
        return false;
    const auto octets = octetsOf(m_path);
    const auto head = octets ? sealedHead(*octets) : std::unexpected(octets.error());
    return head && head->key == SecretKey::Kind::Passphrase;
}

SecretResult<SecretKey> FileSecretStore::keyFor(SecretKey::Kind kind, bool isNew) const
{
    if (kind == SecretKey::Kind::Passphrase) {
        if (!m_passphrase)
            return fault(Kind::NeedsPassphrase,
                         QStringLiteral("The secrets in “%1” are locked with a passphrase; give it "
                                        "to open them.")
                             .arg(m_path));
        return SecretKey{kind, m_passphrase->toUtf8()};
    }
    const QString path = keyFileOf(m_path);
    if (isNew && !QFile::exists(path)) {
        const QByteArray key = freshKey();
        if (key.isEmpty())
            return fault(Kind::Failed, QStringLiteral("There are no random numbers for a key."));
        if (const auto written = writeAlone(path, key.toBase64() + '\n'); !written)
            return std::unexpected(written.error());
    }
    const auto octets = octetsOf(path);
    if (!octets)
        return fault(
            Kind::Damaged,
            QStringLiteral("The key “%1”, which opens the file of secrets, cannot be read. "
                           "The secrets were left as they are; put the key back.")
                .arg(path));
    return SecretKey{kind, QByteArray::fromBase64(octets->trimmed())};
}

// Nothing and the key for a new file if there is none yet.
SecretResult<SecretValues> FileSecretStore::readAll(SecretKey &key) const
{
    if (!exists()) {
        const auto made =
            keyFor(m_passphrase ? SecretKey::Kind::Passphrase : SecretKey::Kind::KeyFile, true);
        if (!made)
            return std::unexpected(made.error());
        key = *made;
        return SecretValues{};
    }
    const auto octets = octetsOf(m_path);
    const auto head = octets ? sealedHead(*octets) : std::unexpected(octets.error());
    if (!head)
        return std::unexpected(head.error());
    const auto known = keyFor(head->key, false);
    if (!known)
        return std::unexpected(known.error());
    key = *known;
    return unsealed(*octets, key);
}

SecretResult<SecretValues> FileSecretStore::read(const QStringList &names)
{
    if (!exists() || names.isEmpty())
        return SecretValues{};
    const auto octets = octetsOf(m_path);
    const auto head = octets ? sealedHead(*octets) : std::unexpected(octets.error());
    if (!head)
        return std::unexpected(head.error());
    // Nobody is asked for a passphrase to be told that nothing is there.
    if (std::ranges::none_of(names,
                             [&](const QString &name) { return head->names.contains(name); }))
        return SecretValues{};
    SecretKey key;
    const auto all = readAll(key);
    if (!all)
        return all;
    SecretValues found;
    for (const QString &name : names) {
        if (const auto it = all->constFind(name); it != all->cend())
            found.insert(name, *it);
    }
    return found;
}

SecretResult<void> FileSecretStore::write(const SecretChanges &changes)
{
    if (changes.isEmpty() || (changes.set.isEmpty() && !exists()))
        return {};
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return unwritable(m_path, QStringLiteral("its folder cannot be made"));
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(lockPatience))
        return unwritable(m_path, QStringLiteral("another program is writing it"));
    SecretKey key;
    auto all = readAll(key); // under the lock: what another program wrote stays
    if (!all)
        return std::unexpected(all.error());
    all->insert(changes.set);
    for (const QString &name : changes.remove)
        all->remove(name);
    const auto octets = sealed(*all, key);
    if (!octets)
        return std::unexpected(octets.error());
    return writeAlone(m_path, *octets);
}

} // namespace sonde::collection
