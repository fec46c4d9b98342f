// What the tests of TLS share: an OpenSSL server in memory and the octets between it and a stream.
#pragma once

#include "net/tls_stream.h"
#include "tests/support/server_tls.h"

#include <openssl/err.h>

namespace sonde::testing
{

// The other side, and the octets between the two.
class MemoryServer
{
public:
    explicit MemoryServer(const ServerTls &tls)
        : m_context(makeServerContext(tls))
    {
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_ssl.get());
    }
    void restart()
    {
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_bio(m_ssl.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_ssl.get());
        received.clear();
    }
    void take(QByteArray &output)
    {
        BIO_write(SSL_get_rbio(m_ssl.get()), output.constData(), int(output.size()));
        output.clear();
        char buffer[32 * 1024];
        for (int count = 0; (count = SSL_read(m_ssl.get(), buffer, sizeof buffer)) > 0;)
            received.append(buffer, count);
        ERR_clear_error();
    }
    QByteArray give()
    {
        char *data = nullptr;
        const long length = BIO_get_mem_data(SSL_get_wbio(m_ssl.get()), &data);
        QByteArray result(data, length);
        (void)BIO_reset(SSL_get_wbio(m_ssl.get()));
        return result;
    }
    void send(const QByteArray &octets)
    {
        SSL_write(m_ssl.get(), octets.constData(), int(octets.size()));
    }
    void shutdown() { SSL_shutdown(m_ssl.get()); }
    [[nodiscard]] SSL *ssl() const { return m_ssl.get(); }

    QByteArray received;

private:
    std::shared_ptr<SSL_CTX> m_context;
    net::SslHandle m_ssl;
};

// To a server that the test's authority vouches for.
inline net::TlsRequest request(const QByteArray &host = "localhost")
{
    net::TlsRequest result;
    result.host = host;
    result.policy.caFile = testAuthorityFile();
    return result;
}

inline std::unique_ptr<net::TlsStream> newStream(const net::TlsRequest &request)
{
    auto stream = net::TlsStream::create(request);
    if (!stream)
        qFatal("no stream: %s", qPrintable(stream.error().sentence));
    return std::move(*stream);
}

// To the end of the handshake, either way; `step` octets at a time.
inline net::TlsStream::Handshake shake(net::TlsStream &stream, MemoryServer &server,
                                       qsizetype step = 1 << 20)
{
    for (int turn = 0; turn < 20; ++turn) {
        auto state = stream.handshake();
        server.take(stream.output());
        if (state != net::TlsStream::Handshake::WantsInput)
            return state;
        const auto octets = server.give();
        for (qsizetype at = 0; at < octets.size(); at += step) {
            const auto piece = octets.mid(at, step);
            stream.receive(piece);
            state = stream.handshake();
            if (state == net::TlsStream::Handshake::Failed)
                return state;
            if (state == net::TlsStream::Handshake::Done) {
                server.take(stream.output());
                const auto rest = octets.mid(at + step);
                stream.receive(rest);
                return state;
            }
        }
    }
    return net::TlsStream::Handshake::WantsInput;
}

inline QByteArray readAll(net::TlsStream &stream, net::TlsStream::Status &last)
{
    QByteArray result;
    char buffer[4096];
    for (;;) {
        const auto read = stream.read(buffer);
        last = read.status;
        if (read.status != net::TlsStream::Status::Data)
            return result;
        result.append(buffer, read.octets);
    }
}

inline QByteArray hear(net::TlsStream &stream, MemoryServer &server)
{
    const auto octets = server.give();
    stream.receive(octets);
    net::TlsStream::Status last{};
    return readAll(stream, last);
}

} // namespace sonde::testing
