#include "ui/widgets/body_view/text_decoder.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace sonde::ui
{
namespace
{

constexpr int tabWidth = 4; // columns

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

// Of UTF-16; the first half of U+E0000 and its like may be one of these.
bool showsItself(QChar unit)
{
    constexpr char16_t ofTags = 0xDB40;
    const char16_t c = unit.unicode();
    if (c < 0x7F)
        return c >= 0x20;
    return c != ofTags && !isHidden(c);
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

    // Units that show themselves, all at once: one by one they cost more than all else of a row.
    void stretch(QStringView units, const qint32 *octets)
    {
        m_result.text.append(units);
        m_result.octetAt.insert(m_result.octetAt.end(), octets, octets + units.size());
        m_column += int(std::count_if(units.begin(), units.end(),
                                      [](QChar unit) { return !unit.isLowSurrogate(); }));
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

QString hiddenMark(char32_t c)
{
    return QStringLiteral("‹U+%1›").arg(
        QString::number(uint(c), 16).toUpper().rightJustified(4, QLatin1Char('0')));
}

QString controlMark(char32_t c)
{
    return QStringLiteral("‹%1›").arg(QLatin1String(controlNames[c]));
}

} // namespace

QString inOneLine(const QString &text)
{
    const auto shows = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; };
    if (std::all_of(text.begin(), text.end(), shows))
        return text;
    QString line;
    line.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (c == '\n')
            line += u'↵';
        else if (c == '\t')
            line += u'⇥';
        else if (c < 0x20)
            line += controlMark(c);
        else if (isHidden(c))
            line += hiddenMark(c);
        else
            line += QString::fromUcs4(&c, 1);
    }
    return line;
}

TextDecoder::TextDecoder(QByteArray charset)
    : m_charset(std::move(charset))
    , m_decoder(m_charset)
{
    QByteArray ascii(0x7F - 0x20, Qt::Uninitialized);
    std::iota(ascii.begin(), ascii.end(), char(0x20));
    m_showsAscii = m_decoder.decode(ascii).text == QString::fromLatin1(ascii);
}

qint32 DecodedText::unitOf(qint32 octet) const
{
    const auto found = std::lower_bound(octetAt.begin(), octetAt.end(), octet);
    return qint32(std::min(found, octetAt.end() - 1) - octetAt.begin());
}

DecodedText TextDecoder::row(QByteArrayView octets)
{
    if (m_showsAscii && isPrintableAscii(octets))
        return asItIs(octets);
    const body::DecodedOctets decoded = m_decoder.decode(octets);
    Builder builder(decoded.text.size());
    auto broken = decoded.broken.begin();
    for (qsizetype unit = 0; unit < decoded.text.size(); ++unit) {
        const auto from = decoded.text.cbegin() + unit;
        const auto limit =
            broken != decoded.broken.end() ? decoded.text.cbegin() + *broken : decoded.text.cend();
        const auto plain = std::find_if_not(from, limit, showsItself);
        builder.stretch(QStringView(from, plain), decoded.octetAt.data() + unit);
        unit += plain - from;
        if (unit == decoded.text.size())
            break;
        const qint32 octet = decoded.octetAt[size_t(unit)];
        if (broken != decoded.broken.end() && *broken == unit) {
            builder.mark(octetMark(octets[octet]), octet);
            ++broken;
            continue;
        }
        const QChar c = decoded.text[unit];
        char32_t scalar = c.unicode();
        if (c.isHighSurrogate() && unit + 1 < decoded.text.size())
            scalar = QChar::surrogateToUcs4(c, decoded.text[++unit]);
        if (scalar == '\t')
            builder.tab(octet);
        else if (scalar < 0x20)
            builder.mark(controlMark(scalar), octet);
        else if (isHidden(scalar))
            builder.mark(hiddenMark(scalar), octet);
        else
            builder.plain(scalar, octet);
    }
    return builder.finish(qint32(octets.size()));
}

QByteArray TextDecoder::readable(QByteArrayView octets)
{
    if (m_showsAscii && isPrintableAscii(octets))
        return octets.toByteArray();
    const body::DecodedOctets decoded = m_decoder.decode(octets);
    QString text = decoded.text;
    for (auto unit = decoded.broken.rbegin(); unit != decoded.broken.rend(); ++unit)
        text.replace(*unit, 1, octetMark(octets[decoded.octetAt[size_t(*unit)]]));
    return text.toUtf8();
}

QString TextDecoder::plain(QByteArrayView octets)
{
    if (m_charset == "UTF-8")
        return QString::fromUtf8(octets);
    // Row by row: a table of offsets for the whole would be several times its size.
    const body::RowCoding coding = body::rowCodingOf(m_charset);
    QString text;
    while (!octets.isEmpty()) {
        const auto end = body::rowEnd(octets, body::Following::Nothing, coding);
        text += m_decoder.decode(octets.first(end->length)).text;
        octets = octets.sliced(end->length);
    }
    return text;
}

} // namespace sonde::ui
