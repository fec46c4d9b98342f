// Rows by number and by octet, read where the index says they are. One thread.
#pragma once

#include "body/block_cache.h"
#include "body/row_index.h"

namespace sonde::body
{

struct Row {
    qint64 number = 0;
    qint64 offset = 0; // of its first octet
    qint64 line = 0;   // from 0
    RowEnd end;
    bool startsLine = true;
    QByteArray content; // without the terminator

    [[nodiscard]] qint64 after() const { return offset + end.length; }
    bool operator==(const Row &) const = default;
};

class RowReader
{
public:
    RowReader(std::shared_ptr<const ByteSource> source, const RowIndex &index);

    // The whole rows and, while octets are left behind them, the one that is not yet whole.
    [[nodiscard]] qint64 rowCount() const;
    [[nodiscard]] std::vector<Row> rows(qint64 first, qint64 count);
    // The row an octet is in; past the end the last one.
    [[nodiscard]] qint64 rowAt(qint64 offset);
    [[nodiscard]] QByteArray octets(qint64 offset, qint64 length)
    {
        return m_cache.read(offset, length);
    }

private:
    template <typename Visit>
    void walk(RowIndex::Checkpoint from, Visit visit);

    std::shared_ptr<const ByteSource> m_source;
    const RowIndex &m_index;
    BlockCache m_cache;
};

} // namespace sonde::body
