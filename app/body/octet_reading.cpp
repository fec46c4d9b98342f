#include "body/octet_reading.h"

#include <QtEndian>

#include <bit>
#include <cmath>
#include <limits>
#include <optional>

namespace sonde::body
{
namespace
{

using enum OctetForm;

template <typename Number>
std::optional<Number> numberOf(QByteArrayView octets, OctetOrder order)
{
    if (octets.size() < qsizetype(sizeof(Number)))
        return std::nullopt;
    return order == OctetOrder::Little ? qFromLittleEndian<Number>(octets.data())
                                       : qFromBigEndian<Number>(octets.data());
}

template <typename Number>
QString integer(QByteArrayView octets, OctetOrder order)
{
    const auto number = numberOf<Number>(octets, order);
    return number ? QString::number(*number) : QString();
}

// As short as it can be and still be read back as the same.
template <typename Float>
QString shortest(Float value)
{
    for (int digits = 1; digits < std::numeric_limits<Float>::max_digits10; ++digits) {
        const QString text = QString::number(double(value), 'g', digits);
        if (Float(text.toDouble()) == value)
            return text;
    }
    return QString::number(double(value), 'g', std::numeric_limits<Float>::max_digits10);
}

double half(quint16 bits)
{
    const int exponent = (bits >> 10) & 0x1F;
    const int fraction = bits & 0x3FF;
    const double sign = (bits & 0x8000) != 0 ? -1 : 1;
    if (exponent == 0x1F)
        return fraction == 0 ? sign * std::numeric_limits<double>::infinity()
                             : std::numeric_limits<double>::quiet_NaN();
    return exponent == 0 ? sign * std::ldexp(fraction, -24)
                         : sign * std::ldexp(fraction + 1024, exponent - 25);
}

QString floating(QByteArrayView octets, OctetForm form, OctetOrder order)
{
    if (form == Float16) {
        const auto bits = numberOf<quint16>(octets, order);
        return bits ? shortest(float(half(*bits))) : QString();
    }
    if (form == Float32) {
        const auto bits = numberOf<quint32>(octets, order);
        return bits ? shortest(std::bit_cast<float>(*bits)) : QString();
    }
    const auto bits = numberOf<quint64>(octets, order);
    return bits ? shortest(std::bit_cast<double>(*bits)) : QString();
}

// RFC 3629 section 4, without the forms that are too long and without surrogates.
std::optional<char32_t> utf8(QByteArrayView octets)
{
    if (octets.isEmpty())
        return std::nullopt;
    const auto lead = static_cast<unsigned char>(octets.front());
    if (lead < 0x80)
        return lead;
    const int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || octets.size() < length)
        return std::nullopt;
    char32_t code = lead & (0xFFU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(octets[i]);
        if ((next & 0xC0) != 0x80)
            return std::nullopt;
        code = code << 6 | (next & 0x3F);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return std::nullopt;
    return code;
}

std::optional<char32_t> utf16(QByteArrayView octets, OctetOrder order)
{
    const auto first = numberOf<quint16>(octets, order);
    if (!first || QChar::isLowSurrogate(*first))
        return std::nullopt;
    if (!QChar::isHighSurrogate(*first))
        return *first;
    const auto second = numberOf<quint16>(octets.sliced(2), order);
    if (!second || !QChar::isLowSurrogate(*second))
        return std::nullopt;
    return QChar::surrogateToUcs4(*first, *second);
}

QString character(std::optional<char32_t> code)
{
    if (!code || *code > 0x10FFFF || (*code >= 0xD800 && *code < 0xE000))
        return {};
    const QString name = QStringLiteral("U+%1").arg(uint(*code), 4, 16, QLatin1Char('0')).toUpper();
    if (!QChar::isPrint(*code))
        return name; // few fonts hold the pictures of controls
    return QString::fromUcs4(&*code, 1) + QStringLiteral("  ") + name;
}

} // namespace

std::span<const OctetForm> octetForms()
{
    static constexpr OctetForm forms[] = {Bits,       Unsigned8, Signed8,    Unsigned16, Signed16,
                                          Unsigned32, Signed32,  Unsigned64, Signed64,   Float16,
                                          Float32,    Float64,   Utf8,       Utf16,      Utf32};
    return forms;
}

bool hasOrder(OctetForm form)
{
    return form != Bits && form != Unsigned8 && form != Signed8 && form != Utf8;
}

QString readOctets(QByteArrayView octets, OctetForm form, OctetOrder order)
{
    if (octets.isEmpty())
        return {};
    switch (form) {
    case Bits:
        return QStringLiteral("%1").arg(uint(static_cast<unsigned char>(octets.front())), 8, 2,
                                        QLatin1Char('0'));
    case Unsigned8:
        return integer<quint8>(octets, order);
    case Signed8:
        return integer<qint8>(octets, order);
    case Unsigned16:
        return integer<quint16>(octets, order);
    case Signed16:
        return integer<qint16>(octets, order);
    case Unsigned32:
        return integer<quint32>(octets, order);
    case Signed32:
        return integer<qint32>(octets, order);
    case Unsigned64:
        return integer<quint64>(octets, order);
    case Signed64:
        return integer<qint64>(octets, order);
    case Float16:
    case Float32:
    case Float64:
        return floating(octets, form, order);
    case Utf8:
        return character(utf8(octets));
    case Utf16:
        return character(utf16(octets, order));
    case Utf32: {
        const auto code = numberOf<quint32>(octets, order);
        return code ? character(char32_t(*code)) : QString();
    }
    }
    return {};
}

} // namespace sonde::body
