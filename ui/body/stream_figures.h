// What can be counted of a stream: how long the gaps between its events are, and how much arrives
// in which stretch of time. Pure values; GUI thread.
#pragma once

#include "ui/body/arrivals.h"

#include <array>

namespace sonde::ui
{

class GapHistogram
{
public:
    struct Bin {
        std::chrono::nanoseconds from{};
        std::chrono::nanoseconds to{}; // zero in the last one: it has no end
        qint64 count = 0;

        bool operator==(const Bin &) const = default;
    };

    void add(std::chrono::nanoseconds gap);
    // In steps of 1, 3, 10, from the first that is not empty to the last.
    [[nodiscard]] std::vector<Bin> bins() const;

private:
    static constexpr size_t steps = 14;
    std::array<qint64, steps + 1> m_counts{};
};

struct RateBin {
    std::chrono::nanoseconds from{}; // since the exchange began
    std::chrono::nanoseconds to{};
    qint64 octets = 0;

    bool operator==(const RateBin &) const = default;
};
// At most so many stretches of equal length, of a round one: 1, 2 or 5 of a power of ten.
[[nodiscard]] std::vector<RateBin> throughput(const Arrivals &arrivals, size_t most);

} // namespace sonde::ui
