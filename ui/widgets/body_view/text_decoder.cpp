#include "ui/widgets/body_view/text_decoder.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <numeric>

namespace sonde::ui
{
namespace
{

constexpr int tabWidth = 4; // columns

// windows-1252 for 0x80–0x9F; 0 where it defines nothing.
constexpr std::array<char16_t, 32> upperControls{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Scalar {
    char32_t value = 0;
    int length = 1; // octets
    bool valid = false;
};

// One UTF-8 sequence; an ill-formed octet counts alone (Unicode 15, section 3.9, maximal subparts
// are shown octet by octet, since every octet matters here).
Scalar utf8Scalar(QByteArrayView octets)
{
    const auto at = [octets](qsizetype i) { return static_cast<unsigned char>(octets[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80)
        return {.value = lead, .length = 1, .valid = true};
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || octets.size() < length)
        return {};
    char32_t value = lead & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return {};
        value = value << 6 | (at(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (value < least[size_t(length)] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return {};
    return {.value = value, .length = length, .valid = true};
}

Scalar latin1Scalar(QByteArrayView octets)
{
    const auto octet = static_cast<unsigned char>(octets[0]);
    if (octet < 0x80 || octet > 0x9F)
        return {.value = octet, .length = 1, .valid = true};
    const char16_t mapped = upperControls[octet - 0x80U];
    return {.value = mapped, .length = 1, .valid = mapped != 0};
}

// ISO/IEC 6429. Names, since few fixed fonts hold the pictures that Unicode has for them.
constexpr std::array<const char *, 32> controlNames{
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "HT",  "LF",
    "VT",  "FF",  "CR",  "SO",  "SI",  "DLE", "DC1", "DC2", "DC3", "DC4", "NAK",
    "SYN", "ETB", "CAN", "EM",  "SUB", "ESC", "FS",  "GS",  "RS",  "US"};

// Characters that show nothing, or change how others are shown: text that lies about its order is
// an old way to hide something.
bool isHidden(char32_t c)
{
    return (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

// Most rows of most bodies.
bool isPrintableAscii(QByteArrayView octets)
{
    return std::all_of(octets.begin(), octets.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

DecodedText asItIs(QByteArrayView octets)
{
    DecodedText result{.text = QString::fromLatin1(octets)};
    result.octetAt.resize(size_t(octets.size()) + 1);
    std::iota(result.octetAt.begin(), result.octetAt.end(), 0);
    return result;
}

class Builder
{
public:
    explicit Builder(qsizetype expected)
    {
        m_result.text.reserve(expected);
        m_result.octetAt.reserve(size_t(expected) + 1);
    }

    void plain(char32_t c, qint32 octet)
    {
        if (c < 0x10000) {
            append(QChar(char16_t(c)), octet);
        } else {
            append(QChar(QChar::highSurrogate(c)), octet);
            append(QChar(QChar::lowSurrogate(c)), octet);
        }
        ++m_column;
    }

    void tab(qint32 octet)
    {
        const int width = tabWidth - m_column % tabWidth;
        for (int i = 0; i < width; ++i)
            append(QLatin1Char(' '), octet);
        m_column += width;
    }

    void mark(const QString &shown, qint32 octet)
    {
        m_result.marks.push_back(
            {qint32(m_result.text.size()), qint32(shown.size()), Token::SyntaxControl});
        for (const QChar c : shown)
            append(c, octet);
        m_column += int(shown.size());
    }

    DecodedText finish(qint32 octets)
    {
        m_result.octetAt.push_back(octets);
        return std::move(m_result);
    }

private:
    void append(QChar c, qint32 octet)
    {
        m_result.text.append(c);
        m_result.octetAt.push_back(octet);
    }

    DecodedText m_result;
    int m_column = 0;
};

QString octetMark(char octet)
{
    return QStringLiteral("‹%1›").arg(static_cast<unsigned char>(octet), 2, 16, QLatin1Char('0'));
}

} // namespace

Charset charsetNamed(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    static constexpr std::array<QByteArrayView, 7> labels{
        "iso-8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "iso8859-1"};
    const bool latin = std::find(labels.begin(), labels.end(), lower) != labels.end();
    return latin ? Charset::Latin1 : Charset::Utf8;
}

qint32 DecodedText::unitOf(qint32 octet) const
{
    const auto found = std::lower_bound(octetAt.begin(), octetAt.end(), octet);
    return qint32(std::min(found, octetAt.end() - 1) - octetAt.begin());
}

DecodedText decodeRow(QByteArrayView octets, Charset charset)
{
    if (isPrintableAscii(octets))
        return asItIs(octets);
    Builder builder(octets.size());
    qint32 at = 0;
    while (at < octets.size()) {
        const QByteArrayView rest = octets.sliced(at);
        const Scalar scalar = charset == Charset::Utf8 ? utf8Scalar(rest) : latin1Scalar(rest);
        if (!scalar.valid)
            builder.mark(octetMark(rest[0]), at);
        else if (scalar.value == '\t')
            builder.tab(at);
        else if (scalar.value < 0x20)
            builder.mark(QStringLiteral("‹%1›").arg(QLatin1String(controlNames[scalar.value])), at);
        else if (isHidden(scalar.value))
            builder.mark(QStringLiteral("‹U+%1›").arg(QString::number(uint(scalar.value), 16)
                                                          .toUpper()
                                                          .rightJustified(4, QLatin1Char('0'))),
                         at);
        else
            builder.plain(scalar.value, at);
        at += scalar.length;
    }
    return builder.finish(qint32(octets.size()));
}

QString decodePlain(QByteArrayView octets, Charset charset)
{
    if (charset == Charset::Utf8)
        return QString::fromUtf8(octets);
    QString text = QString::fromLatin1(octets);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9F && upperControls[c.unicode() - 0x80U] != 0)
            c = QChar(upperControls[c.unicode() - 0x80U]);
    }
    return text;
}

} // namespace sonde::ui
