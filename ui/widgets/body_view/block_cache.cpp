#include "ui/widgets/body_view/block_cache.h"

namespace sonde::ui
{

QByteArray BlockCache::read(qint64 offset, qint64 length)
{
    const qint64 end = std::min(offset + length, m_store->size());
    QByteArray result;
    if (offset < 0 || end <= offset)
        return result;
    result.reserve(end - offset);
    while (offset < end) {
        const qint64 number = offset / blockSize;
        const qint64 within = offset % blockSize;
        const QByteArray &octets = block(number);
        const qint64 part = std::min(end - offset, octets.size() - within);
        if (part <= 0)
            break;
        result.append(octets.constData() + within, part);
        offset += part;
    }
    return result;
}

const QByteArray &BlockCache::block(qint64 number)
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(), [number](const Block &known) {
        return known.number == number;
    });
    const qint64 available = std::min(m_store->size() - number * blockSize, blockSize);
    if (found != m_blocks.end() && found->octets.size() >= available) {
        m_blocks.splice(m_blocks.begin(), m_blocks, found);
        return m_blocks.front().octets;
    }
    // The last block grows with the store: read again.
    if (found != m_blocks.end())
        m_blocks.erase(found);
    if (m_blocks.size() >= blocks)
        m_blocks.pop_back();
    auto octets = m_store->read(number * blockSize, blockSize);
    m_blocks.push_front({number, octets ? std::move(*octets) : QByteArray()});
    return m_blocks.front().octets;
}

} // namespace sonde::ui
