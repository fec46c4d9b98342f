#include "lab/statistics.h"

#include <algorithm>
#include <cmath>

namespace sonde::lab
{
namespace
{

// Reorders `values`.
double medianOf(std::span<double> values)
{
    if (values.empty())
        return 0;
    const size_t half = values.size() / 2;
    std::ranges::nth_element(values, values.begin() + qptrdiff(half));
    const double upper = values[half];
    if (values.size() % 2 == 1)
        return upper;
    return (*std::max_element(values.begin(), values.begin() + qptrdiff(half)) + upper) / 2;
}

// Student's t at 97.5 % (Abramowitz and Stegun 26.7.5); off by less than 0.01 from 4 degrees on.
double studentQuantile(double degrees)
{
    constexpr double x = 1.959963984540054;
    const double x2 = x * x;
    const double g1 = x * (x2 + 1) / 4;
    const double g2 = x * ((5 * x2 + 16) * x2 + 3) / 96;
    const double g3 = x * (((3 * x2 + 19) * x2 + 17) * x2 - 15) / 384;
    const double g4 = x * ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) / 92160;
    return x + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

} // namespace

double median(Samples values)
{
    return medianOf(values);
}

double quantile(Samples values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const double place = std::clamp(share, 0.0, 1.0) * double(values.size() - 1);
    const auto below = size_t(std::floor(place));
    const size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - double(below)) * (values[above] - values[below]);
}

double intervalTail(size_t blocks)
{
    if (blocks < 2)
        return 0.025;
    const double n = double(blocks);
    return std::erfc(studentQuantile(n - 1) * std::sqrt(n / (n - 1)) / std::sqrt(2.0)) / 2;
}

Interval medianInterval(const Samples &blocks, Random random, int resamples)
{
    if (blocks.size() < 2 || resamples < 1) {
        const double only = median(blocks);
        return {only, only};
    }
    Samples medians;
    medians.reserve(size_t(resamples));
    Samples drawn(blocks.size());
    for (int i = 0; i < resamples; ++i) {
        for (double &value : drawn)
            value = blocks[random.below(blocks.size())];
        medians.push_back(medianOf(drawn));
    }
    const double tail = intervalTail(blocks.size());
    return {.low = quantile(medians, tail), .high = quantile(medians, 1 - tail)};
}

double cliffsDelta(const Samples &a, const Samples &b)
{
    if (a.empty() || b.empty())
        return 0;
    Samples sorted = a;
    std::ranges::sort(sorted);
    double balance = 0;
    for (const double value : b) {
        const auto below = std::ranges::lower_bound(sorted, value) - sorted.begin();
        const auto above = sorted.end() - std::ranges::upper_bound(sorted, value);
        balance += double(below - above);
    }
    return balance / (double(a.size()) * double(b.size()));
}

std::vector<EcdfPoint> ecdf(Samples values)
{
    std::ranges::sort(values);
    std::vector<EcdfPoint> points;
    for (size_t i = 0; i < values.size(); ++i) {
        const double share = double(i + 1) / double(values.size());
        if (!points.empty() && points.back().value == values[i])
            points.back().share = share;
        else
            points.push_back({values[i], share});
    }
    return points;
}

} // namespace sonde::lab
