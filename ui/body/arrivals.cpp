#include "ui/body/arrivals.h"

#include <algorithm>

namespace sonde::ui
{

Arrivals::Arrivals(std::shared_ptr<const trace::Exchange> exchange)
    : m_exchange(std::move(exchange))
{
    if (!m_exchange)
        return;
    const auto events = m_exchange->state().events;
    m_begin = trace::firstOf(events, trace::What::Created).value_or(trace::Stamp{});
    refresh();
}

void Arrivals::refresh()
{
    if (!m_exchange)
        return;
    // Merged pairwise since: all anew. The newest one may have grown by a merge, too.
    if (m_exchange->chunkGeneration() != m_generation) {
        m_generation = m_exchange->chunkGeneration();
        m_chunks.clear();
    }
    const auto more = m_exchange->chunks(m_chunks.size());
    m_chunks.insert(m_chunks.end(), more.begin(), more.end());
}

std::pair<qint64, qint64> Arrivals::octetsOf(size_t chunk) const
{
    if (chunk >= m_chunks.size())
        return {};
    return {chunk == 0 ? 0 : qint64(m_chunks[chunk - 1].decodedTo),
            qint64(m_chunks[chunk].decodedTo)};
}

std::optional<size_t> Arrivals::chunkOf(qint64 octet) const
{
    if (m_chunks.empty())
        return std::nullopt;
    const auto found = std::ranges::upper_bound(m_chunks, quint64(std::max<qint64>(octet, 0)),
                                                std::ranges::less{}, &trace::Chunk::decodedTo);
    // What the decoder gave only at the end came with the last one.
    return size_t(std::min(found, m_chunks.end() - 1) - m_chunks.begin());
}

std::optional<std::chrono::nanoseconds> Arrivals::timeOf(qint64 octet) const
{
    const auto chunk = chunkOf(octet);
    return chunk ? std::optional(time(m_chunks[*chunk])) : std::nullopt;
}

} // namespace sonde::ui
