#include "wire/http2_content_queue.h"

#include <cstring>

namespace sonde::wire
{

void Http2ContentQueue::append(QByteArray octets)
{
    if (octets.isEmpty())
        return;
    m_octets += octets.size();
    m_chunks.push_back(std::move(octets));
}

qsizetype Http2ContentQueue::take(char *to, qsizetype length)
{
    qsizetype moved = 0;
    while (moved < length && m_first < m_chunks.size()) {
        QByteArray &front = m_chunks[m_first];
        const qsizetype part = std::min(length - moved, front.size() - m_taken);
        std::memcpy(to + moved, front.constData() + m_taken, size_t(part));
        moved += part;
        m_taken += part;
        if (m_taken == front.size()) {
            front = {};
            ++m_first;
            m_taken = 0;
        }
    }
    m_octets -= moved;
    if (m_octets == 0)
        clear();
    return moved;
}

void Http2ContentQueue::clear()
{
    m_chunks.clear();
    m_first = 0;
    m_taken = 0;
    m_octets = 0;
}

} // namespace sonde::wire
