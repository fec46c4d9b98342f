#include "body/block_cache.h"

namespace sonde::body
{

QByteArray BlockCache::read(qint64 offset, qint64 length)
{
    const qint64 end = std::min(offset + length, m_source->size());
    QByteArray result;
    if (offset < 0 || end <= offset)
        return result;
    result.reserve(end - offset);
    while (offset < end) {
        const QByteArrayView part = from(offset);
        if (part.isEmpty())
            break;
        result.append(part.first(std::min(end - offset, part.size())));
        offset += part.size();
    }
    return result;
}

QByteArrayView BlockCache::from(qint64 offset)
{
    if (offset < 0)
        return {};
    const qint64 number = offset / blockSize;
    const QByteArrayView octets = block(number);
    const qint64 within = offset - number * blockSize;
    return within < octets.size() ? octets.sliced(within) : QByteArrayView();
}

const QByteArray &BlockCache::block(qint64 number)
{
    // Nearly every call: what is whole never changes.
    if (number == m_newest)
        return m_blocks.front().octets;
    m_newest = -1;
    const auto found = m_known.find(number);
    if (found != m_known.end()) {
        const qint64 available =
            std::clamp<qint64>(m_source->size() - number * blockSize, 0, blockSize);
        m_blocks.splice(m_blocks.begin(), m_blocks, *found);
        if (m_blocks.front().octets.size() >= available)
            return newest();
    } else {
        if (m_known.size() >= blocks) {
            m_known.remove(m_blocks.back().number);
            m_blocks.pop_back();
        }
        m_blocks.push_front({.number = number, .octets = {}});
        m_known.insert(number, m_blocks.begin());
    }
    // The last block grows with its source and is read again then.
    auto octets = m_source->read(number * blockSize, blockSize);
    if (!octets)
        m_error = octets.error();
    m_blocks.front().octets = octets ? *std::move(octets) : QByteArray();
    return newest();
}

const QByteArray &BlockCache::newest()
{
    const Block &block = m_blocks.front();
    m_newest = block.octets.size() == blockSize ? block.number : -1;
    return block.octets;
}

} // namespace sonde::body
