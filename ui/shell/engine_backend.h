// The real back end: the engine on its own thread, and the playground that the sample collection
// talks to. Both start after the first paint. GUI thread.
#pragma once

#include "ui/shell/backend.h"
#include "ui/shell/places.h"

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
    [[nodiscard]] bool isReady() const override { return m_engine != nullptr; }
    [[nodiscard]] std::shared_ptr<client::Call> send(http::Request request,
                                                     client::Options options) override;
    [[nodiscard]] collection::Variables variables(const QString &path) const override;

private:
    Places m_places;
    std::unique_ptr<client::Engine> m_engine;
};

} // namespace sonde::ui
