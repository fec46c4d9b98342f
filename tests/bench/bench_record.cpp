// What a recorded exchange costs in memory: heap while its call is held, and what its connection
// keeps of it in the log afterwards. Usage: bench_record URL COUNT CONCURRENT 1.1|2|h2c CA_FILE
#include "client/engine.h"
#include "net/ready_queue.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <malloc.h>

using namespace sonde;

namespace
{

qint64 heap()
{
    const auto info = ::mallinfo2();
    return qint64(info.uordblks) + qint64(info.hblkhd);
}

class Record
{
public:
    Record(client::Engine &engine, http::Request request, client::Options options)
        : m_engine(engine)
        , m_request(std::move(request))
        , m_options(std::move(options))
    {
    }

    // Runs the event loop until that many more are over; all of them stay.
    void run(size_t count, int concurrent)
    {
        m_wanted = m_calls.size() + count;
        m_calls.reserve(m_wanted);
        QTimer::singleShot(0, qApp, [this, concurrent] {
            for (int i = 0; i < concurrent; ++i)
                next();
        });
        QCoreApplication::exec();
    }
    void forget()
    {
        m_calls.clear();
        m_calls.shrink_to_fit();
    }
    std::shared_ptr<const trace::Connection> connection() const
    {
        return m_calls.back()->last().exchange->state().connection;
    }

private:
    void next()
    {
        if (m_calls.size() >= m_wanted) {
            if (m_running == 0)
                qApp->quit();
            return;
        }
        ++m_running;
        auto call = m_engine.start(m_request, m_options);
        auto *raw = call.get();
        m_calls.push_back(std::move(call));
        raw->onChange([this, raw] {
            if (!raw->isOver())
                return;
            net::callSoon([this, raw] {
                raw->onChange({});
                --m_running;
                next();
            });
        });
    }

    client::Engine &m_engine;
    http::Request m_request;
    client::Options m_options;
    std::vector<std::shared_ptr<client::Call>> m_calls;
    size_t m_wanted = 0;
    int m_running = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 6) {
        std::fprintf(stderr, "usage: bench_record URL COUNT CONCURRENT 1.1|2|h2c CA_FILE\n");
        return 2;
    }
    const auto target = http::Target::parse(QString::fromLocal8Bit(argv[1]));
    if (!target) {
        std::fprintf(stderr, "%s\n", qPrintable(target.error().sentence));
        return 2;
    }
    const QByteArray version = argv[4];
    http::Request request{.target = *target,
                          .version = version == "1.1"   ? http::VersionPolicy::Http11
                                     : version == "h2c" ? http::VersionPolicy::H2c
                                                        : http::VersionPolicy::Http2};
    client::Options options;
    options.tls.caFile = QString::fromLocal8Bit(argv[5]);
    const auto count = size_t(std::max(1, std::atoi(argv[2])));
    const int concurrent = std::max(1, std::atoi(argv[3]));
    client::Engine engine(client::Engine::Where::CallersThread);
    Record record(engine, request, options);
    record.run(200, concurrent); // connection, tickets and tables are there
    record.forget();
    const qint64 before = heap();
    record.run(count, concurrent);
    const auto connection = record.connection();
    const qint64 held = heap();
    record.forget();
    const qint64 left = heap();
    const auto each = [&](qint64 octets) { return double(octets) / double(count); };
    std::printf("%.0f octets of heap an exchange: %.0f with its call, %.0f in the log; "
                "%zu samples of TCP in all\n",
                each(held - before), each(held - left), each(left - before),
                connection->state().tcp.size());
    engine.shutdown();
    return 0;
}
