#include "playground/server.h"

namespace sonde::playground
{

Server::Server(std::shared_ptr<TlsServerContext> tls)
    : m_tls(std::move(tls))
    , m_plain(this)
    , m_secure(this)
    , m_sweep(this)
{
    m_plain.setMaxPendingConnections(connectionLimit);
    m_secure.setMaxPendingConnections(connectionLimit);
    connect(&m_plain, &QTcpServer::newConnection, this, [this] { accept(m_plain, nullptr); });
    connect(&m_secure, &QTcpServer::newConnection, this, [this] { accept(m_secure, m_tls); });
    connect(&m_sweep, &QTimer::timeout, this, &Server::sweep);
    m_sweep.setInterval(std::chrono::seconds(1));
}

http::Result<Server::Ports> Server::listen(Ports wanted)
{
    const auto http = listen(m_plain, wanted.http);
    if (!http)
        return std::unexpected(http.error());
    const auto https = listen(m_secure, wanted.https);
    if (!https)
        return std::unexpected(https.error());
    return Ports{.http = *http, .https = *https};
}

http::Result<quint16> Server::listen(QTcpServer &server, quint16 port)
{
    if (server.listen(QHostAddress::LocalHost, port))
        return server.serverPort();
    return std::unexpected(http::Error{
        .layer = http::Layer::Tcp,
        .code = http::Code::ConnectFailed,
        .sentence =
            port == 0
                ? QStringLiteral("The playground found no free port on 127.0.0.1; see the details.")
                : QStringLiteral(
                      "The playground cannot listen on port %1 of 127.0.0.1; another program may "
                      "have it. Choose another port, or 0 for any that is free.")
                      .arg(port),
        .detail = server.errorString()});
}

void Server::accept(QTcpServer &server, std::shared_ptr<TlsServerContext> tls)
{
    while (m_open < connectionLimit && server.hasPendingConnections()) {
        auto *peer = new Peer(server.nextPendingConnection(), tls, ++m_accepted, this);
        ++m_open;
        connect(peer, &QObject::destroyed, this, &Server::resumeAccepting);
        m_sweep.start();
    }
    if (m_open >= connectionLimit) {
        m_plain.pauseAccepting();
        m_secure.pauseAccepting();
    }
}

void Server::resumeAccepting()
{
    --m_open;
    if (m_open == 0)
        m_sweep.stop(); // nobody connected: no wake-ups
    if (m_open + 1 < connectionLimit)
        return;
    m_plain.resumeAccepting();
    m_secure.resumeAccepting();
    accept(m_plain, nullptr);
    accept(m_secure, m_tls);
}

void Server::sweep()
{
    const auto peers = findChildren<Peer *>(Qt::FindDirectChildrenOnly);
    for (Peer *peer : peers)
        peer->endIfIdle();
}

} // namespace sonde::playground
