// Between JSON literals and what they mean: strings without their escapes, numbers as doubles. Pure
// functions.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace sonde::body
{

// A string literal, or a bare name, as UTF-8. Escapes without meaning stay as they are; half
// surrogate pairs become U+FFFD.
[[nodiscard]] QByteArray unescapedJson(QByteArrayView literal);
// RFC 8259 section 6: nothing if it is not one of its numbers. Beyond a double's range: infinite.
[[nodiscard]] std::optional<double> jsonNumber(QByteArrayView literal);
// The shortest number that reads back as the same double.
[[nodiscard]] QByteArray jsonNumberText(double value);
// A literal with its quotes.
[[nodiscard]] QByteArray quotedJson(QByteArrayView utf8);

void appendUtf8(QByteArray &text, char32_t scalar);
[[nodiscard]] int hexDigit(char c); // -1 if it is none

} // namespace sonde::body
