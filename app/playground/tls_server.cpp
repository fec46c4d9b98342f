#include "playground/tls_server.h"

#include "net/tls_error.h"

#include <openssl/err.h>

namespace sonde::playground
{
namespace
{

// In our order of preference, each name behind its length (RFC 7301 section 3.1).
constexpr uchar protocols[] = {2, 'h', '2', 8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int chooseProtocol(SSL *, const uchar **out, uchar *outLength, const uchar *in, unsigned inLength,
                   void *) noexcept
{
    uchar *chosen = nullptr;
    const int outcome =
        SSL_select_next_proto(&chosen, outLength, protocols, sizeof protocols, in, inLength);
    *out = chosen;
    // RFC 7301 section 3.2: without a common protocol the handshake ends.
    return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

} // namespace

http::Result<std::shared_ptr<TlsServerContext>> TlsServerContext::create(const Identity &identity)
{
    auto made = std::make_shared<TlsServerContext>();
    made->m_context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX *context = made->m_context.get();
    static constexpr uchar id[] = "sonde-playground";
    if (!context || SSL_CTX_use_certificate(context, identity.certificate.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context, identity.key.get()) != 1 ||
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_session_id_context(context, id, sizeof id - 1) != 1)
        return std::unexpected(http::Error{
            .layer = http::Layer::Tls,
            .code = http::Code::Internal,
            .sentence =
                QStringLiteral("The playground cannot use its certificate; see the details."),
            .detail = net::takeOpenSslWords()});
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    return made;
}

TlsServerStream::TlsServerStream(std::shared_ptr<TlsServerContext> context)
    : m_context(std::move(context))
    , m_ssl(SSL_new(m_context->get()))
    , m_in(BIO_new(BIO_s_mem()))
    , m_out(BIO_new(BIO_s_mem()))
{
    SSL_set_bio(m_ssl.get(), m_in, m_out);
    SSL_set_accept_state(m_ssl.get());
}

std::optional<QByteArray> TlsServerStream::receive(QByteArrayView ciphertext)
{
    BIO_write(m_in, ciphertext.data(), int(ciphertext.size()));
    QByteArray plaintext;
    char buffer[16 * 1024]; // one record
    for (;;) {
        ERR_clear_error();
        // Reading drives the handshake too.
        const int count = SSL_read(m_ssl.get(), buffer, sizeof buffer);
        if (count > 0) {
            plaintext.append(buffer, count);
            continue;
        }
        const int reason = SSL_get_error(m_ssl.get(), count);
        const bool lost = reason != SSL_ERROR_WANT_READ && reason != SSL_ERROR_WANT_WRITE &&
                          reason != SSL_ERROR_ZERO_RETURN;
        ERR_clear_error();
        return lost ? std::nullopt : std::optional(plaintext);
    }
}

bool TlsServerStream::write(QByteArrayView plaintext)
{
    while (!plaintext.isEmpty()) {
        ERR_clear_error();
        const auto length = int(std::min<qsizetype>(plaintext.size(), 1 << 20));
        const int count = SSL_write(m_ssl.get(), plaintext.data(), length);
        if (count <= 0) // memory takes everything: this is an error, never "later"
            return false;
        plaintext = plaintext.sliced(count);
    }
    return true;
}

void TlsServerStream::close()
{
    ERR_clear_error();
    if (isEstablished())
        SSL_shutdown(m_ssl.get());
}

QByteArray TlsServerStream::takeOutput()
{
    QByteArray out(qsizetype(BIO_ctrl_pending(m_out)), Qt::Uninitialized);
    if (!out.isEmpty())
        BIO_read(m_out, out.data(), int(out.size()));
    return out;
}

bool TlsServerStream::isEstablished() const
{
    return SSL_is_init_finished(m_ssl.get());
}

bool TlsServerStream::hasPeerClosed() const
{
    return (SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

QByteArray TlsServerStream::version() const
{
    return SSL_get_version(m_ssl.get());
}

QByteArray TlsServerStream::cipher() const
{
    return SSL_get_cipher_name(m_ssl.get());
}

QByteArray TlsServerStream::alpn() const
{
    const uchar *name = nullptr;
    unsigned length = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &name, &length);
    return {reinterpret_cast<const char *>(name), qsizetype(length)};
}

} // namespace sonde::playground
