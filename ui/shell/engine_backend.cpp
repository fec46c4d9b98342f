#include "ui/shell/engine_backend.h"

#include "client/engine.h"
#include "collection/http_file.h"

namespace sonde::ui
{

EngineBackend::EngineBackend(Places places, QObject *parent)
    : Backend(parent)
    , m_places(std::move(places))
{
}

EngineBackend::~EngineBackend() = default;

void EngineBackend::start()
{
    m_engine = std::make_unique<client::Engine>(client::Engine::Where::OwnThread);
    Q_EMIT readied();
}

std::shared_ptr<client::Call> EngineBackend::send(http::Request request, client::Options options)
{
    return m_engine->start(std::move(request), std::move(options));
}

collection::Variables EngineBackend::variables(const QString &) const
{
    return {};
}

} // namespace sonde::ui
