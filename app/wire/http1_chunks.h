// The chunked transfer coding (RFC 9112 section 7.1), read: sizes and what lies between chunks.
// Trailers are fields and left to the field parser.
#pragma once

#include "wire/http1_line.h"
#include "wire/http1_notes.h"

namespace sonde::wire
{

class Http1ChunkDecoder
{
public:
    enum class State : quint8 {
        Size, // a chunk-size line comes
        Data, // remaining() octets of content come
        Gap,  // the line end after the data comes
        Last, // the last chunk has come: trailers, then an empty line
    };

    explicit Http1ChunkDecoder(Http1Notes &notes)
        : m_notes(notes)
    {
    }

    void begin();
    [[nodiscard]] State state() const { return m_state; }

    // In State::Size or Gap: the next line.
    [[nodiscard]] http::Result<void> line(const Http1Line &line);
    // In State::Gap: an error as soon as the octets of a line not yet complete cannot be right.
    [[nodiscard]] http::Result<void> partial(QByteArrayView pending, qint64 offset) const;
    // In State::Data.
    [[nodiscard]] quint64 remaining() const { return m_remaining; }
    void takeData(quint64 octets);

private:
    [[nodiscard]] http::Result<void> sizeLine(const Http1Line &line);
    [[nodiscard]] http::Result<void> afterSize(QByteArrayView rest, qint64 offset);
    void noteExtensions(QByteArrayView extensions, qint64 offset);
    [[nodiscard]] http::Result<void> checkEnding(const Http1Line &line);
    [[nodiscard]] std::unexpected<http::Error> gapError(qint64 offset) const;

    Http1Notes &m_notes;
    State m_state = State::Size;
    quint64 m_remaining = 0;
};

// Whether chunk extensions follow the grammar: ;name, ;name=token, ;name="quoted" (section 7.1.1).
[[nodiscard]] bool areChunkExtensions(QByteArrayView text);

} // namespace sonde::wire
