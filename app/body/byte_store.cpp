#include "body/byte_store.h"

#include "body/spool_file.h"

#include <array>
#include <bit>
#include <cstring>

namespace sonde::body
{
namespace
{

// Blocks of 1, 1, 2, 4 … 512 KiB, together exactly the memory limit: a small body costs little, and
// no block ever moves, so that readers need no lock.
constexpr qint64 firstBlock = 1024;
constexpr int blockCount = 11;
static_assert(firstBlock << (blockCount - 1) == ByteStore::memoryLimit);

struct Place {
    int block;
    qint64 begin; // offset of the block's first octet in the body
    qint64 size;
};

Place placeOf(qint64 offset)
{
    const int block = int(std::bit_width(quint64(offset / firstBlock)));
    const qint64 begin = block == 0 ? 0 : firstBlock << (block - 1);
    return {.block = block, .begin = begin, .size = block == 0 ? firstBlock : begin};
}

} // namespace

// Everything a reader touches below size() was written before size() was raised (release/acquire).
struct ByteStore::Impl {
    explicit Impl(QString spoolFolder)
        : spool(std::move(spoolFolder))
    {
    }

    void appendToMemory(qint64 offset, QByteArrayView octets)
    {
        while (!octets.isEmpty()) {
            const Place place = placeOf(offset);
            auto &block = blocks[size_t(place.block)];
            if (!block)
                block = std::make_unique_for_overwrite<char[]>(size_t(place.size));
            const qint64 count = std::min(octets.size(), place.begin + place.size - offset);
            std::memcpy(block.get() + (offset - place.begin), octets.data(), size_t(count));
            octets = octets.sliced(count);
            offset += count;
        }
    }

    void readMemory(qint64 offset, std::span<char> into) const
    {
        while (!into.empty()) {
            const Place place = placeOf(offset);
            const auto &block = blocks[size_t(place.block)];
            const qint64 count = std::min(qint64(into.size()), place.begin + place.size - offset);
            std::memcpy(into.data(), block.get() + (offset - place.begin), size_t(count));
            into = into.subspan(size_t(count));
            offset += count;
        }
    }

    std::array<std::unique_ptr<char[]>, blockCount> blocks;
    SpoolFile spool; // octet 0 of it is octet memoryLimit of the body
};

ByteStore::ByteStore(QString spoolFolder)
    : m_impl(std::make_unique<Impl>(std::move(spoolFolder)))
{
}

ByteStore::~ByteStore() = default;

std::optional<qint64> ByteStore::roomLeft() const
{
    return m_impl->spool.roomLeft();
}

bool ByteStore::isSpooled() const
{
    return size() > memoryLimit;
}

http::Result<void> ByteStore::append(QByteArrayView octets)
{
    const qint64 end = m_size.load(std::memory_order_relaxed);
    const qint64 forMemory = std::clamp<qint64>(memoryLimit - end, 0, octets.size());
    // The file first: it may fail, and then nothing of these octets counts.
    if (forMemory < octets.size()) {
        const auto stored =
            m_impl->spool.write(std::max(end, memoryLimit) - memoryLimit, octets.sliced(forMemory));
        if (!stored)
            return stored;
    }
    m_impl->appendToMemory(end, octets.first(forMemory));
    m_size.store(end + octets.size(), std::memory_order_release);
    return {};
}

http::Result<qint64> ByteStore::read(qint64 offset, std::span<char> into) const
{
    const qint64 end = size();
    if (offset < 0 || offset >= end)
        return 0;
    const qint64 count = std::min(end - offset, qint64(into.size()));
    const qint64 fromMemory = std::clamp<qint64>(memoryLimit - offset, 0, count);
    m_impl->readMemory(offset, into.first(size_t(fromMemory)));
    if (fromMemory < count) {
        const auto rest = into.subspan(size_t(fromMemory), size_t(count - fromMemory));
        const auto read = m_impl->spool.read(offset + fromMemory - memoryLimit, rest);
        if (!read)
            return std::unexpected(read.error());
    }
    return count;
}

} // namespace sonde::body
