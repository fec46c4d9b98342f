// The octets round the visible rows, in blocks of 64 KiB, a megabyte at most. GUI thread.
#pragma once

#include "body/byte_store.h"

#include <list>

namespace sonde::ui
{

class BlockCache
{
public:
    explicit BlockCache(std::shared_ptr<const body::ByteStore> store)
        : m_store(std::move(store))
    {
    }

    // What is stored of [offset, offset + length); shorter at the end or if the spool cannot be
    // read.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 length);

private:
    static constexpr qint64 blockSize = 64 << 10;
    static constexpr size_t blocks = 16;
    struct Block {
        qint64 number = 0;
        QByteArray octets;
    };
    const QByteArray &block(qint64 number);

    std::shared_ptr<const body::ByteStore> m_store;
    std::list<Block> m_blocks; // most recently used first
};

} // namespace sonde::ui
