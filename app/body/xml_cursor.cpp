#include "body/xml_cursor.h"

#include "body/line_writer.h"

#include <cstring>

namespace sonde::body
{
namespace
{

using Kind = XmlToken::Kind;

constexpr qint64 tagOctets = 64 << 10; // of a tag in which attributes are looked for

// Of `wanted` from `at` on; -1 when the octets at hand run out.
qint64 find(JsonInput &input, qint64 at, char wanted)
{
    while (true) {
        const QByteArrayView octets = input.from(at);
        if (octets.isEmpty())
            return -1;
        if (const void *found = std::memchr(octets.data(), wanted, size_t(octets.size())))
            return at + (static_cast<const char *>(found) - octets.data());
        at += octets.size();
    }
}

// The octet after `closing`, a run that ends with >; -1 when the octets run out.
qint64 findAfter(JsonInput &input, qint64 at, QByteArrayView closing)
{
    while (true) {
        const qint64 end = find(input, at + closing.size() - 1, '>');
        if (end < 0)
            return -1;
        if (input.text(end + 1 - closing.size(), end + 1) == closing)
            return end + 1;
        at = end + 2 - closing.size();
    }
}

struct TagEnd {
    qint64 to = -1;     // the octet after its >; -1 when the octets run out
    bool empty = false; // />
};

// Its > may stand inside quotes. A declaration may hold others in its square brackets.
TagEnd findTagEnd(JsonInput &input, qint64 at, bool declaration)
{
    char quote = 0;
    char before = 0;
    qint64 brackets = 0;
    while (true) {
        const QByteArrayView octets = input.from(at);
        if (octets.isEmpty())
            return {};
        for (qsizetype i = 0; i < octets.size(); before = octets[i++]) {
            const char c = octets[i];
            if (quote != 0) {
                if (c == quote)
                    quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (declaration && (c == '[' || c == ']')) {
                brackets += c == '[' ? 1 : -1;
            } else if (c == '>' && brackets <= 0) {
                return {at + i + 1, before == '/'};
            }
        }
        at += octets.size();
    }
}

Kind outOfOctets(const JsonInput &input)
{
    return input.isStopped() ? Kind::Stopped : input.atEnd() ? Kind::End : Kind::More;
}

XmlToken token(JsonInput &input, Kind kind, qint64 from, qint64 to)
{
    if (to >= 0)
        return {kind, from, to};
    const Kind out = outOfOctets(input);
    // Cut off by the end of the source: as far as it came.
    if (out == Kind::End)
        return {kind == Kind::Empty ? Kind::Open : kind, from, input.source().size()};
    return {out, from, from};
}

XmlKind kindOf(Kind token)
{
    switch (token) {
    case Kind::Text:
        return XmlKind::Text;
    case Kind::Data:
        return XmlKind::Data;
    case Kind::Comment:
        return XmlKind::Comment;
    case Kind::Instruction:
        return XmlKind::Instruction;
    case Kind::Declaration:
        return XmlKind::Declaration;
    default:
        return XmlKind::Element;
    }
}

// Blank text between elements.
bool isLayout(JsonInput &input, const XmlToken &token)
{
    constexpr qint64 most = 4096;
    return token.kind == Kind::Text && token.to - token.from <= most &&
           input.text(token.from, token.to).trimmed().isEmpty();
}

} // namespace

XmlToken xmlToken(JsonInput &input, qint64 from)
{
    const QByteArrayView here = input.from(from);
    if (here.isEmpty())
        return {outOfOctets(input), from, from};
    if (here.front() != '<')
        return token(input, Kind::Text, from, find(input, from, '<'));
    constexpr qsizetype longest = 9; // <![CDATA[
    QByteArray joined;
    QByteArrayView begin = here.first(std::min(longest, here.size()));
    if (begin.size() < longest) {
        joined = input.text(from, from + longest);
        begin = joined;
    }
    // The octets at hand are gone with the next look at others.
    const char second = begin.size() < 2 ? '\0' : begin[1];
    if (begin.size() < longest && !input.source().isFinished())
        return {Kind::More, from, from};
    if (begin.startsWith("<!--"))
        return token(input, Kind::Comment, from, findAfter(input, from + 4, "-->"));
    if (begin.startsWith("<![CDATA["))
        return token(input, Kind::Data, from, findAfter(input, from + 9, "]]>"));
    if (begin.startsWith("<?"))
        return token(input, Kind::Instruction, from, findAfter(input, from + 2, "?>"));
    if (begin.startsWith("<!"))
        return token(input, Kind::Declaration, from, findTagEnd(input, from + 2, true).to);
    if (begin.startsWith("</")) {
        const qint64 end = find(input, from, '>');
        return token(input, Kind::Close, from, end < 0 ? -1 : end + 1);
    }
    // No tag, as in “a < b”: text from here on.
    if (second == '\0' || isTextSpace(second) || second == '<') {
        const qint64 next = find(input, from + 1, '<');
        return token(input, Kind::Text, from, next);
    }
    const TagEnd end = findTagEnd(input, from + 1, false);
    return token(input, end.empty ? Kind::Empty : Kind::Open, from, end.to);
}

XmlTag xmlTag(JsonInput &input, const XmlToken &token)
{
    const qint64 from = token.from;
    XmlTag tag{.token = token, .nameTo = from + 1};
    const QByteArray text = input.text(from, std::min(token.to, from + tagOctets));
    qsizetype at = 1;
    const auto isBreak = [&](qsizetype i) {
        return isTextSpace(text[i]) || text[i] == '>' || text[i] == '/' || text[i] == '=';
    };
    while (at < text.size() && !isBreak(at))
        ++at;
    tag.nameTo = from + at;
    while (at < text.size()) {
        if (isTextSpace(text[at]) || text[at] == '/' || text[at] == '>' || text[at] == '=') {
            ++at;
            continue;
        }
        XmlAttribute attribute{.nameFrom = from + at};
        while (at < text.size() && !isBreak(at))
            ++at;
        attribute.nameTo = from + at;
        while (at < text.size() && isTextSpace(text[at]))
            ++at;
        attribute.valueFrom = attribute.valueTo = attribute.nameTo;
        if (at < text.size() && text[at] == '=') {
            ++at;
            while (at < text.size() && isTextSpace(text[at]))
                ++at;
            attribute.valueFrom = from + at;
            const char quote = at < text.size() ? text[at] : 0;
            if (quote == '"' || quote == '\'') {
                const qsizetype end = text.indexOf(quote, at + 1);
                at = end < 0 ? text.size() : end + 1;
            } else {
                while (at < text.size() && !isTextSpace(text[at]) && text[at] != '>')
                    ++at;
            }
            attribute.valueTo = from + at;
        }
        tag.attributes.push_back(attribute);
    }
    return tag;
}

XmlCursor::Step XmlCursor::pass(JsonInput &input)
{
    while (m_depth > 0) {
        const XmlToken token = xmlToken(input, m_position);
        if (token.kind == Kind::Stopped)
            return Step::Stopped;
        if (token.kind == Kind::More)
            return Step::More;
        m_depth = token.kind == Kind::End     ? 0
                  : token.kind == Kind::Open  ? m_depth + 1
                  : token.kind == Kind::Close ? m_depth - 1
                                              : m_depth;
        m_position = token.to;
    }
    return Step::Child;
}

XmlCursor::Step XmlCursor::next(JsonInput &input, TreeChild &child)
{
    if (const Step passed = pass(input); passed != Step::Child)
        return passed;
    while (!m_ended) {
        const XmlToken token = xmlToken(input, m_position);
        if (token.kind == Kind::Stopped)
            return Step::Stopped;
        // A text that has not ended is none yet, but an element shows as soon as it begins.
        if (token.kind == Kind::More)
            return Step::More;
        m_position = token.to;
        m_ended = token.kind == Kind::End || token.kind == Kind::Close;
        if (m_ended || isLayout(input, token))
            continue;
        child = {.from = token.from, .kind = quint8(kindOf(token.kind))};
        if (token.kind == Kind::Open || token.kind == Kind::Empty) {
            const XmlTag tag = xmlTag(input, token);
            child.keyFrom = token.from + 1;
            child.keyTo = tag.nameTo;
            child.ordinal = ++m_ordinal;
            child.isContainer = token.kind == Kind::Open || !tag.attributes.empty();
        }
        m_depth = token.kind == Kind::Open ? 1 : 0;
        return Step::Child;
    }
    return Step::End;
}

} // namespace sonde::body
