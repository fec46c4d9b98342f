#include "body/line_place.h"

namespace sonde::body
{

std::optional<qint64> placeOfLine(RowReader &reader, const RowIndex &index, qint64 line)
{
    if (line < 0)
        return std::nullopt;
    // The last checkpoint that this line cannot begin before.
    qint64 low = 0;
    qint64 high = index.rows() / RowIndex::stride;
    const auto isBefore = [&](qint64 checkpoint) {
        const auto at = index.before(checkpoint * RowIndex::stride);
        return at.line < line || (at.line == line && at.startsLine);
    };
    while (low < high) {
        const qint64 middle = (low + high + 1) / 2;
        if (isBefore(middle))
            low = middle;
        else
            high = middle - 1;
    }
    for (const Row &row : reader.rows(low * RowIndex::stride, RowIndex::stride + 1)) {
        if (row.line == line && row.startsLine)
            return row.offset;
    }
    return std::nullopt;
}

} // namespace sonde::body
