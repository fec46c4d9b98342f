// When the octets of a body arrived, by the trace of its exchange. GUI thread.
#pragma once

#include "trace/exchange.h"

#include <memory>

namespace sonde::ui
{

class Arrivals
{
public:
    // Null: nothing is known.
    explicit Arrivals(std::shared_ptr<const trace::Exchange> exchange = nullptr);

    // Takes over what has arrived since.
    void refresh();
    [[nodiscard]] const std::vector<trace::Chunk> &chunks() const { return m_chunks; }
    // Octets of the body that a chunk brought, in the decoded content.
    [[nodiscard]] std::pair<qint64, qint64> octetsOf(size_t chunk) const;
    // The chunk that brought an octet.
    [[nodiscard]] std::optional<size_t> chunkOf(qint64 octet) const;
    // Since the exchange began.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> timeOf(qint64 octet) const;
    [[nodiscard]] std::chrono::nanoseconds time(const trace::Chunk &chunk) const
    {
        return chunk.at - m_begin;
    }

private:
    std::shared_ptr<const trace::Exchange> m_exchange;
    std::vector<trace::Chunk> m_chunks;
    int m_generation = 0;
    trace::Stamp m_begin{};
};

} // namespace sonde::ui
