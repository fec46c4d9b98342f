#include "collection/row_alignment.h"

namespace sonde::collection
{
namespace
{

// Longest common subsequence takes rows × rows steps: beyond this only equal ends are matched.
constexpr size_t maxSteps = 4'000'000;

class Matcher
{
public:
    Matcher(const std::vector<Row> &before, const std::vector<Row> &after)
        : m_before(before)
        , m_after(after)
        , m_matches(after.size())
    {
    }

    std::vector<std::optional<size_t>> run()
    {
        matchEnds();
        const size_t rows = m_beforeEnd - m_start;
        const size_t columns = m_afterEnd - m_start;
        if (rows > 0 && columns > 0 && rows * columns <= maxSteps)
            matchMiddle(rows, columns);
        return std::move(m_matches);
    }

private:
    void matchEnds()
    {
        m_beforeEnd = m_before.size();
        m_afterEnd = m_after.size();
        while (m_start < std::min(m_beforeEnd, m_afterEnd) &&
               m_before[m_start] == m_after[m_start]) {
            m_matches[m_start] = m_start;
            ++m_start;
        }
        while (m_beforeEnd > m_start && m_afterEnd > m_start &&
               m_before[m_beforeEnd - 1] == m_after[m_afterEnd - 1]) {
            --m_beforeEnd;
            --m_afterEnd;
            m_matches[m_afterEnd] = m_beforeEnd;
        }
    }

    void matchMiddle(size_t rows, size_t columns)
    {
        const size_t width = columns + 1;
        std::vector<quint32> common((rows + 1) * width);
        const auto equal = [&](size_t row, size_t column) {
            return m_before[m_start + row] == m_after[m_start + column];
        };
        for (size_t row = rows; row-- > 0;) {
            for (size_t column = columns; column-- > 0;) {
                common[row * width + column] = equal(row, column)
                                                   ? common[(row + 1) * width + column + 1] + 1
                                                   : std::max(common[(row + 1) * width + column],
                                                              common[row * width + column + 1]);
            }
        }
        for (size_t row = 0, column = 0; row < rows && column < columns;) {
            if (equal(row, column))
                m_matches[m_start + column++] = m_start + row++;
            else if (common[(row + 1) * width + column] >= common[row * width + column + 1])
                ++row;
            else
                ++column;
        }
    }

    const std::vector<Row> &m_before;
    const std::vector<Row> &m_after;
    std::vector<std::optional<size_t>> m_matches;
    size_t m_start = 0;
    size_t m_beforeEnd = 0;
    size_t m_afterEnd = 0;
};

} // namespace

std::vector<std::optional<size_t>> alignRows(const std::vector<Row> &before,
                                             const std::vector<Row> &after)
{
    return Matcher(before, after).run();
}

std::vector<RowOrigin> originsOfRows(const std::vector<Row> &before, const std::vector<Row> &after)
{
    const auto matches = alignRows(before, after);
    std::vector<RowOrigin> origins(after.size());
    size_t free = 0; // the first old row of this stretch not yet written over
    for (size_t i = 0; i < after.size(); ++i) {
        if (matches[i]) {
            origins[i].same = matches[i];
            free = *matches[i] + 1;
            continue;
        }
        const auto next = std::find_if(matches.begin() + qsizetype(i), matches.end(),
                                       [](const auto &match) { return match.has_value(); });
        const size_t end = next == matches.end() ? before.size() : **next;
        if (free < end)
            origins[i].replaces = free++;
    }
    return origins;
}

} // namespace sonde::collection
