#include "net/tls_sessions.h"

#include <QDateTime>

#include <algorithm>

namespace sonde::net
{
namespace
{

// Tickets kept; each is a few hundred octets and a copy of the chain's description.
constexpr size_t maxEntries = 256;

bool hasExpired(const TlsSessions::Entry &entry)
{
    const auto now = QDateTime::currentDateTimeUtc();
    return std::ranges::any_of(entry.verified.chain, [&](const trace::Certificate &certificate) {
        return certificate.notAfter < now && certificate.problems.isEmpty();
    });
}

} // namespace

void TlsSessions::store(const QByteArray &key, SslSessionHandle session,
                        const VerifyOutcome &verified)
{
    if (m_entries.size() >= maxEntries && !m_entries.contains(key))
        m_entries.erase(m_entries.begin());
    m_entries[key] = {std::shared_ptr<SSL_SESSION>(std::move(session)), verified};
}

std::optional<TlsSessions::Entry> TlsSessions::find(const QByteArray &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return std::nullopt;
    if (!SSL_SESSION_is_resumable(found->second.session.get()) || hasExpired(found->second)) {
        m_entries.erase(found);
        return std::nullopt;
    }
    return found->second;
}

} // namespace sonde::net
