// What the terminal is like: whether a descriptor is one, its width, and whether colour is wanted.
#pragma once

#include "http/error.h"

namespace sonde::cli
{

enum class Colour : quint8 { Off, On };
enum class Ink : quint8 { Error, Warning, Good, Faint, Strong };

[[nodiscard]] bool isTerminal(int descriptor);
// Columns of the terminal on standard error; 80 if there is none. At least 40.
[[nodiscard]] int terminalWidth();
// On for a terminal, unless NO_COLOR is set or TERM is "dumb" (no-color.org).
[[nodiscard]] Colour colourFor(int descriptor);
// The text in an ink, or as it is.
[[nodiscard]] QByteArray painted(const QByteArray &text, Ink ink, Colour colour);

// Whether the locale can show block characters.
[[nodiscard]] bool isUtf8Locale();

// Writes all of it, waiting for the reader; what cannot be written to standard error is lost.
void printError(const QByteArray &text);

// "sonde: sentence", then the words of the layer below on lines of their own.
[[nodiscard]] QByteArray errorText(const QString &sentence, const QString &detail, Colour colour);
// The same of an error, with the flag that helps.
[[nodiscard]] QByteArray errorText(const http::Error &error, Colour colour);

// Octets of a stranger for a terminal: control characters, which could command it, become "\x1b".
[[nodiscard]] QByteArray harmless(QByteArrayView octets);

} // namespace sonde::cli
