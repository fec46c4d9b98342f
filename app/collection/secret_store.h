// Where the values of secret variables are kept, and never in a file of the collection: an
// interface over the system's keychain, an encrypted file and, for tests, memory. Calls may take as
// long as a person needs to unlock a keychain: a worker's thread, never the window's.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <expected>

namespace sonde::collection
{

struct SecretFault {
    enum class Kind : quint8 {
        Unavailable,     // nothing of that sort on this computer
        Refused,         // the keychain stays locked
        NoPlace,         // no keychain, and nobody said yet how a file is to be locked
        NeedsPassphrase, // the file can be opened with one, and none was given
        WrongPassphrase,
        Damaged, // the file is not what was written; it is left as it is
        Failed,  // reading or writing did not work
    };
    Kind kind = Kind::Failed;
    QString sentence;
    bool operator==(const SecretFault &) const = default;
};
template <typename T>
using SecretResult = std::expected<T, SecretFault>;

// Which of the two has a secret, where that is known.
enum class SecretPlace : quint8 { Unknown, Keychain, File };

using SecretValues = QMap<QString, QString>; // by the name a marker gives
struct SecretChanges {
    SecretValues set;
    QStringList remove; // one that is not there is no fault
    [[nodiscard]] bool isEmpty() const { return set.isEmpty() && remove.isEmpty(); }
};

class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    // Those of the names that it has.
    [[nodiscard]] virtual SecretResult<SecretValues> read(const QStringList &names) = 0;
    // All or, with a fault, nothing that was there before is lost.
    [[nodiscard]] virtual SecretResult<void> write(const SecretChanges &changes) = 0;
    // Why some were not found by the last read, as far as it is known.
    [[nodiscard]] virtual QString note() const { return {}; }
};

class MemorySecretStore : public SecretStore
{
public:
    [[nodiscard]] SecretResult<SecretValues> read(const QStringList &names) override
    {
        SecretValues found;
        for (const QString &name : names) {
            if (const auto it = m_values.constFind(name); it != m_values.cend())
                found.insert(name, *it);
        }
        return found;
    }
    [[nodiscard]] SecretResult<void> write(const SecretChanges &changes) override
    {
        m_values.insert(changes.set);
        for (const QString &name : changes.remove)
            m_values.remove(name);
        return {};
    }

private:
    SecretValues m_values;
};

} // namespace sonde::collection
