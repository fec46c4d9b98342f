#include "trace/clock.h"

namespace sonde::trace
{

Stamp now()
{
    return {std::chrono::steady_clock::now().time_since_epoch().count()};
}

qint64 wallNanoseconds(Stamp stamp)
{
    static const qint64 offset = [] {
        const auto wall = std::chrono::system_clock::now().time_since_epoch();
        return std::chrono::duration_cast<std::chrono::nanoseconds>(wall).count() - now().ns;
    }();
    return stamp.ns + offset;
}

} // namespace sonde::trace
