// The server's side of TLS without I/O: ciphertext in, plaintext out, and back. The context is
// shared by all connections of the playground; a stream belongs to one. On the playground's thread.
#pragma once

#include "playground/certificate.h"

#include <memory>

namespace sonde::playground
{

class TlsServerContext
{
public:
    // Errors: OpenSSL refuses certificate or key.
    [[nodiscard]] static http::Result<std::shared_ptr<TlsServerContext>>
    create(const Identity &identity);
    [[nodiscard]] SSL_CTX *get() const { return m_context.get(); }

private:
    net::SslContextHandle m_context;
};

class TlsServerStream
{
public:
    explicit TlsServerStream(std::shared_ptr<TlsServerContext> context);

    // Takes ciphertext and returns the plaintext in it. Nothing once the connection is lost.
    [[nodiscard]] std::optional<QByteArray> receive(QByteArrayView ciphertext);
    // Encrypts; false when the connection is lost.
    [[nodiscard]] bool write(QByteArrayView plaintext);
    void close(); // close_notify
    // Ciphertext to be sent now.
    [[nodiscard]] QByteArray takeOutput();

    [[nodiscard]] bool isEstablished() const;
    [[nodiscard]] bool hasPeerClosed() const; // close_notify has come
    [[nodiscard]] QByteArray version() const; // "TLSv1.3"
    [[nodiscard]] QByteArray cipher() const;
    [[nodiscard]] QByteArray alpn() const; // "h2", "http/1.1", empty

private:
    std::shared_ptr<TlsServerContext> m_context;
    net::SslHandle m_ssl; // owns both BIOs
    BIO *m_in = nullptr;
    BIO *m_out = nullptr;
};

} // namespace sonde::playground
