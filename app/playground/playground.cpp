#include "playground/playground.h"

#include "playground/server.h"

#include <QThread>

#include <openssl/crypto.h>

namespace sonde::playground
{

struct Playground::Impl {
    Setup setup;
    std::unique_ptr<QThread> thread;
    Server *server = nullptr; // lives and dies on the thread
    Server::Ports ports;
    QByteArray der;
    QByteArray pem;
};

Playground::Playground(Setup setup)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->setup = std::move(setup);
}

Playground::~Playground()
{
    stop();
}

http::Result<void> Playground::start()
{
    if (isRunning())
        return {};
    const Setup &setup = m_impl->setup;
    auto identity = obtainIdentity(setup.folder.isEmpty() ? identityFolder() : setup.folder);
    if (!identity)
        return std::unexpected(identity.error());
    auto tls = TlsServerContext::create(*identity);
    if (!tls)
        return std::unexpected(tls.error());
    m_impl->der = identity->der;
    m_impl->pem = identity->pem;
    m_impl->thread = std::make_unique<QThread>();
    m_impl->thread->setObjectName(QStringLiteral("playground"));
    m_impl->server = new Server(std::move(*tls));
    m_impl->server->moveToThread(m_impl->thread.get());
    QObject::connect(m_impl->thread.get(), &QThread::finished, m_impl->server,
                     &QObject::deleteLater);
    // What OpenSSL keeps for a thread goes while it still runs: the process may end before the
    // rest.
    QObject::connect(m_impl->thread.get(), &QThread::finished, [] { OPENSSL_thread_stop(); });
    m_impl->thread->start();
    http::Result<Server::Ports> ports;
    Server *server = m_impl->server;
    QMetaObject::invokeMethod(
        server, [&] { ports = server->listen({.http = setup.httpPort, .https = setup.httpsPort}); },
        Qt::BlockingQueuedConnection);
    if (!ports) {
        stop();
        return std::unexpected(ports.error());
    }
    m_impl->ports = *ports;
    return {};
}

void Playground::stop()
{
    if (!isRunning())
        return;
    // deleteLater on finished runs before the thread ends, so server and sockets die where they
    // lived.
    m_impl->thread->quit();
    m_impl->thread->wait();
    m_impl->thread.reset();
    m_impl->server = nullptr;
    m_impl->ports = {};
}

bool Playground::isRunning() const
{
    return m_impl->thread != nullptr;
}

QByteArray Playground::httpUrl() const
{
    return isRunning() ? "http://127.0.0.1:" + QByteArray::number(m_impl->ports.http)
                       : QByteArray();
}

QByteArray Playground::httpsUrl() const
{
    return isRunning() ? "https://127.0.0.1:" + QByteArray::number(m_impl->ports.https)
                       : QByteArray();
}

http::Origin Playground::httpsOrigin() const
{
    return {.scheme = "https", .host = "127.0.0.1", .port = m_impl->ports.https};
}

QByteArray Playground::certificateDer() const
{
    return m_impl->der;
}

QByteArray Playground::certificatePem() const
{
    return m_impl->pem;
}

} // namespace sonde::playground
