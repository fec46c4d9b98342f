#include "tests/support/server_tls.h"

namespace sonde::testing
{
namespace
{

struct Alpn {
    QByteArray wire;
    bool refuseUnknown = false;
};

// What the callbacks of one context need; lives as long as it.
struct Given {
    Alpn alpn;
    QByteArray staple;
    QByteArray timestamps;
};

int giveStaple(SSL *ssl, void *argument)
{
    const auto &staple = static_cast<const Given *>(argument)->staple;
    if (staple.isEmpty())
        return SSL_TLSEXT_ERR_NOACK;
    auto *copy = static_cast<unsigned char *>(OPENSSL_memdup(staple.constData(), staple.size()));
    SSL_set_tlsext_status_ocsp_resp(ssl, copy, staple.size());
    return SSL_TLSEXT_ERR_OK;
}

int giveTimestamps(SSL *, unsigned, unsigned, const unsigned char **out, size_t *length, X509 *,
                   size_t place, int *, void *argument)
{
    const auto &timestamps = static_cast<const Given *>(argument)->timestamps;
    if (timestamps.isEmpty() || place != 0)
        return 0;
    *out = reinterpret_cast<const unsigned char *>(timestamps.constData());
    *length = size_t(timestamps.size());
    return 1;
}

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
    const auto given =
        std::make_shared<Given>(Given{.staple = tls.staple, .timestamps = tls.timestamps});
    auto *alpn = &given->alpn;
    alpn->refuseUnknown = tls.refuseUnknownAlpn;
    for (const auto &protocol : tls.alpn)
        alpn->wire += char(protocol.size()) + protocol;
    std::shared_ptr<SSL_CTX> shared(SSL_CTX_new(TLS_server_method()),
                                    [given](SSL_CTX *context) { SSL_CTX_free(context); });
    auto *context = shared.get();
    SSL_CTX_set_tlsext_status_cb(context, giveStaple);
    SSL_CTX_set_tlsext_status_arg(context, given.get());
    constexpr unsigned places =
        SSL_EXT_CLIENT_HELLO | SSL_EXT_TLS1_2_SERVER_HELLO | SSL_EXT_TLS1_3_CERTIFICATE;
    SSL_CTX_add_custom_ext(context, TLSEXT_TYPE_signed_certificate_timestamp, places,
                           giveTimestamps, nullptr, given.get(), nullptr, nullptr);
    if (!tls.ciphers.isEmpty())
        SSL_CTX_set_cipher_list(context, tls.ciphers.constData());
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
        SSL_CTX_set_alpn_select_cb(context, chooseAlpn, alpn);
    if (tls.askClientCertificate) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context), testAuthority().certificate.get());
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    return shared;
}

} // namespace sonde::testing
