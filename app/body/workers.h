// The threads that index, search and format for the views, and the mark by which a view calls its
// work off.
#pragma once

#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

class QObject;

namespace sonde::body
{

// Apart from Qt's global pool, so that a long search never keeps a look-up waiting.
[[nodiscard]] QThreadPool &workers();

// Shared by a view and its worker; the worker looks at it at least once a MiB.
using StopMark = std::shared_ptr<std::atomic<bool>>;
[[nodiscard]] StopMark makeStopMark();

// Runs `work` on a worker for `owner`, an object of the main thread. Work may call what it is given
// as often as it likes: `progressed` runs on the main thread, at once and then once a frame at
// most. `finished` runs there when the work is over. Neither runs once the owner is gone.
using Announce = std::function<void()>;
void startWork(QObject *owner, std::function<void(const Announce &)> work,
               std::function<void()> progressed, std::function<void()> finished);

} // namespace sonde::body
