// Many small GETs through the whole engine, tracing on, as the window and the terminal send them.
// Usage: bench_requests URL COUNT CONCURRENT auto|1.1|2|h2c CA_FILE
#include "client/engine.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <set>

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

// Keeps `concurrent` calls under way until `count` are done.
class Load
{
public:
    Load(client::Engine &engine, http::Request request, client::Options options, int count)
        : m_engine(engine)
        , m_request(std::move(request))
        , m_options(std::move(options))
        , m_left(count)
    {
    }

    void startOne()
    {
        if (m_left == 0)
            return;
        --m_left;
        ++m_running;
        const auto call = m_engine.start(m_request, m_options);
        call->onChange([this, weak = std::weak_ptr(call)] {
            const auto live = weak.lock();
            if (!live || !live->isOver() || !m_over.insert(live.get()).second)
                return;
            m_finished.push_back(live);
            if (m_finished.size() == 1)
                QMetaObject::invokeMethod(qApp, [this] { collect(); }, Qt::QueuedConnection);
        });
    }

    int failures() const { return m_failures; }

private:
    void collect()
    {
        const auto finished = std::exchange(m_finished, {});
        for (const auto &call : finished) {
            const auto state = call->last().exchange->state();
            if (!state.response || state.response->status != 200)
                ++m_failures;
            m_over.erase(call.get());
            --m_running;
            startOne();
        }
        if (m_running == 0 && m_left == 0)
            qApp->quit();
    }

    client::Engine &m_engine;
    http::Request m_request;
    client::Options m_options;
    int m_left;
    int m_running = 0;
    int m_failures = 0;
    std::set<client::Call *> m_over;
    std::vector<std::shared_ptr<client::Call>> m_finished;
};

} // namespace

int main(int argc, char **argv)
{
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
    Load load(engine, request, options, std::atoi(argv[2]));
    QTimer::singleShot(0, &application, [&] {
        for (int i = 0; i < std::atoi(argv[3]); ++i)
            load.startOne();
    });
    application.exec();
    if (load.failures() > 0)
        std::fprintf(stderr, "%d requests failed\n", load.failures());
    engine.shutdown();
    return load.failures() > 0 ? 1 : 0;
}
