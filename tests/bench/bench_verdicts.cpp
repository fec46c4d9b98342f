// How often whole measurements on real sockets say the truth: a server of 60 ms compared with
// itself, and one that takes 5 % longer over HTTP/1.1 than over HTTP/1.0. Prints counts; several
// runs go on at a time, since all of them mostly wait.
// Usage: bench_verdicts RUNS_OF_THE_SAME RUNS_OF_THE_PLANTED [AT_A_TIME]
#include "lab/result.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <cstdio>

using namespace sonde;
using namespace sonde::lab;

namespace
{

constexpr int baseMilliseconds = 60;
constexpr int plantedMilliseconds = 63; // 5 % more; the margin is 2 ms

// Answers each request once its time has come, and closes.
class SlowServer : public QTcpServer
{
public:
    SlowServer(int first, int second)
        : m_first(first)
        , m_second(second)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *peer = nextPendingConnection())
                connect(peer, &QTcpSocket::readyRead, peer, [this, peer] { look(peer); });
        });
    }

private:
    void look(QTcpSocket *peer)
    {
        const QByteArray head = peer->peek(4096);
        if (!head.contains("\r\n\r\n"))
            return;
        peer->readAll();
        const int wait = head.contains("HTTP/1.0\r\n") ? m_first : m_second;
        QTimer::singleShot(wait, Qt::PreciseTimer, peer, [peer] {
            peer->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
            peer->disconnectFromHost();
        });
    }

    const int m_first;
    const int m_second;
};

struct Count {
    int runs = 0;
    int different = 0;
    int slower = 0; // of these, HTTP/1.1 the slower one
    int equivalent = 0;
    int inconclusive = 0;
};

Outcome outcomeOf(const Experiment &run, Count &count)
{
    const Result result = evaluate(run.setup(), run.state());
    const Comparison &comparison = result.comparisons.front();
    ++count.runs;
    count.different += comparison.outcome == Outcome::Different ? 1 : 0;
    count.slower +=
        comparison.outcome == Outcome::Different && comparison.difference.median > 0 ? 1 : 0;
    count.equivalent += comparison.outcome == Outcome::Equivalent ? 1 : 0;
    count.inconclusive += comparison.outcome == Outcome::Inconclusive ? 1 : 0;
    return comparison.outcome;
}

Experiment::Setup setupFor(quint16 port, int blocks, quint64 seed)
{
    Experiment::Setup setup;
    setup.plan.arms = {{.version = http::VersionPolicy::Http10, .start = Start::Cold},
                       {.version = http::VersionPolicy::Http11, .start = Start::Cold}};
    setup.plan.blocks = blocks;
    setup.plan.seed = seed;
    http::Request request;
    request.target = *http::Target::parse(QStringLiteral("http://127.0.0.1:%1/").arg(port));
    setup.requests = {request};
    return setup;
}

void measure(const char *name, quint16 port, int blocks, int runs, int atATime)
{
    Count count;
    std::vector<std::unique_ptr<Experiment>> running;
    int started = 0;
    while (started < runs || !running.empty()) {
        while (started < runs && int(running.size()) < atATime) {
            running.push_back(
                std::make_unique<Experiment>(setupFor(port, blocks, quint64(++started))));
            running.back()->start();
        }
        QThread::msleep(20);
        std::erase_if(running, [&](const auto &run) {
            if (run->state().stage != Experiment::Stage::Over)
                return false;
            if (const auto error = run->state().error)
                std::fprintf(stderr, "%s\n", qPrintable(error->sentence));
            outcomeOf(*run, count);
            return true;
        });
    }
    std::printf("%s: %d runs of %d blocks: %d different (%d of them HTTP/1.1 slower), %d "
                "equivalent, %d inconclusive\n",
                name, count.runs, blocks, count.different, count.slower, count.equivalent,
                count.inconclusive);
    std::fflush(stdout);
}

// On a thread of its own until the program ends.
quint16 serve(QThread &thread, int first, int second)
{
    quint16 port = 0;
    auto *server = new SlowServer(first, second);
    server->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, server, &QObject::deleteLater);
    thread.start(QThread::TimeCriticalPriority);
    QMetaObject::invokeMethod(
        server, [&] { port = server->listen(QHostAddress::LocalHost) ? server->serverPort() : 0; },
        Qt::BlockingQueuedConnection);
    return port;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int same = argc > 1 ? QByteArray(argv[1]).toInt() : 200;
    const int planted = argc > 2 ? QByteArray(argv[2]).toInt() : 100;
    const int atATime = argc > 3 ? std::max(1, QByteArray(argv[3]).toInt()) : 6;
    QThread sameThread;
    QThread plantedThread;
    const quint16 samePort = serve(sameThread, baseMilliseconds, baseMilliseconds);
    const quint16 plantedPort = serve(plantedThread, baseMilliseconds, plantedMilliseconds);
    if (samePort == 0 || plantedPort == 0)
        return 1;
    measure("the same twice", samePort, 15, same, atATime);
    measure("5 % planted", plantedPort, 30, planted, atATime);
    for (QThread *thread : {&sameThread, &plantedThread}) {
        thread->quit();
        thread->wait();
    }
    return 0;
}
