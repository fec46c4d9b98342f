// Gives every line of a `.http` file its kind and gathers lines into blocks: a state machine over
// pre → head → tail, as the format profile describes. Used once by HttpText::parse.
#pragma once

#include "collection/http_text.h"

namespace sonde::collection
{

// A request line taken apart; offsets are into the line.
struct RequestLineParts {
    QByteArrayView method; // empty: left out, GET is meant
    QByteArrayView target;
    QByteArrayView version; // "HTTP/2 (Prior Knowledge)"; empty: none
};
// Nothing if this is no request line.
[[nodiscard]] std::optional<RequestLineParts> parseRequestLine(QByteArrayView text);

// The name and value of a header line, also of one behind "# ".
struct HeaderLineParts {
    QByteArrayView name;
    QByteArrayView value;
};
[[nodiscard]] std::optional<HeaderLineParts> parseHeaderLine(QByteArrayView text);

// The text behind # or //, without leading white space; nothing if the line is no comment.
[[nodiscard]] std::optional<QByteArrayView> commentText(QByteArrayView text);

[[nodiscard]] bool isBlank(QByteArrayView text);

class LineClassifier
{
public:
    LineClassifier(const QByteArray &octets, std::vector<Line> &lines, std::vector<Block> &blocks)
        : m_octets(octets)
        , m_lines(lines)
        , m_blocks(blocks)
    {
    }
    // Whether the file uses ### at all.
    bool run();

private:
    enum class Zone : quint8 {
        Pre,  // before the request line: comments, variables, scripts
        Head, // below it: the rest of the URL, headers
        Tail, // below the first blank line: body, handlers
    };

    [[nodiscard]] QByteArrayView text(size_t line) const;
    void findImpliedStarts();
    void startBlock(size_t line, bool separator);
    LineKind classify(size_t line);
    LineKind inPre(size_t line, QByteArrayView text);
    LineKind inHead(size_t line, QByteArrayView text);
    LineKind inTail(size_t line, QByteArrayView text);
    LineKind startScript(size_t line, QByteArrayView text, LineKind kind);
    std::optional<LineKind> handlerKind(size_t line, QByteArrayView text);

    const QByteArray &m_octets;
    std::vector<Line> &m_lines;
    std::vector<Block> &m_blocks;
    std::vector<size_t> m_impliedStarts; // of a file without ###
    Zone m_zone = Zone::Pre;
    bool m_multipart = false;   // this block's body is multipart: < file is an ordinary line of it
    bool m_seenHeader = false;  // no continuation of the URL any more
    bool m_seenContent = false; // a body line has come
    size_t m_scriptEnd = 0;     // lines below this number belong to a script …
    LineKind m_scriptKind = LineKind::PreScript; // … of this kind
    size_t m_lastCloser = 0; // one past the last line with %}: no script ends after it
};

} // namespace sonde::collection
