// The secrets that the window keeps, for the terminal: a passphrase comes from SONDE_PASSPHRASE or
// is asked for on the terminal itself, three times. Main thread.
#pragma once

#include "collection/secret_vault.h"

namespace sonde::cli
{

class TerminalSecrets : public collection::SecretStore
{
public:
    [[nodiscard]] collection::SecretResult<collection::SecretValues>
    read(const QStringList &names) override;
    [[nodiscard]] collection::SecretResult<void>
    write(const collection::SecretChanges &changes) override;
    [[nodiscard]] QString note() const override { return m_vault.note(); }

private:
    collection::SecretVault m_vault;
};

} // namespace sonde::cli
