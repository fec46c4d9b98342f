// The timings of an HTTP archive: durations that do not overlap, cut from phases that may. Pure.
#pragma once

#include "trace/phases.h"

#include <QJsonObject>

namespace sonde::interop
{

// Milliseconds; -1: there was none. `ssl` is a part of `connect`, as the format has it.
struct HarTimings {
    double blocked = -1;
    double dns = -1;
    double connect = -1;
    double ssl = -1;
    double send = 0;
    double wait = 0;
    double receive = 0;

    // The sum of what is not negative, without `ssl`.
    [[nodiscard]] double total() const;
    [[nodiscard]] QJsonObject toJson() const;
};

[[nodiscard]] HarTimings harTimings(const trace::ExchangeState &exchange);

} // namespace sonde::interop
