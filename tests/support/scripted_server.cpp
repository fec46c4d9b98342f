#include "tests/support/scripted_server.h"

#include <openssl/err.h>

#include <algorithm>
#include <sys/socket.h>

namespace sonde::testing
{

Peer::Peer(QTcpSocket *socket, SSL_CTX *context, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    socket->setParent(this);
    if (context) {
        m_ssl = SSL_new(context);
        SSL_set_bio(m_ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(m_ssl);
    }
    connect(socket, &QTcpSocket::readyRead, this, &Peer::read);
    connect(socket, &QTcpSocket::disconnected, this, [this] {
        m_closed = true;
        Q_EMIT closed();
    });
}

Peer::~Peer()
{
    m_socket->disconnect(this);
    SSL_free(m_ssl);
}

void Peer::read()
{
    const auto octets = m_socket->readAll();
    if (!m_ssl) {
        m_receivedOctets += octets.size();
        if (m_keeps)
            m_received += octets;
        if (!octets.isEmpty())
            Q_EMIT arrived();
        return;
    }
    BIO_write(SSL_get_rbio(m_ssl), octets.constData(), int(octets.size()));
    pump();
}

void Peer::pump()
{
    char buffer[16384];
    bool any = false;
    for (;;) {
        const int count = SSL_read(m_ssl, buffer, sizeof buffer);
        if (count <= 0)
            break;
        any = true;
        m_receivedOctets += count;
        if (m_keeps)
            m_received.append(buffer, count);
    }
    ERR_clear_error();
    if (SSL_is_init_finished(m_ssl) && !m_waiting.isEmpty()) {
        SSL_write(m_ssl, m_waiting.constData(), int(m_waiting.size()));
        m_waiting.clear();
    }
    flush();
    if (any)
        Q_EMIT arrived();
}

void Peer::flush()
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(SSL_get_wbio(m_ssl), &data);
    if (length > 0)
        m_socket->write(data, length);
    (void)BIO_reset(SSL_get_wbio(m_ssl));
}

void Peer::send(const QByteArray &octets)
{
    if (!m_ssl) {
        m_socket->write(octets);
        return;
    }
    m_waiting += octets;
    if (SSL_is_init_finished(m_ssl))
        pump();
}

void Peer::sendRaw(const QByteArray &octets)
{
    m_socket->write(octets);
}

void Peer::close()
{
    if (m_ssl) {
        SSL_shutdown(m_ssl);
        flush();
    }
    closeBare();
}

void Peer::closeBare()
{
    m_socket->disconnectFromHost();
}

void Peer::reset()
{
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    m_socket->abort();
}

void Peer::stopReading()
{
    m_socket->disconnect(this);
    m_socket->setReadBufferSize(1);
}

void Peer::goOnReading()
{
    m_socket->setReadBufferSize(0);
    connect(m_socket, &QTcpSocket::readyRead, this, &Peer::read);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        m_closed = true;
        Q_EMIT closed();
    });
    read();
}

bool Peer::isResumed() const
{
    return m_ssl && SSL_session_reused(m_ssl) == 1;
}

QByteArray Peer::clientName() const
{
    return m_ssl ? SSL_get_servername(m_ssl, TLSEXT_NAMETYPE_host_name) : nullptr;
}

bool Peer::sawClientCertificate() const
{
    return m_ssl && SSL_get0_peer_certificate(m_ssl);
}

ScriptedServer::ScriptedServer(Script onData, const QHostAddress &at)
    : m_onData(std::move(onData))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(at))
        qFatal("cannot listen on loopback");
}

ScriptedServer::ScriptedServer(ServerTls tls, Script onData)
    : ScriptedServer(std::move(onData))
{
    m_context = makeServerContext(tls);
}

ScriptedServer::~ScriptedServer()
{
    for (auto *peer : m_peers)
        delete peer;
}

int ScriptedServer::openPeers() const
{
    return int(std::ranges::count(m_peers, false, &Peer::isClosed));
}

void ScriptedServer::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        auto *peer = new Peer(socket, m_context.get(), this);
        m_peers.push_back(peer);
        connect(peer, &Peer::arrived, this, [this, peer] {
            if (m_onData)
                m_onData(*peer);
        });
        if (m_onConnected)
            m_onConnected(*peer);
    }
}

ScriptedServer::Script answering(const QByteArray &response)
{
    return [response](Peer &peer) {
        auto octets = peer.received();
        qsizetype end = 0;
        while ((end = octets.indexOf("\r\n\r\n")) >= 0) {
            octets = octets.sliced(end + 4);
            peer.send(response);
        }
        peer.clear();
    };
}

} // namespace sonde::testing
