// What all TLS connections of one policy share: trust store, client certificate, limits. Made once
// per process and policy, because reading trust stores and keys costs more than a handshake. Any
// thread.
#pragma once

#include "http/error.h"
#include "net/openssl_handles.h"
#include "net/route.h"

namespace sonde::net
{

class TlsContext
{
public:
    // Errors: CaFileUnusable, ClientCertificateUnusable, naming the file. Files that have changed
    // since are read again.
    [[nodiscard]] static http::Result<std::shared_ptr<const TlsContext>>
    forPolicy(const TlsPolicy &policy);
    // That it would cost nothing now.
    [[nodiscard]] static bool isMade(const TlsPolicy &policy);

    [[nodiscard]] SSL_CTX *handle() const { return m_handle.get(); }
    [[nodiscard]] bool hasClientCertificate() const { return m_hasClientCertificate; }

private:
    TlsContext() = default;
    [[nodiscard]] static http::Result<std::shared_ptr<const TlsContext>>
    make(const TlsPolicy &policy);
    [[nodiscard]] http::Result<void> loadTrust(const TlsPolicy &policy);
    [[nodiscard]] http::Result<void> loadClientCertificate(const TlsPolicy &policy);

    SslContextHandle m_handle;
    bool m_hasClientCertificate = false;
};

} // namespace sonde::net
