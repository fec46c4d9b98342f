#include "net/pool.h"

#include "net/errors.h"
#include "net/pool_core.h"

namespace sonde::net
{

struct Pool::Impl {
    std::shared_ptr<PoolCore> core;
};

Pool::Pool()
    : Pool(Limits{})
{
}

Pool::Pool(Limits limits)
    : m_impl(new Impl{std::make_shared<PoolCore>(limits)})
{
}

Pool::~Pool() = default;

std::optional<Pool::Lease> Pool::takeNow(const RouteView &route, Reuse reuse,
                                         trace::Exchange &exchange)
{
    return m_impl->core->takeNow(route, reuse, exchange);
}

QCoro::Task<http::Result<Pool::Lease>> Pool::acquire(Route route, Reuse reuse,
                                                     std::shared_ptr<trace::Exchange> exchange,
                                                     CancelToken token)
{
    const auto core = m_impl->core;
    if (auto ready = core->takeNow(route.view(), reuse, *exchange))
        co_return std::move(*ready);
    auto pin = checkPin(route);
    if (!pin)
        co_return std::unexpected(std::move(pin.error()));
    // A connection may die between the moment it is promised and the moment this goes on; more than
    // a few times in a row is the server's answer.
    for (int attempt = 1;; ++attempt) {
        if (core->isClosing() || token.isCancelled())
            co_return std::unexpected(cancelledError(http::Phase::Queue));
        exchange->record(trace::What::ConnectionAwaited);
        auto waiter = core->queue(route, reuse, exchange);
        const auto stop = token.onCancel([core, waiter] { core->withdraw(waiter.ticket); });
        auto lease = co_await waiter.completion;
        if (!lease || attempt == 3 || core->isUsable(*lease)) {
            if (lease)
                core->assign(*lease, *exchange);
            co_return std::move(lease);
        }
    }
}

void Pool::closeGroup(quint32 group)
{
    m_impl->core->closeGroup(group);
}

QCoro::Task<> Pool::shutdown()
{
    const auto core = m_impl->core;
    const auto gone = core->close();
    const bool done = co_await gone;
    Q_UNUSED(done)
}

std::vector<std::shared_ptr<trace::Connection>> Pool::connections() const
{
    return m_impl->core->connections();
}

std::vector<Pool::Standing> Pool::standings() const
{
    return m_impl->core->standings();
}

void Pool::closeConnection(trace::ConnectionId connection)
{
    m_impl->core->closeConnection(connection);
}

void Pool::closeConnections()
{
    m_impl->core->closeConnection(std::nullopt);
}

} // namespace sonde::net
