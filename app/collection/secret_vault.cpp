#include "collection/secret_vault.h"

namespace sonde::collection
{

using Kind = SecretFault::Kind;

SecretVault::Options SecretVault::optionsOfThisUser()
{
    const QByteArray use = qgetenv("SONDE_SECRETS");
    return {.use = use == "file"       ? Use::FileAlone
                   : use == "keychain" ? Use::KeychainAlone
                                       : Use::KeychainOrFile};
}

SecretVault::SecretVault(Options options)
    : m_options(std::move(options))
    , m_keychain(m_options.program)
    , m_file(m_options.file)
{
}

SecretResult<SecretValues> SecretVault::read(const QStringList &names)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isStale.exchange(false))
        m_known.clear();
    QStringList unknown;
    for (const QString &name : names) {
        if (!m_known.contains(name))
            unknown.append(name);
    }
    if (!unknown.isEmpty()) {
        const auto read = readStores(unknown);
        if (!read)
            return read;
        m_known.insert(*read);
    }
    SecretValues found;
    for (const QString &name : names) {
        if (const auto it = m_known.constFind(name); it != m_known.cend())
            found.insert(name, *it);
    }
    return found;
}

SecretResult<SecretValues> SecretVault::readStores(const QStringList &names)
{
    SecretValues values;
    std::optional<SecretFault> fault;
    m_note.clear();
    if (m_options.use != Use::FileAlone) {
        if (const auto read = m_keychain.read(names)) {
            values = *read;
            place(values.keys(), SecretPlace::Keychain);
        } else {
            fault = read.error();
        }
    }
    QStringList missing = names;
    missing.removeIf([&](const QString &name) { return values.contains(name); });
    if (missing.isEmpty())
        return values;
    if (m_options.use != Use::KeychainAlone) {
        const auto read = m_file.read(missing);
        if (!read)
            return read;
        values.insert(*read);
        place(read->keys(), SecretPlace::File);
        missing.removeIf([&](const QString &name) { return read->contains(name); });
    }
    if (missing.isEmpty() || !fault)
        return values;
    if (fault->kind != Kind::Unavailable)
        return std::unexpected(*fault);
    m_note = fault->sentence;
    return values;
}

SecretResult<void> SecretVault::write(const SecretChanges &changes)
{
    if (changes.isEmpty())
        return {};
    const std::scoped_lock lock(m_mutex);
    for (const QString &name : changes.set.keys() + changes.remove)
        m_known.remove(name);
    if (m_options.use != Use::FileAlone) {
        const auto written = m_keychain.write(changes);
        const bool goesOn = !written && written.error().kind == Kind::Unavailable &&
                            m_options.use == Use::KeychainOrFile;
        if (written)
            place(changes.set.keys(), SecretPlace::Keychain);
        if (!goesOn)
            return written;
    }
    if (changes.set.isEmpty() && !m_file.exists())
        return {};
    if (!m_file.exists() && !m_mayMakeFile)
        return std::unexpected(SecretFault{
            Kind::NoPlace, QStringLiteral("No keychain answers on this computer, and it "
                                          "is not said yet how an encrypted file is to "
                                          "be locked.")});
    const auto written = m_file.write(changes);
    if (written)
        place(changes.set.keys(), SecretPlace::File);
    return written;
}

void SecretVault::place(const QStringList &names, SecretPlace place)
{
    const std::scoped_lock lock(m_placesMutex);
    for (const QString &name : names)
        m_places.insert(name, place);
}

SecretPlace SecretVault::placeOf(const QString &name) const
{
    if (m_options.use != Use::KeychainOrFile)
        return m_options.use == Use::FileAlone ? SecretPlace::File : SecretPlace::Keychain;
    const std::scoped_lock lock(m_placesMutex);
    return m_places.value(name, SecretPlace::Unknown);
}

void SecretVault::lockFile(const std::optional<QString> &passphrase)
{
    const std::scoped_lock lock(m_mutex);
    m_file.setPassphrase(passphrase);
    m_mayMakeFile = true;
    m_wasGivenPassphrase = passphrase.has_value();
}

void SecretVault::forget()
{
    m_isStale = true;
}

QString SecretVault::note() const
{
    const std::scoped_lock lock(m_mutex);
    return m_note;
}

} // namespace sonde::collection
