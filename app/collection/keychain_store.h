// Secrets in the system's keychain, through the program `sonde-keychain` that is started for each
// question: its libraries and its waiting stay out of ours. Any thread without need of a loop.
#pragma once

#include "collection/secret_store.h"

#include <chrono>

namespace sonde::collection
{

class KeychainStore : public SecretStore
{
public:
    // A person may have to unlock it; whoever does not within this time is told so.
    static constexpr std::chrono::seconds patience{120};

    explicit KeychainStore(QString program = programBesideThis());

    [[nodiscard]] SecretResult<SecretValues> read(const QStringList &names) override;
    [[nodiscard]] SecretResult<void> write(const SecretChanges &changes) override;

    [[nodiscard]] static QString programBesideThis();

private:
    [[nodiscard]] SecretResult<QByteArray> ask(const QByteArray &question) const;

    QString m_program;
};

} // namespace sonde::collection
