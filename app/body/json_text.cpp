#include "body/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace sonde::body
{
namespace
{

// The four digits behind “\u” at `at`.
std::optional<char32_t> hexUnit(QByteArrayView text, qsizetype at)
{
    if (text.size() - at < 4)
        return std::nullopt;
    char32_t unit = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return std::nullopt;
        unit = unit << 4 | char32_t(digit);
    }
    return unit;
}

// “\uXXXX” and, for a pair of surrogates, both; `at` stands on the first digit.
bool appendUnicodeEscape(QByteArrayView text, qsizetype &at, QByteArray &into)
{
    const auto unit = hexUnit(text, at);
    if (!unit)
        return false;
    at += 4;
    char32_t scalar = *unit;
    if (scalar >= 0xD800 && scalar <= 0xDFFF) {
        const auto low = text.sliced(at).startsWith("\\u") ? hexUnit(text, at + 2) : std::nullopt;
        if (scalar < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF) {
            scalar = 0x10000 + ((scalar - 0xD800) << 10) + (*low - 0xDC00);
            at += 6;
        } else {
            scalar = 0xFFFD;
        }
    }
    appendUtf8(into, scalar);
    return true;
}

char simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case '"':
    case '\\':
    case '/':
        return c;
    default:
        return 0;
    }
}

} // namespace

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void appendUtf8(QByteArray &text, char32_t c)
{
    if (c < 0x80) {
        text.append(char(c));
    } else if (c < 0x800) {
        text.append(char(0xC0 | c >> 6)).append(char(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        text.append(char(0xE0 | c >> 12)).append(char(0x80 | (c >> 6 & 0x3F)));
        text.append(char(0x80 | (c & 0x3F)));
    } else {
        text.append(char(0xF0 | c >> 18)).append(char(0x80 | (c >> 12 & 0x3F)));
        text.append(char(0x80 | (c >> 6 & 0x3F))).append(char(0x80 | (c & 0x3F)));
    }
}

QByteArray unescapedJson(QByteArrayView literal)
{
    if (!literal.startsWith('"'))
        return literal.toByteArray();
    literal = literal.sliced(1);
    if (literal.endsWith('"'))
        literal.chop(1);
    if (!literal.contains('\\'))
        return literal.toByteArray();
    QByteArray text;
    text.reserve(literal.size());
    for (qsizetype at = 0; at < literal.size();) {
        const char c = literal[at++];
        if (c != '\\' || at == literal.size()) {
            text.append(c);
            continue;
        }
        const char escape = literal[at++];
        if (escape == 'u' && appendUnicodeEscape(literal, at, text))
            continue;
        if (const char meant = escape == 'u' ? char(0) : simpleEscape(escape))
            text.append(meant);
        else
            text.append('\\').append(escape);
    }
    return text;
}

std::optional<double> jsonNumber(QByteArrayView text)
{
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    const bool zero = at < text.size() && text[at] == '0';
    const qsizetype whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0)
            return std::nullopt;
    }
    if (at < text.size() && (text[at] | 0x20) == 'e') {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (digits() == 0)
            return std::nullopt;
    }
    if (at != text.size())
        return std::nullopt;
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem == std::errc::result_out_of_range) {
        // Too small or too large: the sign of the exponent tells which.
        const qsizetype exponent = text.toByteArray().toLower().indexOf("e-");
        const double size = exponent >= 0 ? 0 : std::numeric_limits<double>::infinity();
        return text.startsWith('-') ? -size : size;
    }
    return value;
}

QByteArray jsonNumberText(double value)
{
    if (value == 0)
        return "0"; // without the sign of a negative zero
    if (!std::isfinite(value))
        return value > 0 ? "1e999" : "-1e999";
    std::array<char, 32> text{};
    const auto [end, problem] = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), end - text.data()};
}

QByteArray quotedJson(QByteArrayView utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray text("\"");
    for (const char c : utf8) {
        const auto octet = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            text.append('\\').append(c);
        else if (c == '\n')
            text.append("\\n");
        else if (c == '\r')
            text.append("\\r");
        else if (c == '\t')
            text.append("\\t");
        else if (octet < 0x20)
            text.append("\\u00").append(digits[octet >> 4]).append(digits[octet & 0xF]);
        else
            text.append(c);
    }
    return text.append('"');
}

} // namespace sonde::body
