// Runs a function on a worker and hands its value back on the GUI thread, unless the asker is gone.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace sonde::ui
{

template <typename Work, typename Then>
void runOnWorker(QThreadPool &workers, QObject *asker, Work work, Then then)
{
    workers.start([asker = QPointer<QObject>(asker), work = std::move(work),
                   then = std::move(then)]() mutable {
        auto value = work();
        // The pointer may be looked at on the GUI thread alone, so the answer goes there first.
        QMetaObject::invokeMethod(
            qApp,
            [asker = std::move(asker), value = std::move(value), then = std::move(then)]() mutable {
                if (asker)
                    then(std::move(value));
            },
            Qt::QueuedConnection);
    });
}

template <typename Work, typename Then>
void runOnWorker(QObject *asker, Work work, Then then)
{
    runOnWorker(*QThreadPool::globalInstance(), asker, std::move(work), std::move(then));
}

} // namespace sonde::ui
