// The server side of TLS for test peers.
#pragma once

#include "tests/support/test_certificates.h"

#include <QByteArrayList>

#include <vector>

namespace sonde::testing
{

struct ServerTls {
    KeyPair identity = testLeaf();
    std::vector<KeyPair> chain;     // sent after the leaf
    QByteArrayList alpn;            // the server's preference; empty: it ignores ALPN
    bool refuseUnknownAlpn = false; // alert no_application_protocol instead of going on without
    int minVersion = TLS1_2_VERSION;
    int maxVersion = TLS1_3_VERSION;
    bool askClientCertificate = false; // signed by the test authority
    QByteArray ciphers;                // before TLS 1.3, OpenSSL's words; empty: the usual ones
    QByteArray staple;                 // OCSP response to send; empty: none
    QByteArray timestamps;             // of transparency logs, in the extension; empty: none
};

[[nodiscard]] std::shared_ptr<SSL_CTX> makeServerContext(const ServerTls &tls);

} // namespace sonde::testing
