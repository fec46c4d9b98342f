#include "interop/ansi_c_quote.h"

#include <QString>

namespace sonde::interop
{
namespace
{

int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

// Up to `most` digits of a base, from `at` on, which moves behind them.
std::optional<uint> number(QByteArrayView text, qsizetype &at, int base, int most)
{
    uint result = 0;
    int digits = 0;
    while (at < text.size() && digits < most && digitValue(text[at]) < base) {
        result = result * uint(base) + uint(digitValue(text[at++]));
        ++digits;
    }
    return digits > 0 ? std::optional(result) : std::nullopt;
}

std::optional<char> simpleEscape(char c)
{
    switch (c) {
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'e':
    case 'E':
        return '\x1b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case '\\':
    case '\'':
    case '"':
    case '?':
        return c;
    default:
        return std::nullopt;
    }
}

// `at` stands on the character after the backslash and is moved behind the escape.
QByteArray escape(QByteArrayView text, qsizetype &at)
{
    const char c = text[at];
    if (const auto simple = simpleEscape(c)) {
        ++at;
        return QByteArray(1, *simple);
    }
    if (c >= '0' && c <= '7')
        return QByteArray(1, char(*number(text, at, 8, 3)));
    ++at;
    if (c == 'x') {
        if (const auto value = number(text, at, 16, 2))
            return QByteArray(1, char(*value));
    } else if (c == 'u' || c == 'U') {
        if (const auto value = number(text, at, 16, c == 'u' ? 4 : 8);
            value && *value <= 0x10ffff) {
            const char32_t point = *value;
            return QString::fromUcs4(&point, 1).toUtf8();
        }
    } else if (c == 'c' && at < text.size() && text[at] != '\'') {
        return QByteArray(1, char(text[at++] & 0x1f));
    }
    return QByteArray("\\") + c;
}

} // namespace

std::optional<AnsiCQuote> readAnsiCQuote(QByteArrayView text)
{
    QByteArray octets;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == '\'')
            return AnsiCQuote{.octets = octets, .length = at};
        if (c == '\\' && at < text.size())
            octets += escape(text, at);
        else
            octets += c;
    }
    return std::nullopt;
}

} // namespace sonde::interop
