// The octets last looked at, in blocks of 64 KiB, 4 MiB at most, so that jumping about in a body
// costs no more than reading it. One thread.
#pragma once

#include "body/byte_source.h"

#include <QHash>

#include <list>
#include <memory>

namespace sonde::body
{

class BlockCache
{
public:
    static constexpr qint64 blockSize = 64 << 10;
    static constexpr qsizetype blocks = 64;

    explicit BlockCache(std::shared_ptr<const ByteSource> source)
        : m_source(std::move(source))
    {
    }

    // What there is of [offset, offset + length); shorter at the end or if it cannot be read.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length);
    // From `offset` to the end of its block; empty at the end or if it cannot be read. Valid until
    // the next call.
    [[nodiscard]] QByteArrayView from(qint64 offset);
    // The last failure to read, if any.
    [[nodiscard]] const std::optional<http::Error> &error() const { return m_error; }
    [[nodiscard]] const ByteSource &source() const { return *m_source; }

private:
    struct Block {
        qint64 number = 0;
        QByteArray octets;
    };
    const QByteArray &block(qint64 number);
    const QByteArray &newest();

    std::shared_ptr<const ByteSource> m_source;
    std::list<Block> m_blocks; // most recently used first
    QHash<qint64, std::list<Block>::iterator> m_known;
    qint64 m_newest = -1; // number of the first of m_blocks, if that is a whole one
    std::optional<http::Error> m_error;
};

} // namespace sonde::body
