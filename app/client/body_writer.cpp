#include "client/body_writer.h"

namespace sonde::client
{

void BodyWriter::divertTo(std::shared_ptr<BodySink> sink, const http::ResponseHead &head,
                          std::function<void()> drained)
{
    m_sink = std::move(sink);
    m_drained = std::move(drained);
    m_sink->drained = [this] { sinkDrained(); };
    m_sink->begin(head);
}

http::Result<qint64> BodyWriter::take(QByteArrayView octets)
{
    if (m_received && (m_decoder || m_sink)) {
        if (const auto kept = m_received->append(octets); !kept)
            return std::unexpected(kept.error());
    }
    if (!m_decoder) {
        m_taken += quint64(octets.size());
        // A full sink still takes what was on its way; only the credit waits.
        if (const auto written = write(octets); !written)
            return std::unexpected(written.error());
        return credit();
    }
    m_decoder->feed(octets);
    return resume();
}

http::Result<qint64> BodyWriter::resume()
{
    if (m_decoder) {
        if (const auto pulled = pull(); !pulled)
            return std::unexpected(pulled.error());
    }
    return credit();
}

// A few octets may decode to very many, so that a full sink stops the decoder between two pieces.
http::Result<void> BodyWriter::pull()
{
    while (!m_sinkFull) {
        const auto piece = m_decoder->next();
        if (!piece)
            return std::unexpected(piece.error());
        if (piece->isEmpty())
            break;
        if (const auto written = write(*piece); !written)
            return written;
    }
    return {};
}

http::Result<void> BodyWriter::write(QByteArrayView octets)
{
    if (!m_sink) {
        const auto stored = m_store->append(octets);
        if (!stored)
            return stored;
    } else {
        // The sink may say that it has room again before it returns that it is full.
        m_writing = true;
        m_sinkFull = true;
        const auto room = m_sink->take(octets);
        m_writing = false;
        if (!room)
            return std::unexpected(room.error());
        if (*room)
            m_sinkFull = false;
    }
    m_written += quint64(octets.size());
    return {};
}

void BodyWriter::sinkDrained()
{
    if (std::exchange(m_sinkFull, false) && !m_writing && m_drained)
        m_drained();
}

qint64 BodyWriter::credit()
{
    if (m_sinkFull)
        return 0;
    const quint64 passed = m_decoder ? m_decoder->encodedOctets() : m_taken;
    return qint64(passed - std::exchange(m_credited, passed));
}

http::Result<void> BodyWriter::finish()
{
    return m_decoder ? m_decoder->finish() : http::Result<void>();
}

void BodyWriter::close()
{
    m_drained = {};
    if (m_sink)
        m_sink->drained = {};
    m_sink.reset();
    m_sinkFull = false;
    m_store->finish();
    if (m_received)
        m_received->finish();
}

std::vector<trace::Finding> BodyWriter::takeFindings()
{
    return m_decoder ? m_decoder->takeFindings() : std::vector<trace::Finding>();
}

} // namespace sonde::client
