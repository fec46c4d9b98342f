#include "trace/exchange.h"

#include <atomic>

namespace sonde::trace
{
namespace
{

constexpr size_t maxChunks = 65'536; // 1.5 MiB; a gigabyte read in 64 KiB pieces stays exact

ExchangeId nextId()
{
    static std::atomic<quint64> last = 0;
    return ExchangeId(++last);
}

} // namespace

Exchange::Exchange(http::Request request, Origin origin, std::optional<ExchangeId> parent)
    : m_id(nextId())
    , m_state{.id = m_id, .parent = parent, .origin = origin, .request = std::move(request)}
{
    m_state.events.reserve(16);
    m_state.events.push_back({.at = now(), .what = What::Created});
}

ExchangeState Exchange::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

std::vector<Chunk> Exchange::chunks(size_t from) const
{
    const std::scoped_lock lock(m_mutex);
    if (from >= m_chunks.size())
        return {};
    return {m_chunks.begin() + std::ptrdiff_t(from), m_chunks.end()};
}

int Exchange::chunkGeneration() const
{
    const std::scoped_lock lock(m_mutex);
    return m_chunkGeneration;
}

void Exchange::record(What what, Stamp at, quint64 value)
{
    const std::scoped_lock lock(m_mutex);
    m_state.events.push_back({.at = at, .value = value, .what = what});
}

void Exchange::recordArrival(const Arrival &arrival)
{
    const std::scoped_lock lock(m_mutex);
    if (arrival.first)
        m_state.events.push_back({.at = arrival.at, .what = What::BodyStarted});
    addChunk(arrival.at, arrival.length, arrival.decodedTo);
    m_state.sizes.responseBodyWire += arrival.wireOctets;
    m_state.sizes.responseDecoded = arrival.decodedTo;
}

void Exchange::recordChunk(Stamp at, quint32 length)
{
    const std::scoped_lock lock(m_mutex);
    addChunk(at, length, m_state.sizes.responseEncoded + length);
}

void Exchange::addChunk(Stamp at, quint32 length, quint64 decodedTo)
{
    m_chunks.push_back({.at = at,
                        .offset = m_state.sizes.responseEncoded,
                        .length = length,
                        .decodedTo = decodedTo});
    m_state.sizes.responseEncoded += length;
    if (m_chunks.size() < maxChunks)
        return;
    for (size_t i = 0; i < maxChunks / 2; ++i) {
        m_chunks[i] = m_chunks[2 * i];
        m_chunks[i].length += m_chunks[2 * i + 1].length;
        m_chunks[i].decodedTo = m_chunks[2 * i + 1].decodedTo;
    }
    m_chunks.resize(maxChunks / 2);
    ++m_chunkGeneration;
}

void Exchange::noteDecoded(quint64 octets)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_chunks.empty())
        m_chunks.back().decodedTo = octets;
}

QByteArrayView name(End end)
{
    switch (end) {
    case End::Open:
        return "open";
    case End::EndStream:
        return "end-stream";
    case End::ContentLength:
        return "content-length";
    case End::LastChunk:
        return "last-chunk";
    case End::NoContent:
        return "no-content";
    case End::Close:
        return "close";
    case End::Failed:
        return "failed";
    case End::Cancelled:
        return "cancelled";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::trace
