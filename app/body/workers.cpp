#include "body/workers.h"

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

} // namespace sonde::body
