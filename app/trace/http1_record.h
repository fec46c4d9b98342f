// What a connection said in HTTP/1, part by part and octet by octet: heads, chunk lines with their
// extensions, trailers, and where content stood. Made from the byte log alone; a value that only
// grows.
#pragma once

#include "trace/byte_log.h"

namespace sonde::trace
{

struct Http1Part {
    enum class Kind : quint8 {
        Head,      // start line and fields, up to the empty line and with it
        ChunkSize, // "1a;name=value"
        Content,   // not in the log: `size` octets
        ChunkEnd,  // the line end after the data of a chunk
        Trailers,  // after the last chunk: fields, if any, and the empty line
        Stray,     // octets that belong to no message
    };

    Stamp at;                  // of its first octet
    Stamp ended;               // of its last
    quint64 offset = 0;        // of its first octet, in all octets of its direction
    QByteArray octets;         // as they stood, line ends included; empty for Content
    quint64 size = 0;          // ChunkSize: what it says; Content: octets; else that of `octets`
    quint64 contentOffset = 0; // Content: of its first octet in that of the message
    QByteArray extensions;     // ChunkSize: what follows the size, from the semicolon on
    quint32 message = 0; // 1, 2, 3 … in its direction; interim heads count with their final one
    Direction direction = Direction::Sent;
    Kind kind = Kind::Head;

    bool operator==(const Http1Part &) const = default;
};

class Http1Record
{
public:
    // Reads on where it stopped, at most about `limit` octets; false if there was nothing new.
    bool readOn(const ByteLog &log, qsizetype limit = 256 * 1024);
    void take(const ByteLog::Piece &piece);

    // In the order in which they were whole; neighbouring content of one chunk is one part.
    [[nodiscard]] const std::vector<Http1Part> &parts() const { return m_parts; }
    [[nodiscard]] const std::optional<ByteLog::Truncation> &truncation() const
    {
        return m_truncation;
    }

private:
    enum class State : quint8 { Head, ChunkSize, ChunkEnd, Trailers };
    struct Lane {
        Http1Part part; // that is coming
        QByteArray line;
        quint64 offset = 0;
        std::optional<size_t> content; // the part that grows
        quint64 contentOctets = 0;     // of the message so far
        quint32 message = 0;
        State state = State::Head;
        bool interim = false; // the last head was; the next is of the same message
    };

    void takeOctets(Lane &lane, const ByteLog::Piece &piece);
    void takeContent(Lane &lane, const ByteLog::Piece &piece);
    void takeLine(Lane &lane, Stamp at);
    void headLine(Lane &lane, bool empty);
    void chunkLine(Lane &lane, bool empty);
    void finish(Lane &lane, Http1Part::Kind kind);

    std::vector<Http1Part> m_parts;
    std::array<Lane, 2> m_lanes; // by direction
    ByteLog::Cursor m_cursor;
    std::optional<ByteLog::Truncation> m_truncation;
};

} // namespace sonde::trace
