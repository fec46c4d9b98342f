// Field lines of a head or a trailer section, one after the other (RFC 9112 section 5).
#pragma once

#include "wire/http1_known_lines.h"
#include "wire/http1_line.h"
#include "wire/http1_notes.h"

namespace sonde::wire
{

// Where the fields that decide the framing stand in the incoming stream; -1 if they do not.
struct Http1FramingPlaces {
    qint64 contentLength = -1;
    qint64 repeatedContentLength = -1;
    qint64 transferEncoding = -1;
};

class Http1FieldParser
{
public:
    enum class Section : quint8 { Head, Trailers };

    explicit Http1FieldParser(Http1Notes &notes)
        : m_notes(notes)
    {
    }

    // A new section; fields of the head count for its trailers as well.
    void begin(Section section);
    // One line that is not empty.
    [[nodiscard]] http::Result<void> line(const Http1Line &line);
    // The empty line has come.
    [[nodiscard]] http::Headers finish();

    [[nodiscard]] const Http1FramingPlaces &places() const { return m_places; }

private:
    [[nodiscard]] http::Result<void> newLine(const Http1Line &line, qsizetype place,
                                             Http1Octets octets);
    [[nodiscard]] http::Result<void> tolerateOctets(const Http1Line &line, Http1Octets octets);
    [[nodiscard]] http::Result<void> continuation(const Http1Line &line);
    [[nodiscard]] http::Result<QByteArrayView> fieldName(const Http1Line &line,
                                                         QByteArrayView name);
    void notePlace(QByteArrayView name, qint64 offset);
    void noteTrailer(QByteArrayView name, qint64 offset);
    void flush();

    Http1Notes &m_notes;
    Section m_section = Section::Head;
    http::Headers m_fields;
    std::optional<http::Field> m_last; // may be continued by the next line
    Http1FramingPlaces m_places;
    Http1KnownLines m_known;
    qsizetype m_count = 0;
};

} // namespace sonde::wire
