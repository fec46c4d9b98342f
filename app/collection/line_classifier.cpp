#include "collection/line_classifier.h"

#include "http/headers.h"
#include "http/method.h"

namespace sonde::collection
{
namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView leftTrimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    return text;
}

bool isKnownMethod(QByteArrayView word)
{
    static constexpr QByteArrayView methods[] = {
        "GET",   "HEAD",    "POST",  "PUT",     "DELETE",    "PATCH", "OPTIONS",
        "TRACE", "CONNECT", "QUERY", "GRAPHQL", "WEBSOCKET", "WS",    "GRPC"};
    return std::ranges::any_of(methods,
                               [&](QByteArrayView method) { return http::sameName(word, method); });
}

bool isUpperCase(QByteArrayView word)
{
    return http::isToken(word) &&
           std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; }) &&
           std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool startsWithScheme(QByteArrayView text)
{
    const qsizetype colon = text.indexOf("://");
    return colon > 0 && std::ranges::all_of(text.first(colon), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '+';
           });
}

bool looksLikeTarget(QByteArrayView text)
{
    return (text.startsWith("{{") && text.contains("}}")) || text.startsWith('/') ||
           text.startsWith("localhost") || startsWithScheme(text);
}

// " HTTP/1.1" or " HTTP/2 (Prior Knowledge)" at the end of a request line.
QByteArrayView versionOf(QByteArrayView text)
{
    const qsizetype at = text.lastIndexOf("HTTP/");
    if (at <= 0 || !isSpace(text[at - 1]))
        return {};
    QByteArrayView rest = text.sliced(at + 5);
    qsizetype digits = 0;
    while (digits < rest.size() &&
           ((rest[digits] >= '0' && rest[digits] <= '9') || rest[digits] == '.'))
        ++digits;
    const QByteArrayView after = http::trimmed(rest.sliced(digits));
    if (digits == 0 || (!after.isEmpty() && !http::sameName(after, "(Prior Knowledge)")))
        return {};
    return text.sliced(at);
}

} // namespace

bool isBlank(QByteArrayView text)
{
    return http::trimmed(text).isEmpty();
}

std::optional<QByteArrayView> commentText(QByteArrayView text)
{
    text = leftTrimmed(text);
    if (text.startsWith('#'))
        return leftTrimmed(text.sliced(1));
    if (text.startsWith("//"))
        return leftTrimmed(text.sliced(2));
    return std::nullopt;
}

std::optional<RequestLineParts> parseRequestLine(QByteArrayView text)
{
    const QByteArrayView all = http::trimmed(text);
    RequestLineParts parts;
    parts.version = versionOf(all);
    QByteArrayView rest =
        parts.version.isEmpty() ? all : http::trimmed(all.chopped(parts.version.size()));
    const auto space = std::ranges::find_if(rest, isSpace);
    const QByteArrayView word = rest.first(space - rest.begin());
    const QByteArrayView behind = leftTrimmed(rest.sliced(word.size()));
    if (!behind.isEmpty() && isKnownMethod(word)) {
        parts.method = word;
        parts.target = behind;
        return parts;
    }
    const bool plausible =
        looksLikeTarget(behind) || behind == "*" || behind.startsWith('[') ||
        (!behind.contains(' ') && (behind.contains('.') || behind.contains(':')));
    if (!behind.isEmpty() && isUpperCase(word) && plausible) {
        parts.method = word;
        parts.target = behind;
        return parts;
    }
    // Without a method only a bare URL counts: a sentence that holds one is not a request.
    if (!looksLikeTarget(rest) || rest.startsWith("//") ||
        (!behind.isEmpty() && !rest.startsWith("{{")))
        return std::nullopt;
    parts.target = rest;
    return parts;
}

std::optional<HeaderLineParts> parseHeaderLine(QByteArrayView text)
{
    // A colon inside {{…}} is part of a variable, not the end of the name.
    qsizetype colon = 0;
    for (; colon < text.size() && text[colon] != ':'; ++colon) {
        if (text.sliced(colon).startsWith("{{")) {
            const qsizetype close = text.indexOf("}}", colon);
            if (close < 0)
                return std::nullopt;
            colon = close + 1;
        } else if (QByteArrayView("\"{}()<>[],;=?/\\").contains(text[colon])) {
            return std::nullopt;
        }
    }
    if (colon == 0 || colon >= text.size() || isSpace(text.front()))
        return std::nullopt;
    return HeaderLineParts{.name = http::trimmed(text.first(colon)),
                           .value = http::trimmed(text.sliced(colon + 1))};
}

QByteArrayView LineClassifier::text(size_t line) const
{
    return QByteArrayView(m_octets).sliced(m_lines[line].offset, m_lines[line].size);
}

bool LineClassifier::run()
{
    bool hasSeparators = false;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        hasSeparators = hasSeparators || text(i).startsWith("###");
        if (text(i).contains("%}"))
            m_lastCloser = i + 1;
    }
    if (!hasSeparators)
        findImpliedStarts();
    auto implied = m_impliedStarts.begin();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const bool inScript = i < m_scriptEnd;
        const bool separator = !inScript && text(i).startsWith("###");
        const bool starts = implied != m_impliedStarts.end() && *implied == i;
        if (separator || starts || i == 0)
            startBlock(i, separator);
        if (starts)
            ++implied;
        ++m_blocks.back().count;
        m_lines[i].kind = inScript ? m_scriptKind : separator ? LineKind::Separator : classify(i);
    }
    return hasSeparators;
}

// A file without any ### may still hold several requests, one below the other: a block then begins
// at the comments and variables above each further request line that no one could take for
// something else.
void LineClassifier::findImpliedStarts()
{
    bool seenRequest = false;
    size_t free = 0; // the first line that no block before has to keep
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const QByteArrayView line = text(i);
        const auto parts = parseRequestLine(line);
        const bool strong = parts && isUpperCase(parts->method) && isKnownMethod(parts->method) &&
                            looksLikeTarget(parts->target) && !isSpace(line.front());
        if (!strong) {
            if (!isBlank(line) && !commentText(line) && !line.startsWith('@'))
                free = i + 1;
            continue;
        }
        if (std::exchange(seenRequest, true)) {
            size_t start = std::max(free, m_impliedStarts.empty() ? 0 : m_impliedStarts.back() + 1);
            while (start < i && isBlank(text(start)))
                ++start;
            m_impliedStarts.push_back(start);
        }
        free = i + 1;
    }
}

void LineClassifier::startBlock(size_t line, bool separator)
{
    m_blocks.push_back({.first = line, .hasSeparator = separator});
    m_zone = Zone::Pre;
    m_multipart = false;
    m_seenHeader = false;
    m_seenContent = false;
}

LineKind LineClassifier::classify(size_t line)
{
    const QByteArrayView current = text(line);
    switch (m_zone) {
    case Zone::Pre:
        return inPre(line, current);
    case Zone::Head:
        return inHead(line, current);
    case Zone::Tail:
        return inTail(line, current);
    }
    Q_UNREACHABLE();
}

// `{%` swallows everything to `%}`, separators too; one that never closes is its one line.
LineKind LineClassifier::startScript(size_t line, QByteArrayView text, LineKind kind)
{
    if (!text.contains("{%") || text.contains("%}"))
        return kind;
    for (size_t i = line + 1; i < m_lastCloser; ++i) {
        if (this->text(i).contains("%}")) {
            m_scriptEnd = i + 1;
            m_scriptKind = kind;
            return kind;
        }
    }
    return LineKind::Opaque;
}

LineKind LineClassifier::inPre(size_t line, QByteArrayView text)
{
    if (isBlank(text))
        return LineKind::Blank;
    if (const auto comment = commentText(text)) {
        if (comment->startsWith('@') && comment->size() > 1 && !isSpace((*comment)[1]))
            return LineKind::Tag;
        return comment->startsWith('[') && comment->contains(']') ? LineKind::Annotation
                                                                  : LineKind::Comment;
    }
    if (text.startsWith('@'))
        return text.contains('=') ? LineKind::FileVariable : LineKind::Opaque;
    if (text.startsWith("import ") || text.startsWith("run "))
        return LineKind::Directive;
    if (text.startsWith("< "))
        return startScript(line, text, LineKind::PreScript);
    if (!parseRequestLine(text))
        return LineKind::Opaque;
    m_zone = Zone::Head;
    m_blocks.back().requestLine = line;
    return LineKind::RequestLine;
}

LineKind LineClassifier::inHead(size_t line, QByteArrayView text)
{
    if (isBlank(text)) {
        m_zone = Zone::Tail;
        return LineKind::Blank;
    }
    if (const auto comment = commentText(text)) {
        if (comment->startsWith('@') && comment->size() > 1 && !isSpace((*comment)[1]))
            return LineKind::Tag;
        if (comment->startsWith('[') && comment->contains(']'))
            return LineKind::Annotation;
        // "#X: 1" without a space is a header named "#X" to another program: only "# X: 1" is
        // switched off.
        if (!text.startsWith("# "))
            return LineKind::Comment;
        if ((comment->startsWith('&') || comment->startsWith('?')) && !m_seenHeader)
            return LineKind::DisabledQuery;
        const auto header = parseHeaderLine(*comment);
        if (!header || !http::isToken(header->name) || comment->contains("://"))
            return LineKind::Comment;
        m_seenHeader = true;
        return LineKind::DisabledHeader;
    }
    if (auto handler = handlerKind(line, text)) {
        m_zone = Zone::Tail;
        return *handler;
    }
    const QByteArrayView bare = leftTrimmed(text);
    if (!m_seenHeader &&
        (bare.size() < text.size() || bare.startsWith('?') || bare.startsWith('&')) &&
        !bare.startsWith("??"))
        return LineKind::Continuation;
    const auto header = parseHeaderLine(text);
    if (!header)
        return LineKind::Opaque;
    m_seenHeader = true;
    if (http::sameName(header->name, "Content-Type"))
        m_multipart = header->value.first(std::min<qsizetype>(10, header->value.size()))
                          .compare("multipart/", Qt::CaseInsensitive) == 0;
    return LineKind::Header;
}

std::optional<LineKind> LineClassifier::handlerKind(size_t line, QByteArrayView text)
{
    if (text.startsWith("> "))
        return startScript(line, text, LineKind::Handler);
    if (text.startsWith(">> ") || text.startsWith(">>! "))
        return LineKind::ResponseRedirect;
    if (text.startsWith("<> "))
        return LineKind::ResponseReference;
    return std::nullopt;
}

LineKind LineClassifier::inTail(size_t line, QByteArrayView text)
{
    if (isBlank(text))
        return LineKind::Blank;
    if (const auto handler = handlerKind(line, text))
        return *handler;
    const bool first = !std::exchange(m_seenContent, true);
    if (first && !m_multipart && (text.startsWith("< ") || text.startsWith("<@")))
        return LineKind::BodyFile;
    return LineKind::Body;
}

} // namespace sonde::collection
