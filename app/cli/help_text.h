// What the program says of itself: help, version, the manual page and the completions, all from the
// one table of options. Pure.
#pragma once

#include "interop/curl_options.h"

#include <QByteArray>

namespace sonde::cli
{

[[nodiscard]] QByteArray versionText();
[[nodiscard]] QByteArray overview();   // sonde help
[[nodiscard]] QByteArray sendHelp();   // sonde help send
[[nodiscard]] QByteArray manualPage(); // sonde help --man; roff
[[nodiscard]] QByteArray bashCompletion();
[[nodiscard]] QByteArray zshCompletion();
[[nodiscard]] QByteArray fishCompletion();

// Folded at blanks to 78 columns, each further line under the first.
[[nodiscard]] QByteArray foldedText(const QByteArray &text, int indent);

// "-X, --request METHOD".
[[nodiscard]] QByteArray flagText(const interop::CurlOption &option);

// Writes to standard output.
void printText(const QByteArray &text);

} // namespace sonde::cli
