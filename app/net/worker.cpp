#include "net/worker.h"

#include <QThreadPool>

namespace sonde::net
{
namespace
{

// One may hang for the system resolver's whole patience, often 10 to 30 s.
constexpr int maxWorkers = 16;

QThreadPool &workers()
{
    // Never destroyed: its destructor would wait for a look-up that hangs, and so would the exit of
    // the program. A worker that outlives everything finds no receiver and touches nothing else.
    static auto *pool = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(maxWorkers);
        return made;
    }();
    return *pool;
}

} // namespace

void startOnWorker(std::function<void()> work)
{
    workers().start(std::move(work));
}

} // namespace sonde::net
