#include "body/workers.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <sys/resource.h>
#include <unistd.h>

namespace sonde::body
{
namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto frame = 16ms; // between two pieces of news; nobody sees more of them
constexpr int niceness = 5;
constexpr int longestWait = 2000; // milliseconds, at the end of the process

// What a person waits for is painted by the main thread: it goes first where processors are few. Of
// QThread's priorities Linux knows none for ordinary threads.
void giveWay()
{
    thread_local const bool done = ::setpriority(PRIO_PROCESS, id_t(::gettid()), niceness) == 0;
    Q_UNUSED(done);
}

// News of one piece of work: at most one on its way.
struct News {
    std::function<void()> progressed;
    std::atomic<bool> onItsWay = false;
    Clock::time_point told; // main thread only

    void tell()
    {
        onItsWay = false; // first: what is found from here on is news again
        told = Clock::now();
        progressed();
    }
};

} // namespace

QThreadPool &workers()
{
    static QThreadPool pool;
    static const bool prepared = [] {
        // Enough that index, search and formatter of one body never wait for each other.
        pool.setMaxThreadCount(4);
        // Work uses what Qt takes down with the process, and posts to the application. A picture
        // that keeps its reader busy for good is not waited for.
        qAddPostRoutine([] { workers().waitForDone(longestWait); });
        return true;
    }();
    Q_UNUSED(prepared);
    return pool;
}

StopMark makeStopMark()
{
    return std::make_shared<std::atomic<bool>>(false);
}

void startWork(QObject *owner, std::function<void(const Announce &)> work,
               std::function<void()> progressed, std::function<void()> finished)
{
    // Posted to the application, which outlives the worker; the guarded pointer is only looked at
    // on the main thread.
    const auto tell = [alive = QPointer(owner)](std::function<void()> what) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [alive, what = std::move(what)] {
                if (alive)
                    what();
            },
            Qt::QueuedConnection);
    };
    const auto news = std::make_shared<News>();
    news->progressed = std::move(progressed);
    const auto announce = [tell, news, owner] {
        if (news->onItsWay.exchange(true))
            return;
        // `owner` is only looked at where it is known to live.
        tell([news, owner] {
            const auto early = news->told + frame - Clock::now();
            if (early <= 0ms)
                news->tell();
            else
                QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(early), owner,
                                   [news] { news->tell(); });
        });
    };
    workers().start(
        [work = std::move(work), announce, tell, finished = std::move(finished)]() mutable {
            giveWay();
            work(announce);
            tell(std::move(finished));
        });
}

} // namespace sonde::body
