// Secrets in an encrypted file of this user, where there is no keychain: opened by a passphrase, or
// by a key file that stands beside it. Readable by its owner alone; written atomically, two
// programs one after the other. Any thread, one at a time.
#pragma once

#include "collection/secret_seal.h"

namespace sonde::collection
{

class FileSecretStore : public SecretStore
{
public:
    explicit FileSecretStore(QString path, std::optional<QString> passphrase = std::nullopt);

    [[nodiscard]] SecretResult<SecretValues> read(const QStringList &names) override;
    // A file that is not there yet is made, with the passphrase or, without one, a key file.
    [[nodiscard]] SecretResult<void> write(const SecretChanges &changes) override;

    void setPassphrase(std::optional<QString> passphrase) { m_passphrase = std::move(passphrase); }
    [[nodiscard]] bool exists() const;
    // Whether it can be opened only with a passphrase. A damaged file is told by read().
    [[nodiscard]] bool wantsPassphrase() const;

    // $XDG_DATA_HOME/sonde/secrets.json, which window and terminal share.
    [[nodiscard]] static QString pathOfThisUser();
    // The key beside a file of secrets.
    [[nodiscard]] static QString keyFileOf(const QString &path);

private:
    [[nodiscard]] SecretResult<SecretValues> readAll(SecretKey &key) const;
    [[nodiscard]] SecretResult<SecretKey> keyFor(SecretKey::Kind kind, bool isNew) const;

    QString m_path;
    std::optional<QString> m_passphrase;
};

} // namespace sonde::collection
