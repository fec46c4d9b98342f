#include "trace/http1_record.h"

#include <cctype>

namespace sonde::trace
{

using Kind = Http1Part::Kind;

namespace
{

bool isChunked(const QByteArray &head)
{
    for (const auto &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == "transfer-encoding" &&
            line.sliced(colon + 1).trimmed().toLower().endsWith("chunked"))
            return true;
    }
    return false;
}

// "HTTP/1.1 103 Early Hints"; 101 is final (RFC 9110 section 15.2.2).
bool isInterim(const QByteArray &head)
{
    const auto status = head.left(head.indexOf('\n')).split(' ').value(1).trimmed();
    return head.startsWith("HTTP/") && status.size() == 3 && status.startsWith('1') &&
           status != "101";
}

// The digits that a chunk line begins with.
qsizetype hexDigits(const QByteArray &line)
{
    qsizetype digits = 0;
    while (digits < line.size() && isxdigit(quint8(line[digits])) != 0)
        ++digits;
    return digits;
}

} // namespace

bool Http1Record::readOn(const ByteLog &log, qsizetype limit)
{
    const auto truncation = log.truncation(); // before reading: what it does not cover is there
    const auto pieces = log.read(m_cursor, limit);
    for (const auto &piece : pieces)
        take(piece);
    return std::exchange(m_truncation, truncation) != truncation || !pieces.empty();
}

void Http1Record::take(const ByteLog::Piece &piece)
{
    Lane &lane = m_lanes[size_t(piece.direction)];
    lane.part.direction = piece.direction;
    takeOctets(lane, piece);
    if (piece.elided > 0)
        takeContent(lane, piece);
}

void Http1Record::takeOctets(Lane &lane, const ByteLog::Piece &piece)
{
    QByteArrayView rest = piece.octets;
    if (!rest.isEmpty())
        lane.content.reset();
    while (!rest.isEmpty()) {
        if (lane.part.octets.isEmpty() && lane.line.isEmpty()) {
            lane.part.at = piece.at;
            lane.part.offset = lane.offset;
        }
        const auto newline = rest.indexOf('\n');
        const auto taken = newline < 0 ? rest : rest.first(newline + 1);
        lane.line += taken;
        lane.offset += quint64(taken.size());
        rest = rest.sliced(taken.size());
        if (newline >= 0)
            takeLine(lane, piece.at);
    }
}

void Http1Record::takeContent(Lane &lane, const ByteLog::Piece &piece)
{
    if (!lane.content) {
        lane.content = m_parts.size();
        m_parts.push_back({.at = piece.at,
                           .offset = lane.offset,
                           .contentOffset = lane.contentOctets,
                           .message = lane.message,
                           .direction = piece.direction,
                           .kind = Kind::Content});
    }
    auto &part = m_parts[*lane.content];
    part.ended = piece.at;
    part.size += piece.elided;
    lane.offset += piece.elided;
    lane.contentOctets += piece.elided;
}

void Http1Record::takeLine(Lane &lane, Stamp at)
{
    const bool empty = lane.line == "\r\n" || lane.line == "\n";
    // A response to HEAD, or a 304, says chunked and has no content: the next head follows.
    if (lane.state == State::ChunkSize && hexDigits(lane.line) == 0 && !empty)
        lane.state = State::Head;
    lane.part.octets += std::exchange(lane.line, {});
    lane.part.ended = at;
    switch (lane.state) {
    case State::Head:
        headLine(lane, empty);
        break;
    case State::ChunkSize:
        chunkLine(lane, empty);
        break;
    case State::ChunkEnd:
        lane.state = State::ChunkSize;
        finish(lane, empty ? Kind::ChunkEnd : Kind::Stray);
        break;
    case State::Trailers:
        if (empty) {
            lane.state = State::Head;
            finish(lane, Kind::Trailers);
        }
        break;
    }
}

void Http1Record::headLine(Lane &lane, bool empty)
{
    if (!empty)
        return;
    const auto &head = lane.part.octets;
    if (head.size() <= 2) {
        finish(lane, Kind::Stray); // RFC 9112 section 2.2: an empty line before a message
        return;
    }
    if (!std::exchange(lane.interim, isInterim(head)))
        ++lane.message;
    lane.contentOctets = 0;
    if (!lane.interim && isChunked(head))
        lane.state = State::ChunkSize;
    finish(lane, Kind::Head);
}

void Http1Record::chunkLine(Lane &lane, bool empty)
{
    const auto &line = lane.part.octets;
    const auto digits = hexDigits(line);
    bool good = false;
    const auto size = line.first(digits).toULongLong(&good, 16);
    if (empty || !good) {
        finish(lane, Kind::Stray);
        return;
    }
    if (const auto semicolon = line.indexOf(';'); semicolon >= 0)
        lane.part.extensions = line.sliced(semicolon).trimmed();
    lane.state = size == 0 ? State::Trailers : State::ChunkEnd;
    finish(lane, Kind::ChunkSize);
    m_parts.back().size = size;
}

void Http1Record::finish(Lane &lane, Kind kind)
{
    lane.part.kind = kind;
    lane.part.message = lane.message;
    lane.part.size = quint64(lane.part.octets.size());
    m_parts.push_back(lane.part);
    lane.part = {.direction = lane.part.direction};
}

} // namespace sonde::trace
