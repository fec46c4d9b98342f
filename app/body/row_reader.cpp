#include "body/row_reader.h"

namespace sonde::body
{
namespace
{

constexpr qint64 windowSize = 64 << 10; // octets read at a time while walking

} // namespace

RowReader::RowReader(std::shared_ptr<const ByteSource> source, const RowIndex &index)
    : m_source(source)
    , m_index(index)
    , m_cache(std::move(source))
{
}

qint64 RowReader::rowCount() const
{
    const auto next = m_index.next();
    return next.row + (m_source->size() > next.offset ? 1 : 0);
}

// Calls visit(row, content) from a checkpoint on until it returns false or the octets end.
template <typename Visit>
void RowReader::walk(RowIndex::Checkpoint from, Visit visit)
{
    const qint64 lastRow = m_index.rows();
    QByteArray window;
    qint64 windowStart = from.offset;
    while (from.row <= lastRow) {
        qint64 within = from.offset - windowStart;
        if (window.size() - within < rowLookAhead) {
            window = m_cache.read(from.offset, windowSize);
            windowStart = from.offset;
            within = 0;
        }
        const QByteArrayView rest = QByteArrayView(window).sliced(within);
        if (rest.isEmpty())
            return;
        // What is at hand decides: short only where the source ends for now.
        const auto end = rowEnd(rest, Following::Nothing, m_index.coding());
        Row row{.number = from.row,
                .offset = from.offset,
                .line = from.line,
                .end = *end,
                .startsLine = from.startsLine};
        from = {.row = from.row + 1,
                .offset = row.after(),
                .line = from.line + (end->terminator > 0 ? 1 : 0),
                .startsLine = end->terminator > 0};
        if (!visit(row, rest.first(end->length - end->terminator)))
            return;
    }
}

std::vector<Row> RowReader::rows(qint64 first, qint64 count)
{
    std::vector<Row> result;
    if (count <= 0 || first < 0)
        return result;
    walk(m_index.before(first), [&](Row &row, QByteArrayView content) {
        if (row.number >= first) {
            row.content = content.toByteArray(); // of the rows passed by, nobody wants it
            result.push_back(std::move(row));
        }
        return qint64(result.size()) < count;
    });
    return result;
}

qint64 RowReader::rowAt(qint64 offset)
{
    const auto from = m_index.beforeOffset(offset);
    qint64 found = std::min(from.row, std::max<qint64>(rowCount() - 1, 0));
    walk(from, [&](const Row &row, QByteArrayView) {
        found = row.number;
        return row.after() <= offset;
    });
    return found;
}

} // namespace sonde::body
