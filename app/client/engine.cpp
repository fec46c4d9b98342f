#include "client/engine.h"

#include "client/live_call.h"
#include "client/mailbox.h"
#include "net/completion.h"
#include "net/epoll_dispatcher.h"

#include <QEventLoop>
#include <QThread>

#include <semaphore>

namespace sonde::client
{
namespace
{

class PoolConnections : public Connections
{
public:
    std::optional<net::Pool::Lease> takeNow(const net::RouteView &route, net::Reuse reuse,
                                            trace::Exchange &exchange) override
    {
        return pool.takeNow(route, reuse, exchange);
    }
    QCoro::Task<Acquired> acquire(net::Route route, net::Reuse reuse,
                                  std::shared_ptr<trace::Exchange> exchange,
                                  net::CancelToken token) override
    {
        return pool.acquire(std::move(route), reuse, std::move(exchange), std::move(token));
    }

    net::Pool pool;
};

// Says itself that its loop has ended: how QThread waits is invisible to the thread sanitizer.
class NetworkThread : public QThread
{
public:
    // A thread that never starts would not take its loop down.
    void begin()
    {
        setEventDispatcher(new net::EpollDispatcher);
        start();
    }
    void end()
    {
        wait();
        m_ended.acquire();
    }

protected:
    void run() override
    {
        exec();
        m_ended.release();
    }

private:
    std::binary_semaphore m_ended{0};
};

} // namespace

// Everything but `mailbox`, `live` and `closed` belongs to the network thread.
struct Engine::Impl {
    const Where where;
    const std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    std::atomic<int> live = 0;
    std::atomic<bool> closed = false;
    NetworkThread thread; // not started with CallersThread

    std::shared_ptr<PoolConnections> connections;
    std::vector<LiveCall *> calls;                   // each knows its place
    std::optional<net::Completion<bool>> nobodyLeft; // set once the engine is shutting down

    explicit Impl(Where place)
        : where(place)
    {
    }

    class Start;
    void begin(const std::shared_ptr<LiveCall> &call);
    void leave(const LiveCall &call);
    void refuse(const LiveCall &call);
    static QCoro::Task<> close(Impl *self, std::function<void()> closed);
};

// A start on its way to the network thread. One that never gets there, because the engine closes
// first, ends its call all the same.
class Engine::Impl::Start
{
public:
    Start(Impl *impl, std::shared_ptr<LiveCall> call)
        : m_impl(impl)
        , m_call(std::move(call))
    {
    }
    Start(const Start &) = delete;
    Start &operator=(const Start &) = delete;
    ~Start()
    {
        if (m_call)
            m_impl->refuse(*m_call);
    }
    void begin() { m_impl->begin(std::exchange(m_call, nullptr)); }

private:
    Impl *const m_impl;
    std::shared_ptr<LiveCall> m_call;
};

void Engine::Impl::begin(const std::shared_ptr<LiveCall> &call)
{
    if (nobodyLeft)
        return refuse(*call);
    call->connections = connections;
    call->place = calls.size();
    call->over = [this, leaving = call.get()] { leave(*leaving); };
    calls.push_back(call.get());
    // The one detached start: counted in `live`, and shutdown() waits for it.
    drive(call);
}

void Engine::Impl::leave(const LiveCall &call)
{
    calls.back()->place = call.place;
    calls[call.place] = calls.back();
    calls.pop_back();
    --live;
    if (nobodyLeft && calls.empty())
        nobodyLeft->complete(true);
}

void Engine::Impl::refuse(const LiveCall &call)
{
    --live;
    const Hop hop = call.call->last();
    hop.exchange->update([](trace::ExchangeState &state) {
        state.events.push_back({.at = trace::now(), .what = trace::What::Cancelled});
        state.end = trace::End::Cancelled;
        state.error = http::Error{.code = http::Code::Cancelled,
                                  .sentence = QStringLiteral("Not sent: Sonde is closing.")};
    });
    hop.body->finish();
    call.call->finish();
}

QCoro::Task<> Engine::Impl::close(Impl *self, std::function<void()> closed)
{
    const net::Completion<bool> nobodyLeft;
    self->nobodyLeft = nobodyLeft;
    // None leaves meanwhile: what is stopped here resumes from the event loop.
    for (LiveCall *call : self->calls)
        call->stop.stop(StopSignal::Reason::Cancelled);
    if (self->calls.empty())
        nobodyLeft.complete(true);
    co_await nobodyLeft;
    auto closing = self->connections->pool.shutdown();
    co_await closing;
    self->connections.reset();
    self->mailbox->close();
    closed();
}

Engine::Engine(Where where)
    : m_impl(std::make_unique<Impl>(where))
{
    if (where == Where::CallersThread) {
        m_impl->connections = std::make_shared<PoolConnections>();
        return;
    }
    m_impl->thread.setObjectName(QStringLiteral("network"));
    m_impl->mailbox->moveTo(&m_impl->thread);
    m_impl->thread.begin();
    m_impl->mailbox->post(
        [impl = m_impl.get()] { impl->connections = std::make_shared<PoolConnections>(); });
}

Engine::~Engine()
{
    shutdown();
}

std::shared_ptr<Call> Engine::start(http::Request request, Options options,
                                    std::shared_ptr<BodySink> sink)
{
    return startWith(std::make_shared<const Options>(std::move(options)), std::move(request),
                     std::move(sink));
}

std::shared_ptr<Call> Engine::startWith(std::shared_ptr<const Options> options,
                                        http::Request request, std::shared_ptr<BodySink> sink)
{
    auto call = std::make_shared<Call>();
    Hop hop{.exchange = std::make_shared<trace::Exchange>(std::move(request)),
            .body = std::make_shared<body::ByteStore>(options->spoolFolder)};
    if (options->keep != Keep::Body)
        hop.kept = std::make_shared<KeptContent>(options->spoolFolder, options->keep);
    auto live = std::make_shared<LiveCall>();
    live->call = call;
    live->options = std::move(options);
    live->sink = std::move(sink);
    call->m_hops.push_back(std::move(hop));
    call->m_mailbox = m_impl->mailbox;
    call->m_live = live;
    ++m_impl->live;
    if (m_impl->where == Where::CallersThread && m_impl->mailbox->isHere()) {
        m_impl->begin(live);
        return call;
    }
    const auto start = std::make_shared<Impl::Start>(m_impl.get(), std::move(live));
    m_impl->mailbox->post([start] { start->begin(); });
    return call;
}

// On the network thread, at once or soon.
void Engine::withPool(std::function<void(net::Pool &)> action) const
{
    const auto act = [impl = m_impl.get(), action = std::move(action)] {
        if (impl->connections)
            action(impl->connections->pool);
    };
    if (m_impl->mailbox->isHere())
        return act();
    m_impl->mailbox->post(act);
}

void Engine::disconnect(quint32 group)
{
    withPool([group](net::Pool &pool) { pool.closeGroup(group); });
}

void Engine::askStandings(std::function<void(Standings)> take) const
{
    withPool([take = std::move(take)](net::Pool &pool) { take(pool.standings()); });
}

void Engine::closeConnection(trace::ConnectionId connection)
{
    withPool([connection](net::Pool &pool) { pool.closeConnection(connection); });
}

void Engine::closeConnections()
{
    withPool([](net::Pool &pool) { pool.closeConnections(); });
}

void Engine::shutdown()
{
    if (m_impl->closed.exchange(true))
        return;
    if (m_impl->where == Where::OwnThread) {
        m_impl->mailbox->post(
            [impl = m_impl.get()] { Impl::close(impl, [impl] { impl->thread.quit(); }); });
        m_impl->thread.end();
        return;
    }
    bool closed = false;
    Impl::close(m_impl.get(), [&closed] { closed = true; });
    // Not exec(): an application that is quitting would end it at once.
    QEventLoop loop;
    while (!closed)
        loop.processEvents(QEventLoop::WaitForMoreEvents);
}

int Engine::liveCalls() const
{
    return m_impl->live;
}

std::vector<trace::ConnectionState> Engine::connections() const
{
    struct Answer {
        std::vector<std::shared_ptr<trace::Connection>> open;
        std::binary_semaphore given{0};
    };
    const auto answer = std::make_shared<Answer>();
    const auto look = [impl = m_impl.get(), answer] {
        if (impl->connections)
            answer->open = impl->connections->pool.connections();
    };
    if (m_impl->where == Where::CallersThread || m_impl->mailbox->isHere()) {
        look();
    } else {
        // Given when the letter goes, read or not: a closing engine answers with nothing.
        std::shared_ptr<void> giver(nullptr, [answer](void *) { answer->given.release(); });
        m_impl->mailbox->post([look, giver = std::move(giver)] { look(); });
        answer->given.acquire();
    }
    std::vector<trace::ConnectionState> states;
    for (const auto &connection : answer->open)
        states.push_back(connection->state());
    return states;
}

} // namespace sonde::client
