#include "cli/terminal_secrets.h"

#include "cli/password_prompt.h"

namespace sonde::cli
{

using collection::SecretChanges;
using collection::SecretFault;
using collection::SecretResult;
using collection::SecretValues;

namespace
{

constexpr int tries = 3;

// Asks again while the passphrase does not fit; gives up with the fault if none is given.
template <typename T, typename Attempt>
SecretResult<T> unlocking(collection::SecretVault &vault, Attempt attempt)
{
    const QByteArray given = qgetenv("SONDE_PASSPHRASE");
    auto done = attempt();
    for (int i = 0; i < tries && !done; ++i) {
        const SecretFault::Kind kind = done.error().kind;
        const bool wrong = kind == SecretFault::Kind::WrongPassphrase;
        if (kind != SecretFault::Kind::NeedsPassphrase && !wrong)
            break;
        if (wrong && !given.isEmpty()) // it would be wrong again
            break;
        const QByteArray passphrase =
            given.isEmpty() ? askPassword(wrong ? "Not it. Passphrase of the secrets: "
                                                : "Passphrase of the secrets: ")
                            : given;
        if (passphrase.isEmpty())
            break;
        vault.lockFile(QString::fromUtf8(passphrase));
        done = attempt();
    }
    return done;
}

} // namespace

SecretResult<SecretValues> TerminalSecrets::read(const QStringList &names)
{
    return unlocking<SecretValues>(m_vault, [&] { return m_vault.read(names); });
}

SecretResult<void> TerminalSecrets::write(const SecretChanges &changes)
{
    return unlocking<void>(m_vault, [&] { return m_vault.write(changes); });
}

} // namespace sonde::cli
