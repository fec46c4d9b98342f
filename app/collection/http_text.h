// The lossless face of a `.http` file: every octet belongs to exactly one line, every line to
// exactly one block, and an edit replaces the smallest run of lines. What lines mean is read
// elsewhere. A value.
#pragma once

#include "http/error.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace sonde::collection
{

enum class LineKind : quint8 {
    Blank,
    Separator,         // ### Title
    Comment,           // # text
    Tag,               // # @key value
    Annotation,        // # [key] value: what the format lacks, written by Sonde
    FileVariable,      // @name = value
    Directive,         // import, run
    PreScript,         // < {% … %} and < file.js before the request line
    RequestLine,       // GET url HTTP/2
    Continuation,      // ?a=1 and &b=2 below the request line
    DisabledQuery,     // # &k=v
    Header,            // Name: value
    DisabledHeader,    // # Name: value
    Body,              // also < file inside multipart
    BodyFile,          // < file, the first line of a body
    Handler,           // > {% … %} and > file.js
    ResponseRedirect,  // >> file
    ResponseReference, // <> file
    Opaque,            // kept, not understood: its block is edited as text alone
};

struct Line {
    quint32 offset = 0;
    quint32 size = 0;          // without terminator
    quint8 terminatorSize = 0; // 2: CRLF, 1: LF, 0: the last line without one
    LineKind kind = LineKind::Opaque;
};

struct Block {
    size_t first = 0;
    size_t count = 0;
    std::optional<size_t> requestLine; // a line number of the file
    bool hasSeparator = false;         // its first line is ###
};

class HttpText
{
public:
    static constexpr qsizetype sizeLimit =
        100'000'000; // octets: a file that a person keeps is smaller
    static constexpr size_t lineLimit = 5'000'000;

    // Any octets are taken but UTF-16, more than sizeLimit of them, and more than lineLimit lines.
    [[nodiscard]] static http::Result<HttpText> parse(QByteArray octets);

    [[nodiscard]] const QByteArray &octets() const { return m_octets; }
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] const std::vector<Block> &blocks() const { return m_blocks; }
    // False for a file that has no ### at all: its blocks begin where request lines do.
    [[nodiscard]] bool hasSeparators() const { return m_hasSeparators; }
    [[nodiscard]] bool hasByteOrderMark() const { return m_markSize > 0; }

    // A line without its terminator.
    [[nodiscard]] QByteArrayView text(size_t line) const;
    // How new lines end: as most lines of this file do.
    [[nodiscard]] QByteArrayView terminator() const { return m_usesCrLf ? "\r\n" : "\n"; }

    struct Edit {
        size_t first = 0;              // lines first … first + count are replaced
        size_t count = 0;              // 0: inserted before `first`
        std::vector<QByteArray> texts; // without terminators
    };
    // Applies edits that do not overlap. Replaced lines keep their terminators, equal lines at both
    // ends of an edit their octets, and a file without a last terminator stays so. Errors as
    // parse().
    [[nodiscard]] http::Result<HttpText> edited(const std::vector<Edit> &edits) const;

private:
    [[nodiscard]] bool splitLines();
    void splice(const Edit &edit, QByteArray &octets, qsizetype &copied) const;

    QByteArray m_octets;
    std::vector<Line> m_lines;
    std::vector<Block> m_blocks;
    qsizetype m_markSize = 0; // the byte order mark, before the first line
    bool m_usesCrLf = false;
    bool m_hasSeparators = false;
};

} // namespace sonde::collection
