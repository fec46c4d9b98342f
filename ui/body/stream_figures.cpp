#include "ui/body/stream_figures.h"

#include <algorithm>

namespace sonde::ui
{
namespace
{

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr std::array<nanoseconds, 14> edges{100us, 300us, 1ms, 3ms, 10ms, 30ms, 100ms,
                                            300ms, 1s,    3s,  10s, 30s,  100s, 300s};

// The shortest round time of which `most` cover `whole`.
nanoseconds roundStep(nanoseconds whole, size_t most)
{
    for (nanoseconds power = 1us;; power *= 10) {
        for (const int times : {1, 2, 5}) {
            const nanoseconds step = power * times;
            if (whole / step < qint64(most))
                return step;
        }
    }
}

} // namespace

void GapHistogram::add(nanoseconds gap)
{
    static_assert(edges.size() == steps);
    ++m_counts[size_t(std::ranges::upper_bound(edges, gap) - edges.begin())];
}

std::vector<GapHistogram::Bin> GapHistogram::bins() const
{
    std::vector<Bin> bins;
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (bins.empty() && m_counts[i] == 0)
            continue;
        bins.push_back({.from = i == 0 ? nanoseconds(0) : edges[i - 1],
                        .to = i < edges.size() ? edges[i] : nanoseconds(0),
                        .count = m_counts[i]});
    }
    while (!bins.empty() && bins.back().count == 0)
        bins.pop_back();
    return bins;
}

std::vector<RateBin> throughput(const Arrivals &arrivals, size_t most)
{
    const auto &chunks = arrivals.chunks();
    if (chunks.empty() || most == 0)
        return {};
    const nanoseconds begin = arrivals.time(chunks.front());
    const nanoseconds end = arrivals.time(chunks.back());
    const nanoseconds step = roundStep(std::max<nanoseconds>(end - begin, 0ns), most);
    std::vector<RateBin> bins(size_t((end - begin) / step) + 1);
    for (size_t i = 0; i < bins.size(); ++i) {
        bins[i].from = begin + step * i;
        bins[i].to = begin + step * (i + 1);
    }
    for (size_t i = 0; i < chunks.size(); ++i) {
        const auto [from, to] = arrivals.octetsOf(i);
        const auto place =
            size_t(std::max<nanoseconds>(arrivals.time(chunks[i]) - begin, 0ns) / step);
        bins[std::min(place, bins.size() - 1)].octets += to - from;
    }
    return bins;
}

} // namespace sonde::ui
