// What the octets at a place are as a number or a character, in either order. Pure functions.
#pragma once

#include <QByteArrayView>
#include <QString>

#include <span>

namespace sonde::body
{

enum class OctetForm : quint8 {
    Bits,
    Unsigned8,
    Signed8,
    Unsigned16,
    Signed16,
    Unsigned32,
    Signed32,
    Unsigned64,
    Signed64,
    Float16, // IEEE 754-2019, binary16
    Float32,
    Float64,
    Utf8,
    Utf16,
    Utf32,
};

enum class OctetOrder : quint8 { Little, Big };

// Octets that any form needs at most.
inline constexpr qsizetype mostReadOctets = 8;

[[nodiscard]] std::span<const OctetForm> octetForms();
// False where both orders are the same.
[[nodiscard]] bool hasOrder(OctetForm form);
// In the digits of a program, not of a language; empty if the octets are too few or are none of
// that form. A character stands with its code point, a control character as its picture.
[[nodiscard]] QString readOctets(QByteArrayView octets, OctetForm form, OctetOrder order);

} // namespace sonde::body
