#include "ui/compare/line_diff.h"

#include <algorithm>

namespace sonde::ui
{
namespace
{

constexpr qint64 cellLimit = 4'000'000; // 16 MB and some milliseconds

// Between the ends that are alike.
struct Middle {
    int from = 0; // in both
    int first = 0;
    int second = 0; // lengths
};

void matchMiddle(const QList<QByteArray> &first, const QList<QByteArray> &second,
                 const Middle &middle, std::vector<int> &matches)
{
    const int columns = middle.second + 1;
    // The longest common subsequence of what follows from each cell on.
    std::vector<int> lengths(size_t(middle.first + 1) * size_t(columns), 0);
    const auto at = [&](int i, int j) -> int & {
        return lengths[size_t(i) * size_t(columns) + size_t(j)];
    };
    for (int i = middle.first - 1; i >= 0; --i) {
        for (int j = middle.second - 1; j >= 0; --j)
            at(i, j) = first[middle.from + i] == second[middle.from + j]
                           ? at(i + 1, j + 1) + 1
                           : std::max(at(i + 1, j), at(i, j + 1));
    }
    for (int i = 0, j = 0; i < middle.first && j < middle.second;) {
        if (first[middle.from + i] == second[middle.from + j]) {
            matches[size_t(middle.from) + size_t(i)] = middle.from + j;
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

} // namespace

std::vector<int> matchLines(const QList<QByteArray> &first, const QList<QByteArray> &second)
{
    std::vector<int> matches(size_t(first.size()), -1);
    const int shorter = int(std::min(first.size(), second.size()));
    int head = 0;
    while (head < shorter && first[head] == second[head]) {
        matches[size_t(head)] = head;
        ++head;
    }
    int tail = 0;
    while (tail < shorter - head &&
           first[first.size() - 1 - tail] == second[second.size() - 1 - tail]) {
        matches[size_t(first.size() - 1 - tail)] = int(second.size()) - 1 - tail;
        ++tail;
    }
    const Middle middle{.from = head,
                        .first = int(first.size()) - head - tail,
                        .second = int(second.size()) - head - tail};
    if (qint64(middle.first + 1) * qint64(middle.second + 1) <= cellLimit)
        matchMiddle(first, second, middle, matches);
    return matches;
}

} // namespace sonde::ui
