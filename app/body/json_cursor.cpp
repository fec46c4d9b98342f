#include "body/json_cursor.h"

namespace sonde::body
{
namespace
{

using Step = JsonCursor::Step;

// Skips blanks from `at` on; false when the octets at hand run out.
bool skipBlanks(JsonInput &input, qint64 &at, char &next)
{
    while (true) {
        const QByteArrayView octets = input.from(at);
        if (octets.isEmpty())
            return false;
        for (qsizetype i = 0; i < octets.size(); ++i) {
            if (!isJsonSpace(octets[i])) {
                at += i;
                next = octets[i];
                return true;
            }
        }
        at += octets.size();
    }
}

std::optional<JsonKind> wordKind(JsonInput &input, qint64 from)
{
    constexpr qint64 longest = 6; // “false” and what ends it
    QByteArrayView octets = input.from(from);
    QByteArray joined;
    if (octets.size() < longest) {
        joined = input.text(from, from + longest);
        octets = joined;
        if (octets.size() < longest && !input.source().isFinished())
            return std::nullopt;
    }
    const auto is = [octets](QByteArrayView word) {
        return octets.startsWith(word) &&
               (octets.size() == word.size() || isJsonBreak(octets[word.size()]));
    };
    if (is("true"))
        return JsonKind::True;
    if (is("false"))
        return JsonKind::False;
    return is("null") ? JsonKind::Null : JsonKind::Broken;
}

std::optional<JsonKind> kindOf(JsonInput &input, qint64 from, char first)
{
    switch (first) {
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case '"':
        return JsonKind::String;
    case 't':
    case 'f':
    case 'n':
        return wordKind(input, from);
    default:
        return first == '-' || (first >= '0' && first <= '9') ? JsonKind::Number : JsonKind::Broken;
    }
}

} // namespace

QByteArrayView JsonInput::from(qint64 offset)
{
    m_ended = false;
    if (isStopped())
        return {};
    // In this order: what was appended before finish() is then seen whenever the finish is.
    const bool finished = source().isFinished();
    const QByteArrayView octets = m_cache.from(offset);
    m_ended = octets.isEmpty() && (finished || error());
    return octets;
}

JsonCursor JsonCursor::into(const JsonChild &container)
{
    return {container.from + 1,
            container.kind == JsonKind::Object ? Within::Object : Within::Array};
}

JsonCursor JsonCursor::at(const JsonChild &child, const JsonChild &container)
{
    return {child.hasKey() ? child.keyFrom : child.from, into(container).m_within};
}

void JsonCursor::childEnds(qint64 offset)
{
    m_position = offset;
    m_place = Place::Between;
}

Step JsonCursor::outOfOctets(const JsonInput &input)
{
    if (input.isStopped())
        return Step::Stopped;
    if (!input.atEnd())
        return Step::More;
    m_cut = m_within != Within::Document;
    m_place = Place::Ended;
    return Step::End;
}

Step JsonCursor::next(JsonInput &input, JsonChild &child)
{
    if (m_place == Place::Ended)
        return Step::End;
    if (m_place == Place::AtChild) {
        const Step passed = passChild(input);
        if (passed != Step::Child)
            return passed;
    }
    const Step reached = toNext(input);
    return reached == Step::Child ? found(input, child) : reached;
}

Step JsonCursor::passChild(JsonInput &input)
{
    while (!m_skip.isDone()) {
        const QByteArrayView octets = input.from(m_position);
        if (octets.isEmpty())
            return outOfOctets(input);
        m_position += m_skip.feed(octets);
    }
    m_place = Place::Between;
    return Step::Child;
}

// To the first octet of the next child, past blanks, commas and whatever stands there without
// meaning.
Step JsonCursor::toNext(JsonInput &input)
{
    if (m_within == Within::Document && m_position == 0 && input.text(0, 3) == "\xEF\xBB\xBF")
        m_position = 3; // RFC 8259 section 8.1: a byte order mark may be passed by
    char c = 0;
    while (skipBlanks(input, m_position, c)) {
        const bool closes = c == '}' || c == ']';
        if (closes && m_within != Within::Document) {
            ++m_position;
            m_place = Place::Ended;
            return Step::End;
        }
        if (!closes && c != ',' && c != ':')
            return Step::Child;
        ++m_position;
    }
    return outOfOctets(input);
}

Step JsonCursor::found(JsonInput &input, JsonChild &child)
{
    child = {};
    const QByteArrayView octets = input.from(m_position);
    if (octets.isEmpty())
        return outOfOctets(input); // stopped since its first octet was seen
    const char first = octets[0];
    if (m_within == Within::Object && first != '{' && first != '[')
        return member(input, child);
    const auto kind = kindOf(input, m_position, first);
    if (!kind)
        return Step::More;
    child.from = m_position;
    child.kind = *kind;
    m_skip = {};
    m_place = Place::AtChild;
    return Step::Child;
}

// The cursor stays at the name until the value's first octet is there.
Step JsonCursor::member(JsonInput &input, JsonChild &child)
{
    qint64 at = m_position;
    JsonSkip name;
    while (!name.isDone()) {
        const QByteArrayView octets = input.from(at);
        if (octets.isEmpty())
            break;
        at += name.feed(octets);
    }
    child.keyFrom = m_position;
    child.keyTo = at;
    char c = 0;
    bool there = name.isDone() && skipBlanks(input, at, c);
    if (there && c == ':') {
        ++at;
        there = skipBlanks(input, at, c);
    } else if (there && c == '"') {
        c = ','; // a name behind a name: the first has no value
    }
    if (!there && !input.atEnd())
        return input.isStopped() ? Step::Stopped : Step::More;
    child.from = at;
    if (!there || c == ',' || c == ':' || c == '}' || c == ']') {
        childEnds(at); // the value is missing
        return Step::Child;
    }
    const auto kind = kindOf(input, at, c);
    if (!kind)
        return Step::More;
    child.kind = *kind;
    m_position = at;
    m_skip = {};
    m_place = Place::AtChild;
    return Step::Child;
}

std::optional<qint64> jsonEnd(JsonInput &input, qint64 from)
{
    JsonSkip skip;
    while (!skip.isDone()) {
        const QByteArrayView octets = input.from(from);
        if (octets.isEmpty())
            return input.atEnd() ? std::optional(from) : std::nullopt;
        from += skip.feed(octets);
    }
    return from;
}

std::optional<JsonKind> jsonKindAt(JsonInput &input, qint64 from)
{
    const QByteArrayView octets = input.from(from);
    if (octets.isEmpty())
        return input.atEnd() ? std::optional(JsonKind::Broken) : std::nullopt;
    return kindOf(input, from, octets[0]);
}

} // namespace sonde::body
