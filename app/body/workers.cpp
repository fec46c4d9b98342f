#include "body/workers.h"

#include <QCoreApplication>
#include <QPointer>

namespace sonde::body
{

QThreadPool &workers()
{
    static QThreadPool pool;
    static const bool prepared = [] {
        // Enough that index, search and formatter of one body never wait for each other.
        pool.setMaxThreadCount(4);
        pool.setThreadPriority(QThread::LowPriority);
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
    const auto onItsWay = std::make_shared<std::atomic<bool>>(false);
    const auto announce = [tell, onItsWay, progressed = std::move(progressed)] {
        if (onItsWay->exchange(true))
            return;
        tell([onItsWay, progressed] {
            *onItsWay = false;
            progressed();
        });
    };
    workers().start(
        [work = std::move(work), announce, tell, finished = std::move(finished)]() mutable {
            work(announce);
            tell(std::move(finished));
        });
}

} // namespace sonde::body
