#include "body/sequence_diff.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <optional>

namespace sonde::body
{
namespace
{

// Steps over elements, some nanoseconds each: a second of a worker at most.
constexpr qint64 mostWork = 300'000'000;
// Of the words of a row, which a view compares while it paints: a millisecond.
constexpr qint64 mostWordWork = 400'000;
// Of one shortest script; memory grows with it, time as its square.
constexpr qint64 mostEdits = 5'000;

struct Range {
    qint64 first = 0;
    qint64 firstEnd = 0;
    qint64 second = 0;
    qint64 secondEnd = 0;

    [[nodiscard]] qint64 firstCount() const { return firstEnd - first; }
    [[nodiscard]] qint64 secondCount() const { return secondEnd - second; }
};

// Elements that are the same, in the middle of a shortest script.
struct Snake {
    qint64 first = 0;
    qint64 second = 0;
    qint64 length = 0;
};

struct Place {
    static constexpr qint32 nowhere = -1;
    static constexpr qint32 several = -2;
    quint64 element = 0;
    qint32 first = nowhere;
    qint32 second = nowhere;
};

// Where each element stands, in one piece of memory: millions of nodes would take a second to free,
// and a worker that was called off would spend it.
class Places
{
public:
    explicit Places(qint64 elements)
        : m_slots(std::bit_ceil(size_t(elements) * 2))
    {
    }

    // Its slot, or the one that is free for it.
    Place &of(quint64 element)
    {
        size_t slot =
            size_t(element * 0x9E37'79B9'7F4A'7C15) >> (std::countl_zero(m_slots.size()) + 1);
        while (m_slots[slot].first != Place::nowhere && m_slots[slot].element != element)
            slot = (slot + 1) & (m_slots.size() - 1);
        return m_slots[slot];
    }

private:
    std::vector<Place> m_slots; // half of them free; a power of two
};

class Differ
{
public:
    Differ(std::span<const quint64> first, std::span<const quint64> second, qint64 mostWork,
           const StopMark &stop)
        : m_first(first)
        , m_second(second)
        , m_mostWork(mostWork)
        , m_stop(stop)
    {
    }

    SequenceDiff run()
    {
        m_ranges.push_back({0, qint64(m_first.size()), 0, qint64(m_second.size())});
        while (!m_ranges.empty()) {
            if (isStopped())
                break;
            const Range range = trimmed(m_ranges.back());
            m_ranges.pop_back();
            if (range.firstCount() == 0 || range.secondCount() == 0) {
                add(range);
            } else if (m_work > m_mostWork) {
                m_result.isShortest = false;
                add(range);
            } else if (!splitAtSnake(range)) {
                m_result.isShortest = false;
                if (!splitAtAnchors(range))
                    add(range);
            }
        }
        m_result.isStopped = isStopped();
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isStopped() const { return m_stop && *m_stop; }
    // In a long loop that does little at a time.
    [[nodiscard]] bool isStopped(qint64 step) const { return step % 4096 == 0 && isStopped(); }

    Range trimmed(Range range)
    {
        const qint64 before = range.firstCount();
        while (range.first < range.firstEnd && range.second < range.secondEnd &&
               at(m_first, range.first) == at(m_second, range.second)) {
            ++range.first;
            ++range.second;
        }
        while (range.first < range.firstEnd && range.second < range.secondEnd &&
               at(m_first, range.firstEnd - 1) == at(m_second, range.secondEnd - 1)) {
            --range.firstEnd;
            --range.secondEnd;
        }
        m_work += before - range.firstCount() + 1;
        return range;
    }

    static quint64 at(std::span<const quint64> elements, qint64 index)
    {
        return elements[size_t(index)];
    }

    void add(const Range &range)
    {
        if (range.firstCount() == 0 && range.secondCount() == 0)
            return;
        auto &stretches = m_result.stretches;
        if (!stretches.empty()) {
            DiffStretch &last = stretches.back();
            if (last.first + last.firstCount == range.first &&
                last.second + last.secondCount == range.second) {
                last.firstCount += range.firstCount();
                last.secondCount += range.secondCount();
                return;
            }
        }
        stretches.push_back({range.first, range.firstCount(), range.second, range.secondCount()});
    }

    // Ranges are taken from the end: those that come first are pushed last.
    bool splitAtAnchors(const Range &range)
    {
        const auto anchors = findAnchors(range);
        if (anchors.empty())
            return false;
        qint64 firstEnd = range.firstEnd;
        qint64 secondEnd = range.secondEnd;
        for (auto anchor = anchors.rbegin(); anchor != anchors.rend(); ++anchor) {
            m_ranges.push_back({anchor->first + 1, firstEnd, anchor->second + 1, secondEnd});
            firstEnd = anchor->first;
            secondEnd = anchor->second;
        }
        m_ranges.push_back({range.first, firstEnd, range.second, secondEnd});
        return true;
    }

    // What stands once in both, as far as it is in the same order; nothing on a stop.
    std::vector<std::pair<qint64, qint64>> findAnchors(const Range &range)
    {
        m_work += 8 * (range.firstCount() + range.secondCount());
        Places places(range.firstCount());
        for (qint64 i = range.first; i < range.firstEnd; ++i) {
            if (isStopped(i))
                return {};
            Place &place = places.of(at(m_first, i));
            place.element = at(m_first, i);
            place.first = place.first == Place::nowhere ? qint32(i) : Place::several;
        }
        for (qint64 i = range.second; i < range.secondEnd; ++i) {
            if (isStopped(i))
                return {};
            Place &place = places.of(at(m_second, i));
            if (place.first != Place::nowhere)
                place.second = place.second == Place::nowhere ? qint32(i) : Place::several;
        }
        std::vector<std::pair<qint64, qint64>> candidates;
        for (qint64 i = range.first; i < range.firstEnd; ++i) {
            if (isStopped(i))
                return {};
            const Place &place = places.of(at(m_first, i));
            if (place.first == i && place.second >= 0)
                candidates.emplace_back(i, place.second);
        }
        return longestRise(candidates);
    }

    [[nodiscard]] std::vector<std::pair<qint64, qint64>>
    longestRise(const std::vector<std::pair<qint64, qint64>> &pairs) const
    {
        std::vector<size_t> tops; // of the piles: index of the pair
        std::vector<size_t> before(pairs.size());
        for (size_t i = 0; i < pairs.size(); ++i) {
            if (isStopped(qint64(i)))
                return {};
            const auto pile =
                std::ranges::lower_bound(tops, pairs[i].second, std::ranges::less{},
                                         [&](size_t index) { return pairs[index].second; });
            before[i] = pile == tops.begin() ? pairs.size() : *std::prev(pile);
            if (pile == tops.end())
                tops.push_back(i);
            else
                *pile = i;
        }
        std::vector<std::pair<qint64, qint64>> result;
        for (size_t i = tops.empty() ? pairs.size() : tops.back(); i < pairs.size(); i = before[i])
            result.push_back(pairs[i]);
        std::ranges::reverse(result);
        return result;
    }

    bool splitAtSnake(const Range &range)
    {
        const auto snake = middleSnake(range);
        if (!snake)
            return false;
        const qint64 first = range.first + snake->first;
        const qint64 second = range.second + snake->second;
        m_ranges.push_back(
            {first + snake->length, range.firstEnd, second + snake->length, range.secondEnd});
        m_ranges.push_back({range.first, first, range.second, second});
        return true;
    }

    // Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), section 4b.
    std::optional<Snake> middleSnake(const Range &range)
    {
        const qint64 n = range.firstCount();
        const qint64 m = range.secondCount();
        const qint64 delta = n - m;
        const qint64 most = std::min((n + m + 1) / 2, mostEdits);
        const auto size = size_t(2 * most + 3);
        m_forward.assign(size, 0);
        m_backward.assign(size, 0);
        const auto slot = [most](qint64 diagonal) { return size_t(diagonal + most + 1); };
        const auto same = [&](qint64 i, qint64 j) {
            return at(m_first, range.first + i) == at(m_second, range.second + j);
        };
        for (qint64 edits = 0; edits <= most; ++edits) {
            const qint64 low = -edits + 2 * std::max<qint64>(0, edits - m);
            const qint64 high = edits - 2 * std::max<qint64>(0, edits - n);
            m_work += high - low + 1;
            if (m_work > m_mostWork || isStopped())
                return std::nullopt;
            for (qint64 k = low; k <= high; k += 2) {
                const bool down =
                    k == -edits || (k != edits && m_forward[slot(k - 1)] < m_forward[slot(k + 1)]);
                qint64 x = down ? m_forward[slot(k + 1)] : m_forward[slot(k - 1)] + 1;
                const qint64 start = x;
                while (x < n && x - k < m && same(x, x - k))
                    ++x;
                m_work += x - start;
                m_forward[slot(k)] = x;
                const qint64 other = delta - k;
                if (delta % 2 != 0 && std::abs(other) <= edits - 1 &&
                    x + m_backward[slot(other)] >= n)
                    return Snake{start, start - k, x - start};
            }
            for (qint64 k = low; k <= high; k += 2) {
                const bool down = k == -edits ||
                                  (k != edits && m_backward[slot(k - 1)] < m_backward[slot(k + 1)]);
                qint64 x = down ? m_backward[slot(k + 1)] : m_backward[slot(k - 1)] + 1;
                const qint64 start = x;
                while (x < n && x - k < m && same(n - 1 - x, m - 1 - (x - k)))
                    ++x;
                m_work += x - start;
                m_backward[slot(k)] = x;
                const qint64 other = delta - k;
                if (delta % 2 == 0 && std::abs(other) <= edits && x + m_forward[slot(other)] >= n)
                    return Snake{n - x, m - (x - k), x - start};
            }
        }
        return std::nullopt;
    }

    const std::span<const quint64> m_first;
    const std::span<const quint64> m_second;
    const qint64 m_mostWork;
    const StopMark m_stop;
    SequenceDiff m_result;
    std::vector<Range> m_ranges; // that wait, the next one last
    std::vector<qint64> m_forward;
    std::vector<qint64> m_backward;
    qint64 m_work = 0;
};

bool isWordOctet(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

struct Words {
    std::vector<quint64> hashes;
    std::vector<qint64> ends;

    explicit Words(QByteArrayView text)
    {
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype from = at++;
            if (isWordOctet(text[from])) {
                while (at < text.size() && isWordOctet(text[at]))
                    ++at;
            }
            hashes.push_back(octetsHash(text.sliced(from, at - from)));
            ends.push_back(at);
        }
    }
    [[nodiscard]] qint64 offset(qint64 word) const
    {
        return word == 0 ? 0 : ends[size_t(word) - 1];
    }
};

} // namespace

SequenceDiff diffSequences(std::span<const quint64> first, std::span<const quint64> second,
                           const StopMark &stop)
{
    return Differ(first, second, mostWork, stop).run();
}

std::vector<DiffStretch> diffWords(QByteArrayView first, QByteArrayView second)
{
    const Words a(first);
    const Words b(second);
    std::vector<DiffStretch> stretches =
        Differ(a.hashes, b.hashes, mostWordWork, nullptr).run().stretches;
    for (DiffStretch &one : stretches) {
        const qint64 firstEnd = a.offset(one.first + one.firstCount);
        const qint64 secondEnd = b.offset(one.second + one.secondCount);
        one.first = a.offset(one.first);
        one.firstCount = firstEnd - one.first;
        one.second = b.offset(one.second);
        one.secondCount = secondEnd - one.second;
    }
    return stretches;
}

quint64 octetsHash(QByteArrayView octets)
{
    // Seeded anew in each process, so that nobody can make two rows collide.
    return qHashBits(octets.data(), size_t(octets.size()), size_t(QHashSeed::globalSeed()));
}

} // namespace sonde::body
