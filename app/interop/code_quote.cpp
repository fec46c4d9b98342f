#include "interop/code_quote.h"

#include <algorithm>

namespace sonde::interop
{
namespace
{

// POSIX: nothing has a meaning between single quotes but the quote that ends them.
QString shellQuoted(QString text)
{
    text.remove(QChar(u'\0'));
    const bool isPlain =
        !text.isEmpty() && !text.startsWith(u'-') && !text.startsWith(u'=') &&
        std::ranges::all_of(text, [](QChar c) {
            return c.unicode() < 0x80 &&
                   (c.isLetterOrNumber() || QStringLiteral("_./:=@%+,-").contains(c));
        });
    if (isPlain)
        return text;
    return u'\'' + text.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

QString hex(uint number, int digits)
{
    return QString::number(number, 16).rightJustified(digits, u'0');
}

// What would end the line, be unseen or change the reading order stands as an escape.
bool needsEscape(char32_t c)
{
    return c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
           c == 0xfeff || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

QString escaped(char32_t c, Quoting quoting)
{
    if (quoting == Quoting::Cpp) {            // octal ends after three digits, hexadecimal never
        const char32_t guarded[] = {U'x', c}; // a byte order mark at the start would be dropped
        const QByteArray utf8 = QString::fromUcs4(guarded, 2).toUtf8().sliced(1);
        QString text;
        for (const char octet : utf8)
            text += u'\\' + QString::number(quint8(octet), 8).rightJustified(3, u'0');
        return text;
    }
    if (c < 0x80)
        return QStringLiteral("\\x") + hex(c, 2);
    return QStringLiteral("\\u") + hex(c, 4);
}

} // namespace

QString quoted(const QString &text, Quoting quoting)
{
    if (quoting == Quoting::Shell)
        return shellQuoted(text);
    QString out = QStringLiteral("\"");
    const auto points = text.toUcs4();
    for (size_t i = 0; i < size_t(points.size()); ++i) {
        const char32_t point = points[qsizetype(i)];
        const char32_t c = point >= 0xd800 && point < 0xe000 ? U'\xfffd' : point; // half a pair
        if (c == U'"' || c == U'\\')
            out += u'\\' + QString::fromUcs4(&c, 1);
        else if (c == U'\n')
            out += QLatin1String("\\n");
        else if (c == U'\r')
            out += QLatin1String("\\r");
        else if (c == U'\t')
            out += QLatin1String("\\t");
        else if (c == 0 && quoting == Quoting::Cpp)
            continue;
        else if (c == U'?' && quoting == Quoting::Cpp)
            out += QLatin1String("\\?"); // no trigraphs
        else if (needsEscape(c))
            out += escaped(c, quoting);
        else
            out += QString::fromUcs4(&c, 1);
    }
    return out + u'"';
}

} // namespace sonde::interop
