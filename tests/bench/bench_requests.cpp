// Many small GETs through the whole engine, tracing on, as the terminal sends them.
// Usage: bench_requests URL COUNT CONCURRENT auto|1.1|2|h2c CA_FILE
#include "client/engine.h"
#include "net/epoll_dispatcher.h"
#include "net/ready_queue.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

using namespace sonde;

namespace
{

http::VersionPolicy policy(const QByteArray &name)
{
    if (name == "1.1")
        return http::VersionPolicy::Http11;
    if (name == "2")
        return http::VersionPolicy::Http2;
    return name == "h2c" ? http::VersionPolicy::H2c : http::VersionPolicy::Auto;
}

// Keeps `concurrent` calls under way until `count` are done, at next to no cost of its own.
class Load
{
public:
    Load(client::Engine &engine, http::Request request, client::Options options, int count,
         int concurrent)
        : m_engine(engine)
        , m_request(std::move(request))
        , m_options(std::make_shared<const client::Options>(std::move(options)))
        , m_left(count)
        , m_places(size_t(concurrent))
    {
    }

    void start()
    {
        for (size_t place = 0; place < m_places.size(); ++place)
            startOn(place);
    }
    int failures() const { return m_failures; }

private:
    struct Place {
        std::shared_ptr<client::Call> call;
        bool over = false;
    };

    void startOn(size_t place)
    {
        if (m_left == 0)
            return;
        --m_left;
        ++m_running;
        auto &[call, over] = m_places[place];
        over = false;
        call = m_engine.startWith(m_options, m_request);
        call->onChange([this, place] { changed(place); });
    }
    void changed(size_t place)
    {
        if (m_places[place].over || !m_places[place].call->isOver())
            return;
        m_places[place].over = true;
        m_finished.push_back(place);
        if (m_finished.size() == 1)
            net::callSoon([this] { collect(); });
    }
    void collect()
    {
        const auto finished = std::exchange(m_finished, {});
        for (const auto place : finished) {
            m_places[place].call->last().exchange->update(
                [this](const trace::ExchangeState &state) {
                    if (!state.response || state.response->status != 200)
                        ++m_failures;
                });
            --m_running;
            startOn(place);
        }
        if (m_running == 0 && m_left == 0)
            qApp->quit();
    }

    client::Engine &m_engine;
    http::Request m_request;
    std::shared_ptr<const client::Options> m_options;
    int m_left;
    int m_running = 0;
    int m_failures = 0;
    std::vector<Place> m_places;
    std::vector<size_t> m_finished;
};

} // namespace

int main(int argc, char **argv)
{
    net::EpollDispatcher::install(); // as the terminal does
    QCoreApplication application(argc, argv);
    if (argc != 6) {
        std::fprintf(stderr, "usage: bench_requests URL COUNT CONCURRENT auto|1.1|2|h2c CA_FILE\n");
        return 2;
    }
    const auto target = http::Target::parse(QString::fromLocal8Bit(argv[1]));
    if (!target) {
        std::fprintf(stderr, "%s\n", qPrintable(target.error().sentence));
        return 2;
    }
    http::Request request{.target = *target, .version = policy(argv[4])};
    client::Options options;
    options.tls.caFile = QString::fromLocal8Bit(argv[5]);
    client::Engine engine(client::Engine::Where::CallersThread);
    Load load(engine, request, options, std::atoi(argv[2]), std::atoi(argv[3]));
    QTimer::singleShot(0, &application, [&] { load.start(); });
    application.exec();
    if (load.failures() > 0)
        std::fprintf(stderr, "%d requests failed\n", load.failures());
    engine.shutdown();
    return load.failures() > 0 ? 1 : 0;
}
