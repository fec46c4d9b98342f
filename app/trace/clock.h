// One monotonic clock for every stamp of the process, and the one wall-clock anchor that turns
// stamps into dates. Stamps are taken on the thread that did the I/O, never later.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <compare>

namespace sonde::trace
{

// Nanoseconds of CLOCK_MONOTONIC. Only differences mean anything.
struct Stamp {
    qint64 ns = 0;

    auto operator<=>(const Stamp &) const = default;
    friend std::chrono::nanoseconds operator-(Stamp a, Stamp b)
    {
        return std::chrono::nanoseconds(a.ns - b.ns);
    }
    friend Stamp operator+(Stamp a, std::chrono::nanoseconds d) { return {a.ns + d.count()}; }
};

[[nodiscard]] Stamp now();

// Nanoseconds since 1970-01-01 UTC of a stamp, through an anchor taken once per process, so that a
// clock that is set while a trace is recorded cannot bend it.
[[nodiscard]] qint64 wallNanoseconds(Stamp stamp);

} // namespace sonde::trace
