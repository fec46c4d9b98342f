#include "ui/compare/line_diff.h"

#include "body/sequence_diff.h"

namespace sonde::ui
{
namespace
{

std::vector<quint64> hashesOf(const QList<QByteArray> &lines)
{
    std::vector<quint64> hashes;
    hashes.reserve(size_t(lines.size()));
    for (const QByteArray &line : lines)
        hashes.push_back(body::octetsHash(line));
    return hashes;
}

} // namespace

std::vector<int> matchLines(const QList<QByteArray> &first, const QList<QByteArray> &second)
{
    std::vector<int> matches(size_t(first.size()), -1);
    int at = 0;
    int other = 0;
    const auto matchUpTo = [&](qint64 end) {
        while (at < end)
            matches[size_t(at++)] = other++;
    };
    for (const auto &one : body::diffSequences(hashesOf(first), hashesOf(second)).stretches) {
        matchUpTo(one.first);
        at = int(one.first + one.firstCount);
        other = int(one.second + one.secondCount);
    }
    matchUpTo(first.size());
    return matches;
}

} // namespace sonde::ui
