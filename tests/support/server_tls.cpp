#include "tests/support/server_tls.h"

namespace sonde::testing
{
namespace
{

struct Alpn {
    QByteArray wire;
    bool refuseUnknown = false;
};

int chooseAlpn(SSL *, const unsigned char **out, unsigned char *outLength, const unsigned char *in,
               unsigned inLength, void *argument)
{
    const auto *alpn = static_cast<const Alpn *>(argument);
    unsigned char *chosen = nullptr;
    const auto *ours = reinterpret_cast<const unsigned char *>(alpn->wire.constData());
    const int result =
        SSL_select_next_proto(&chosen, outLength, ours, unsigned(alpn->wire.size()), in, inLength);
    *out = chosen;
    if (result == OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_OK;
    return alpn->refuseUnknown ? SSL_TLSEXT_ERR_ALERT_FATAL : SSL_TLSEXT_ERR_NOACK;
}

} // namespace

std::shared_ptr<SSL_CTX> makeServerContext(const ServerTls &tls)
{
    const auto alpn = std::make_shared<Alpn>();
    alpn->refuseUnknown = tls.refuseUnknownAlpn;
    for (const auto &protocol : tls.alpn)
        alpn->wire += char(protocol.size()) + protocol;
    std::shared_ptr<SSL_CTX> shared(SSL_CTX_new(TLS_server_method()),
                                    [alpn](SSL_CTX *context) { SSL_CTX_free(context); });
    auto *context = shared.get();
    // Old versions and weak keys are here to be refused by the client, not by this server.
    SSL_CTX_set_security_level(context, 0);
    SSL_CTX_set_min_proto_version(context, tls.minVersion);
    SSL_CTX_set_max_proto_version(context, tls.maxVersion);
    SSL_CTX_use_certificate(context, tls.identity.certificate.get());
    SSL_CTX_use_PrivateKey(context, tls.identity.key.get());
    for (const auto &extra : tls.chain)
        SSL_CTX_add1_chain_cert(context, extra.certificate.get());
    static const unsigned char sessionContext[] = "sonde test";
    SSL_CTX_set_session_id_context(context, sessionContext, sizeof sessionContext - 1);
    if (!alpn->wire.isEmpty())
        SSL_CTX_set_alpn_select_cb(context, chooseAlpn, alpn.get());
    if (tls.askClientCertificate) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), testAuthority().certificate.get());
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    return shared;
}

} // namespace sonde::testing
