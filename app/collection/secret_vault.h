// The secrets of this user, wherever they can be kept here: in the system's keychain, or, where
// none answers, in the encrypted file. Remembers what it read as long as the program runs. Any
// thread, one question after the other.
#pragma once

#include "collection/keychain_store.h"
#include "collection/secret_file.h"

#include <QHash>

#include <atomic>
#include <mutex>

namespace sonde::collection
{

class SecretVault : public SecretStore
{
public:
    enum class Use : quint8 { KeychainOrFile, KeychainAlone, FileAlone };
    struct Options {
        Use use = Use::KeychainOrFile;
        QString file = FileSecretStore::pathOfThisUser();
        QString program = KeychainStore::programBesideThis();
    };
    // SONDE_SECRETS=keychain or =file chooses one of the two.
    [[nodiscard]] static Options optionsOfThisUser();

    explicit SecretVault(Options options = optionsOfThisUser());

    [[nodiscard]] SecretResult<SecretValues> read(const QStringList &names) override;
    // Fault NoPlace: no keychain answers and there is no file yet; lockFile() says how to make one.
    [[nodiscard]] SecretResult<void> write(const SecretChanges &changes) override;

    // The passphrase that opens the file, or is to open a new one; nothing: a key file beside it.
    void lockFile(const std::optional<QString> &passphrase);
    // Then a file that asks for one was given the wrong one. Waits for nobody.
    [[nodiscard]] bool wasGivenPassphrase() const { return m_wasGivenPassphrase; }
    // What was read is read again. Waits for nobody.
    void forget();
    // Which store had it when it was read or written last. Waits for nobody.
    [[nodiscard]] SecretPlace placeOf(const QString &name) const;
    [[nodiscard]] QString note() const override;
    [[nodiscard]] const QString &file() const { return m_options.file; }

private:
    [[nodiscard]] SecretResult<SecretValues> readStores(const QStringList &names);
    void place(const QStringList &names, SecretPlace place);

    const Options m_options;
    mutable std::mutex m_placesMutex; // not the one below, under which a keychain is waited for
    QHash<QString, SecretPlace> m_places;
    mutable std::mutex m_mutex; // of all below
    KeychainStore m_keychain;
    FileSecretStore m_file;
    bool m_mayMakeFile = false;
    std::atomic<bool> m_isStale = false; // not of the mutex: a keychain may be waited for under it
    std::atomic<bool> m_wasGivenPassphrase = false;
    SecretValues m_known;
    QString m_note;
};

} // namespace sonde::collection
