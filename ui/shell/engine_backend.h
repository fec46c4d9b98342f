// The real back end: the engine on its own thread, and the playground that the sample collection
// talks to. Both start after the first paint. GUI thread.
#pragma once

#include "http/target.h"
#include "ui/shell/backend.h"
#include "ui/shell/places.h"

#include <thread>

namespace sonde::client
{
class Engine;
}
namespace sonde::playground
{
class Playground;
}

namespace sonde::ui
{

class EngineBackend : public Backend
{
    Q_OBJECT
public:
    explicit EngineBackend(Places places, QObject *parent = nullptr);
    ~EngineBackend() override; // cancels what runs and waits for the engine

    void start() override;
    [[nodiscard]] bool isReady() const override { return m_settled; }
    [[nodiscard]] std::shared_ptr<client::Call> send(http::Request request,
                                                     client::Options options) override;
    [[nodiscard]] client::Options completed(const http::Origin &origin,
                                            client::Options options) const override;
    void askConnections(QObject *asker,
                        std::function<void(std::vector<PooledConnection>)> take) override;
    void closeConnection(trace::ConnectionId connection) override;
    void closeConnections() override;
    [[nodiscard]] collection::Variables variables(const QString &path) const override;
    [[nodiscard]] client::Engine *engine() const override { return m_engine.get(); }

private:
    // What the playground says once it listens, or why it does not.
    struct Listening {
        QString http;
        QString https;
        http::Origin origin;
        QByteArray certificate;
        QString problem;
    };
    void takePlayground(Listening listening);

    Places m_places;
    std::unique_ptr<client::Engine> m_engine;
    std::unique_ptr<playground::Playground> m_playground;
    // Starts the playground, which may make a certificate, and ends: not the GUI's work.
    std::thread m_starting;
    Listening m_listening;
    bool m_settled = false;
};

} // namespace sonde::ui
