#include "body/row_index.h"

#include <algorithm>
#include <cstring>

namespace sonde::body
{
namespace
{

bool isContinuation(char octet)
{
    return (static_cast<unsigned char>(octet) & 0xC0) == 0x80;
}

RowEnd terminatedAt(QByteArrayView octets, qsizetype newline)
{
    const bool crlf = newline > 0 && octets[newline - 1] == '\r';
    return {.length = qint32(newline + 1), .terminator = crlf ? 2 : 1};
}

// RFC 3629: a sequence has at most three continuation octets; more than that is not UTF-8 and is
// cut anywhere.
qint32 cutAtBoundary(QByteArrayView octets)
{
    for (qint32 cut = rowCap; cut > rowCap - 4; --cut) {
        if (!isContinuation(octets[cut]))
            return cut;
    }
    return rowCap;
}

// Octets of the character that begins with these, as its first two tell (WHATWG Encoding sections
// 10 to 14).
qint32 characterSize(RowCoding coding, unsigned char lead, unsigned char next)
{
    if (lead <= 0x80 || lead == 0xFF || next < 0x30)
        return 1; // not a lead, or one without its trail
    switch (coding) {
    case RowCoding::ShiftJis:
        return lead >= 0xA1 && lead <= 0xDF ? 1 : 2; // in between: half-width katakana
    case RowCoding::EucJp:
        return lead == 0x8F ? 3 : 2;
    case RowCoding::Gb18030:
        return next <= 0x39 ? 4 : 2;
    default:
        return 2;
    }
}

// A trail octet looks like any other: only a walk from the row's begin tells where characters
// start.
qint32 cutAfterCharacter(QByteArrayView octets, RowCoding coding)
{
    qint32 at = 0;
    while (true) {
        const qint32 size = characterSize(coding, static_cast<unsigned char>(octets[at]),
                                          static_cast<unsigned char>(octets[at + 1]));
        if (at + size > rowCap)
            return at;
        at += size;
    }
}

bool hasTrailOctets(RowCoding coding)
{
    return coding >= RowCoding::DoubleOctet;
}

qint32 unitSize(RowCoding coding)
{
    return coding == RowCoding::Utf16Little || coding == RowCoding::Utf16Big ? 2 : 4;
}

quint32 unitAt(QByteArrayView octets, qsizetype at, RowCoding coding)
{
    const qint32 size = unitSize(coding);
    const bool little = coding == RowCoding::Utf16Little || coding == RowCoding::Utf32Little;
    quint32 unit = 0;
    for (qint32 i = 0; i < size; ++i)
        unit = unit << 8 | static_cast<unsigned char>(octets[at + (little ? size - 1 - i : i)]);
    return unit;
}

// The same rule in units of two or four octets; surrogates are not parted.
std::optional<RowEnd> wideRowEnd(QByteArrayView octets, Following following, RowCoding coding)
{
    const qint32 size = unitSize(coding);
    const qsizetype whole = octets.size() - octets.size() % size;
    for (qsizetype at = 0; at < std::min<qsizetype>(whole, rowCap + 2 * size); at += size) {
        const quint32 unit = unitAt(octets, at, coding);
        const bool ends = unit == '\n';
        const bool mayEnd = at < rowCap || (at == rowCap && unit == '\r') ||
                            (at == rowCap + size && ends && unitAt(octets, rowCap, coding) == '\r');
        if (ends && (mayEnd || at == rowCap)) {
            const bool crlf = at > 0 && unitAt(octets, at - size, coding) == '\r';
            return RowEnd{.length = qint32(at) + size, .terminator = crlf ? 2 * size : size};
        }
        if (!mayEnd) {
            const bool parted = size == 2 && (unitAt(octets, rowCap, coding) & 0xFC00) == 0xDC00;
            return RowEnd{.length = parted ? rowCap - size : rowCap};
        }
    }
    if (octets.size() < rowLookAhead && following == Following::More)
        return std::nullopt;
    return RowEnd{.length = qint32(std::min<qsizetype>(octets.size(), rowCap))};
}

} // namespace

std::optional<RowEnd> rowEnd(QByteArrayView octets, Following following, RowCoding coding)
{
    if (coding != RowCoding::Octets && !hasTrailOctets(coding))
        return wideRowEnd(octets, following, coding);
    const qsizetype window = std::min<qsizetype>(octets.size(), rowCap);
    if (const void *found = std::memchr(octets.data(), '\n', size_t(window)))
        return terminatedAt(octets, static_cast<const char *>(found) - octets.data());
    if (octets.size() < rowCap + 2 && following == Following::More)
        return std::nullopt;
    if (octets.size() <= rowCap)
        return RowEnd{.length = qint32(octets.size())};
    if (octets[rowCap] == '\n')
        return terminatedAt(octets, rowCap);
    if (octets[rowCap] == '\r' && octets.size() > rowCap + 1 && octets[rowCap + 1] == '\n')
        return terminatedAt(octets, rowCap + 1);
    return RowEnd{.length = hasTrailOctets(coding) ? cutAfterCharacter(octets, coding)
                                                   : cutAtBoundary(octets)};
}

qint64 RowIndex::take(QByteArrayView octets, Following following)
{
    // Only this thread writes, so it reads without the lock, which it takes for a moment at the
    // end: who paints never waits for a block, nor for a thread that must wait for a processor.
    Checkpoint next = m_next;
    std::vector<Checkpoint> passed;
    qint64 taken = 0;
    while (taken < octets.size()) {
        const auto end = rowEnd(octets.sliced(taken), following, m_coding);
        if (!end)
            break;
        if (next.row % stride == 0)
            passed.push_back(next);
        taken += end->length;
        next.offset += end->length;
        next.row += 1;
        next.startsLine = end->terminator > 0;
        next.line += end->terminator > 0 ? 1 : 0;
    }
    const std::scoped_lock lock(m_mutex);
    for (const Checkpoint &checkpoint : passed)
        addCheckpoint(checkpoint);
    m_next = next;
    return taken;
}

void RowIndex::addCheckpoint(const Checkpoint &checkpoint)
{
    const qint64 count = checkpoint.row - checkpoint.line;
    const Continuations last = m_continuations.empty() ? Continuations{} : m_continuations.back();
    if (last.count != count || last.startsLine != checkpoint.startsLine)
        m_continuations.push_back({qint64(m_offsets.size()), count, checkpoint.startsLine});
    m_offsets.push_back(checkpoint.offset);
}

qint64 RowIndex::nextOffset() const
{
    const std::scoped_lock lock(m_mutex);
    return m_next.offset;
}

qint64 RowIndex::rows() const
{
    const std::scoped_lock lock(m_mutex);
    return m_next.row;
}

RowIndex::Checkpoint RowIndex::next() const
{
    const std::scoped_lock lock(m_mutex);
    return m_next;
}

RowIndex::Checkpoint RowIndex::at(qint64 checkpoint) const
{
    const auto after = std::upper_bound(
        m_continuations.begin(), m_continuations.end(), checkpoint,
        [](qint64 wanted, const Continuations &entry) { return wanted < entry.checkpoint; });
    const Continuations known =
        after == m_continuations.begin() ? Continuations{} : *std::prev(after);
    const qint64 row = checkpoint * stride;
    return {.row = row,
            .offset = m_offsets[size_t(checkpoint)],
            .line = row - known.count,
            .startsLine = known.startsLine};
}

RowIndex::Checkpoint RowIndex::before(qint64 row) const
{
    const std::scoped_lock lock(m_mutex);
    if (row >= m_next.row)
        return m_next;
    return at(std::max<qint64>(row, 0) / stride);
}

RowIndex::Checkpoint RowIndex::beforeOffset(qint64 offset) const
{
    const std::scoped_lock lock(m_mutex);
    if (offset >= m_next.offset || m_offsets.empty())
        return m_next;
    const auto after = std::upper_bound(m_offsets.begin(), m_offsets.end(), offset);
    return at(std::max<qint64>(after - m_offsets.begin() - 1, 0));
}

qint64 RowIndex::memoryUsed() const
{
    const std::scoped_lock lock(m_mutex);
    return qint64(m_offsets.capacity()) * qint64(sizeof(qint64)) +
           qint64(m_continuations.capacity()) * qint64(sizeof(Continuations));
}

} // namespace sonde::body
