// What may be said of a paired difference: different, equivalent, inconclusive, or nothing at all.
// Pure; the one place where a verdict is made.
#pragma once

#include "lab/statistics.h"

namespace sonde::lab
{

// How large a difference must be to matter: the larger of a share of the baseline and a time.
struct Margin {
    double share = 0.03;
    double milliseconds = 2;

    [[nodiscard]] double of(double baseline) const
    {
        return std::max(share * baseline, milliseconds);
    }
    bool operator==(const Margin &) const = default;
};

constexpr int blocksForVerdict = 6; // where the range of a sample first covers the median at 95 %

enum class Outcome : quint8 {
    NoVerdict,    // too few blocks
    Different,    // the interval leaves out zero, and the median stands outside the A/A noise
    Equivalent,   // the whole interval lies inside the margin
    Inconclusive, // neither can be said
};

// Paired block differences, other arm less baseline, in milliseconds.
struct Paired {
    double median = 0;
    Interval interval;
    int blocks = 0;
};
[[nodiscard]] Paired paired(const Samples &differences, Random random);

// `noise` is the same measure of the baseline against itself; without one nothing is different.
[[nodiscard]] Outcome judge(const Paired &difference, const std::optional<Paired> &noise,
                            double margin);

[[nodiscard]] QByteArrayView name(Outcome outcome);

} // namespace sonde::lab
