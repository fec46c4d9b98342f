#include "ui/shell/engine_backend.h"

#include "client/engine.h"
#include "playground/playground.h"

#include <QCoreApplication>
#include <QPointer>

namespace sonde::ui
{

EngineBackend::EngineBackend(Places places, QObject *parent)
    : Backend(parent)
    , m_places(std::move(places))
{
}

EngineBackend::~EngineBackend()
{
    m_engine.reset();
    if (m_starting.joinable())
        m_starting.join();
}

void EngineBackend::start()
{
    m_engine = std::make_unique<client::Engine>(client::Engine::Where::OwnThread);
    m_playground = std::make_unique<playground::Playground>();
    m_starting = std::thread([this] {
        Listening listening;
        if (const auto started = m_playground->start(); !started) {
            listening.problem = started.error().sentence;
        } else {
            listening.http = QString::fromLatin1(m_playground->httpUrl());
            listening.https = QString::fromLatin1(m_playground->httpsUrl());
            listening.origin = m_playground->httpsOrigin();
            listening.certificate = m_playground->certificateDer();
        }
        QMetaObject::invokeMethod(this, [this, listening] { takePlayground(listening); });
    });
}

void EngineBackend::takePlayground(Listening listening)
{
    m_listening = std::move(listening);
    m_settled = true;
    if (m_listening.problem.isEmpty())
        Q_EMIT noticeChanged(tr("Playground at %1").arg(m_listening.http));
    else
        Q_EMIT troubleFound(m_listening.problem);
    Q_EMIT readied();
}

std::shared_ptr<client::Call> EngineBackend::send(http::Request request, client::Options options)
{
    options = completed(request.target.origin, std::move(options));
    options.keep = client::Keep::WireContent; // so that it can be exported as it was
    return m_engine->start(std::move(request), std::move(options));
}

client::Options EngineBackend::completed(const http::Origin &origin, client::Options options) const
{
    apply(network(), options);
    // The playground's own certificate is trusted for its origin, and nowhere else.
    if (!m_listening.certificate.isEmpty() && origin == m_listening.origin)
        options.tls.pinnedDer = m_listening.certificate;
    if (options.keep == client::Keep::Body) // a body is looked at coded, too
        options.keep = client::Keep::Received;
    return options;
}

void EngineBackend::askConnections(QObject *asker,
                                   std::function<void(std::vector<PooledConnection>)> take)
{
    if (!m_engine)
        return take({});
    m_engine->askStandings([asker = QPointer<QObject>(asker),
                            take = std::move(take)](const client::Engine::Standings &standings) {
        std::vector<PooledConnection> pooled;
        pooled.reserve(standings.size());
        for (const auto &standing : standings)
            pooled.push_back({.source = standing.connection,
                              .is = standing.connection->state(),
                              .state = standing.state,
                              .streams = standing.streams,
                              .idleSince = standing.idleSince});
        // The pointer may be looked at on the GUI thread alone.
        QMetaObject::invokeMethod(
            qApp,
            [asker, take, pooled = std::move(pooled)]() mutable {
                if (asker)
                    take(std::move(pooled));
            },
            Qt::QueuedConnection);
    });
}

void EngineBackend::closeConnection(trace::ConnectionId connection)
{
    if (m_engine)
        m_engine->closeConnection(connection);
}

void EngineBackend::closeConnections()
{
    if (m_engine)
        m_engine->closeConnections();
}

collection::Variables EngineBackend::variables(const QString &path) const
{
    collection::Variables known;
    const bool ours = path.isEmpty() || path.startsWith(m_places.sampleFolder + u'/');
    if (ours && !m_listening.http.isEmpty()) {
        known.insert(QStringLiteral("http"), m_listening.http);
        known.insert(QStringLiteral("https"), m_listening.https);
    }
    return known;
}

} // namespace sonde::ui
