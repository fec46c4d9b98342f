#include "trace/byte_log.h"

#include <cstring>
#include <utility>

namespace sonde::trace
{

void ByteLog::append(Direction direction, Stamp at, QByteArrayView octets,
                     std::span<const Gap> gaps)
{
    if (octets.isEmpty())
        return;
    const std::scoped_lock lock(m_mutex);
    auto &offset = m_octets[size_t(direction)];
    quint64 needed =
        m_stored + quint64(octets.size()) + (m_runs.size() + gaps.size() + 1) * sizeof(Run);
    for (const Gap &gap : gaps)
        needed -= gap.octets;
    if (!m_truncation && needed > m_limit)
        m_truncation = {at, m_octets[size_t(Direction::Sent)],
                        m_octets[size_t(Direction::Received)]};
    if (m_truncation) {
        offset += quint64(octets.size());
        return;
    }
    Run run{.at = at,
            .offset = offset,
            .received = quint64(direction == Direction::Received),
            .kept = 0,
            .elided = 0};
    qsizetype done = 0;
    for (const Gap &gap : gaps) {
        run.elided = gap.octets;
        add(run, octets.sliced(done, gap.at - done));
        done = qsizetype(gap.at) + gap.octets;
        run.offset = offset + quint64(done);
    }
    run.elided = 0;
    if (done < octets.size())
        add(run, octets.sliced(done));
    offset += quint64(octets.size());
}

void ByteLog::append(const Piece &piece)
{
    const std::scoped_lock lock(m_mutex);
    auto &offset = m_octets[size_t(piece.direction)];
    const quint64 size = quint64(piece.octets.size());
    const quint64 needed = m_stored + size + (m_runs.size() + 1) * sizeof(Run);
    if (needed <= m_limit) {
        add({.at = piece.at,
             .offset = offset,
             .received = quint64(piece.direction == Direction::Received),
             .kept = 0,
             .elided = quint32(piece.elided)},
            piece.octets);
    } else if (!m_truncation) {
        m_truncation = {piece.at, m_octets[size_t(Direction::Sent)],
                        m_octets[size_t(Direction::Received)]};
    }
    offset += size + piece.elided;
}

void ByteLog::truncate(const Truncation &truncation)
{
    const std::scoped_lock lock(m_mutex);
    m_truncation = truncation;
}

void ByteLog::add(const Run &run, QByteArrayView kept)
{
    m_runs.push_back(run);
    m_runs.back().kept = quint32(kept.size());
    store(kept);
}

void ByteLog::store(QByteArrayView octets)
{
    while (!octets.isEmpty()) {
        const quint64 within = m_stored % pageSize;
        if (m_stored / pageSize == m_pages.size())
            m_pages.push_back(std::make_unique_for_overwrite<char[]>(pageSize));
        const auto part = octets.first(std::min(octets.size(), qsizetype(pageSize - within)));
        std::memcpy(m_pages.back().get() + within, part.data(), size_t(part.size()));
        m_stored += quint64(part.size());
        octets = octets.sliced(part.size());
    }
}

void ByteLog::copy(quint64 from, QByteArray &to) const
{
    for (qsizetype done = 0; done < to.size();) {
        const quint64 within = from % pageSize;
        const auto part = std::min(to.size() - done, qsizetype(pageSize - within));
        std::memcpy(to.data() + done, m_pages[size_t(from / pageSize)].get() + within,
                    size_t(part));
        from += quint64(part);
        done += part;
    }
}

std::vector<ByteLog::Piece> ByteLog::read(Cursor &cursor, qsizetype limit) const
{
    std::vector<Piece> pieces;
    const std::scoped_lock lock(m_mutex);
    for (qsizetype taken = 0; cursor.run < m_runs.size() && taken < limit; ++cursor.run) {
        const Run &run = m_runs[cursor.run];
        auto &piece = pieces.emplace_back(
            Piece{.at = run.at,
                  .direction = run.received ? Direction::Received : Direction::Sent,
                  .offset = run.offset,
                  .octets = QByteArray(qsizetype(run.kept), Qt::Uninitialized),
                  .elided = run.elided});
        copy(cursor.stored, piece.octets);
        cursor.stored += run.kept;
        taken += qsizetype(run.kept) + qsizetype(sizeof(Run));
    }
    return pieces;
}

std::vector<ByteLog::Piece> ByteLog::slice(Direction direction, quint64 from, quint64 to) const
{
    std::vector<Piece> pieces;
    const std::scoped_lock lock(m_mutex);
    quint64 stored = 0;
    for (const Run &run : m_runs) {
        const quint64 place = std::exchange(stored, stored + run.kept);
        const quint64 begin = run.offset;
        const quint64 gap = begin + run.kept;
        const quint64 end = gap + run.elided;
        if (bool(run.received) != (direction == Direction::Received) || end <= from)
            continue;
        if (begin >= to)
            break;
        const quint64 first = std::max(begin, from);
        const quint64 last = std::max(std::min(gap, to), first);
        const quint64 left = std::min(end, to) - std::min(std::max(gap, from), to);
        auto &piece = pieces.emplace_back(
            Piece{.at = run.at,
                  .direction = direction,
                  .offset = first,
                  .octets = QByteArray(qsizetype(last - first), Qt::Uninitialized),
                  .elided = left});
        copy(place + (std::min(first, gap) - begin), piece.octets);
    }
    return pieces;
}

quint64 ByteLog::octets(Direction direction) const
{
    const std::scoped_lock lock(m_mutex);
    return m_octets[size_t(direction)];
}

std::optional<ByteLog::Truncation> ByteLog::truncation() const
{
    const std::scoped_lock lock(m_mutex);
    return m_truncation;
}

} // namespace sonde::trace
