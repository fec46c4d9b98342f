#include "body/json_path_parser.h"

#include "body/json_text.h"

#include <QStringDecoder>

#include <charconv>

namespace sonde::body
{

using json_path::Parser;

std::expected<JsonPath, JsonPathFault> JsonPath::parse(QByteArrayView expression)
{
    if (expression.size() > longest)
        return std::unexpected(JsonPathFault{
            .offset = longest,
            .sentence = QStringLiteral("The JSONPath expression is longer than %1 octets: "
                                       "shorten it.")
                            .arg(longest)});
    if (!expression.isValidUtf8())
        return std::unexpected(
            JsonPathFault{.offset = 0,
                          .sentence = QStringLiteral("The JSONPath expression is not UTF-8: type "
                                                     "it anew.")});
    auto query = Parser(expression).parse();
    if (!query)
        return std::unexpected(query.error());
    return JsonPath(*std::move(query));
}

namespace json_path
{
namespace
{

constexpr qint64 largestInteger = (qint64(1) << 53) - 1; // RFC 9535 section 2.1: I-JSON's range

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 9535 section 2.5.1.1: letters, the underscore and everything beyond ASCII.
bool isNameStart(char c)
{
    return isLetter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::expected<Query, JsonPathFault> Parser::parse()
{
    Query query;
    if (!take("$"))
        fail(QStringLiteral("A JSONPath expression begins with “$”."));
    else if (segments(query) && !atEnd())
        fail(QStringLiteral("After the end of the expression stands something more."));
    if (m_fault)
        return std::unexpected(*m_fault);
    return query;
}

bool Parser::fail(const QString &sentence)
{
    if (!m_fault)
        m_fault = JsonPathFault{.offset = m_at, .sentence = sentence};
    return false;
}

bool Parser::enter()
{
    if (++m_depth > JsonPath::deepest)
        return fail(QStringLiteral("The expression is nested more than %1 deep: simplify it.")
                        .arg(JsonPath::deepest));
    return true;
}

bool Parser::take(QByteArrayView what)
{
    if (!m_text.sliced(m_at).startsWith(what))
        return false;
    m_at += what.size();
    return true;
}

void Parser::blanks()
{
    while (!atEnd() && QByteArrayView(" \t\n\r").contains(peek()))
        ++m_at;
}

bool Parser::segments(Query &query)
{
    while (true) {
        const qsizetype before = m_at;
        blanks();
        if (peek() != '.' && peek() != '[') {
            m_at = before; // the blanks belong to what follows, if anything may
            return true;
        }
        Segment next;
        if (!segment(next))
            return false;
        query.segments.push_back(std::move(next));
    }
}

bool Parser::segment(Segment &segment)
{
    if (peek() == '[')
        return bracketed(segment);
    if (take("..")) {
        segment.reach = Segment::Reach::Descendant;
        return peek() == '[' ? bracketed(segment) : shorthand(segment);
    }
    return take(".") && shorthand(segment);
}

bool Parser::shorthand(Segment &segment)
{
    if (take("*")) {
        segment.selectors.emplace_back(Wildcard{});
        return true;
    }
    const qsizetype from = m_at;
    if (!isNameStart(peek()))
        return fail(QStringLiteral("After a dot a name or “*” must stand."));
    while (!atEnd() && (isNameStart(peek()) || isDigit(peek())))
        ++m_at;
    segment.selectors.emplace_back(Name{m_text.sliced(from, m_at - from).toByteArray()});
    return true;
}

bool Parser::bracketed(Segment &segment)
{
    if (!take("[") || !enter())
        return false;
    do {
        blanks();
        Selector next;
        if (!selector(next))
            return false;
        segment.selectors.push_back(std::move(next));
        blanks();
    } while (take(","));
    --m_depth;
    return take("]") || fail(QStringLiteral("Here a comma or “]” must stand."));
}

bool Parser::selector(Selector &selector)
{
    const char c = peek();
    if (c == '"' || c == '\'') {
        Name name;
        if (!string(name.text))
            return false;
        selector = std::move(name);
        return true;
    }
    if (take("*")) {
        selector = Wildcard{};
        return true;
    }
    if (take("?")) {
        blanks();
        auto test = std::make_shared<Expression>();
        if (!logicalOr(*test))
            return false;
        selector = Filter{std::move(test)};
        return true;
    }
    if (isDigit(c) || c == '-' || c == ':')
        return indexOrSlice(selector);
    return fail(QStringLiteral("Here a name in quotes, an index, a slice, “*” or a filter “?” must "
                               "stand."));
}

bool Parser::indexOrSlice(Selector &selector)
{
    Slice slice;
    if (peek() != ':') {
        qint64 first = 0;
        if (!integer(first))
            return false;
        const qsizetype after = m_at;
        blanks();
        if (peek() != ':') {
            m_at = after;
            selector = Index{first};
            return true;
        }
        slice.start = first;
    }
    if (!sliceParts(slice))
        return false;
    selector = slice;
    return true;
}

// start S ":" S [end S] [":" [S step]], from the first colon on.
bool Parser::sliceParts(Slice &slice)
{
    ++m_at;
    blanks();
    const auto number = [&] { return isDigit(peek()) || peek() == '-'; };
    qint64 value = 0;
    if (number()) {
        if (!integer(value))
            return false;
        slice.end = value;
        blanks();
    }
    if (!take(":"))
        return true;
    blanks();
    if (number()) {
        if (!integer(value))
            return false;
        slice.step = value;
    }
    return true;
}

bool Parser::integer(qint64 &number)
{
    const qsizetype from = m_at;
    const bool negative = take("-");
    const qsizetype digits = m_at;
    while (isDigit(peek()))
        ++m_at;
    const qsizetype count = m_at - digits;
    const bool zero = count > 0 && m_text[digits] == '0';
    bool valid = count > 0 && count <= 16 && !(zero && (negative || count > 1));
    if (valid) {
        number = m_text.sliced(from, m_at - from).toByteArray().toLongLong(&valid);
        valid = valid && number >= -largestInteger && number <= largestInteger;
    }
    if (valid)
        return true;
    m_at = from;
    return fail(QStringLiteral("An index is a whole number between −2⁵³ and 2⁵³, without leading "
                               "zeros."));
}

bool Parser::string(QByteArray &text)
{
    const char quote = m_text[m_at++];
    while (!atEnd()) {
        const char c = m_text[m_at];
        if (c == quote) {
            ++m_at;
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20)
            return fail(QStringLiteral("A control character must be written as an escape."));
        ++m_at;
        if (c != '\\')
            text.append(c);
        else if (!escape(quote, text))
            return false;
    }
    return fail(QStringLiteral("The quote that closes this string is missing."));
}

bool Parser::escape(char quote, QByteArray &text)
{
    static constexpr QByteArrayView letters("bfnrt/\\");
    static constexpr QByteArrayView meanings("\b\f\n\r\t/\\");
    const char c = peek();
    const qsizetype known = atEnd() ? -1 : letters.indexOf(c);
    if (known >= 0 || c == quote) {
        ++m_at;
        text.append(c == quote ? quote : meanings[known]);
        return true;
    }
    char32_t unit = 0;
    if (!take("u"))
        return fail(QStringLiteral("This backslash begins no escape that JSONPath knows."));
    if (!hexUnit(unit))
        return false;
    if (unit >= 0xD800 && unit <= 0xDFFF) {
        char32_t low = 0;
        if (unit >= 0xDC00 || !take("\\u"))
            return fail(QStringLiteral("Half a surrogate pair is no character."));
        if (!hexUnit(low))
            return false;
        if (low < 0xDC00 || low > 0xDFFF)
            return fail(QStringLiteral("Half a surrogate pair is no character."));
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    appendUtf8(text, unit);
    return true;
}

bool Parser::hexUnit(char32_t &unit)
{
    for (int i = 0; i < 4; ++i, ++m_at) {
        const int digit = atEnd() ? -1 : hexDigit(peek());
        if (digit < 0)
            return fail(QStringLiteral("Four hexadecimal digits must follow \\u."));
        unit = unit << 4 | char32_t(digit);
    }
    return true;
}

} // namespace json_path
} // namespace sonde::body
