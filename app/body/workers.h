// The threads that index, search and format for the views, and the mark by which a view calls its
// work off.
#pragma once

#include <QThreadPool>

#include <atomic>
#include <memory>

namespace sonde::body
{

// Apart from Qt's global pool, so that a long search never keeps a look-up waiting.
[[nodiscard]] QThreadPool &workers();

// Shared by a view and its worker; the worker looks at it at least once a MiB.
using StopMark = std::shared_ptr<std::atomic<bool>>;
[[nodiscard]] StopMark makeStopMark();

} // namespace sonde::body
