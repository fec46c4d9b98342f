// The statistics of a comparison: pure functions over plain numbers, no clock, no state. Each has
// published or SciPy reference values in its test. Any thread.
#pragma once

#include "lab/random.h"

#include <QByteArrayView>

#include <algorithm>
#include <optional>
#include <vector>

namespace sonde::lab
{

using Samples = std::vector<double>;

// The middle value, or the mean of the two in the middle; 0 of nothing.
[[nodiscard]] double median(Samples values);
// Linear between order statistics (Hyndman and Fan's type 7, the default of R and NumPy);
// 0 ≤ `share` ≤ 1; 0 of nothing.
[[nodiscard]] double quantile(Samples values, double share);

struct Interval {
    double low = 0;
    double high = 0;

    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
    [[nodiscard]] bool isInside(double from, double to) const { return from <= low && high <= to; }
    bool operator==(const Interval &) const = default;
};

constexpr int bootstrapResamples = 10'000;

// The share of resamples left out on each side of a 95 % interval over `blocks` values. More than
// 2.5 % on few blocks would be too narrow, so it is Hesterberg's expanded percentile interval
// ("What teachers should know about the bootstrap", 2015): Φ(-t √(n/(n-1))), t of n-1 degrees.
[[nodiscard]] double intervalTail(size_t blocks);

// The 95 % interval of the median by resampling whole blocks with replacement: one value a block,
// so that what happens within a block stays together. Of fewer than two values, the value itself.
[[nodiscard]] Interval medianInterval(const Samples &blocks, Random random,
                                      int resamples = bootstrapResamples);

// Cliff's delta: the share of pairs in which b is greater less the share in which it is smaller;
// -1 … 1. 0 if either is empty.
[[nodiscard]] double cliffsDelta(const Samples &a, const Samples &b);

// The empirical cumulative distribution: at each value the share of samples that are not greater.
struct EcdfPoint {
    double value = 0;
    double share = 0;
    bool operator==(const EcdfPoint &) const = default;
};
[[nodiscard]] std::vector<EcdfPoint> ecdf(Samples values);

} // namespace sonde::lab
