// Tickets for resuming TLS sessions, one per route, with what their first handshake proved about
// the server: a resumed handshake shows no certificates. Lives on the network thread.
#pragma once

#include "net/openssl_handles.h"
#include "net/tls_verify.h"

#include <map>

namespace sonde::net
{

class TlsSessions
{
public:
    struct Entry {
        std::shared_ptr<SSL_SESSION> session;
        VerifyOutcome verified;
    };

    void store(const QByteArray &key, SslSessionHandle session, const VerifyOutcome &verified);
    // Nothing if there is none, or if one of the certificates has expired since.
    [[nodiscard]] std::optional<Entry> find(const QByteArray &key);
    void drop(const QByteArray &key) { m_entries.erase(key); }

private:
    std::map<QByteArray, Entry> m_entries;
};

} // namespace sonde::net
