// `sonde` without a verb is the window: a program of its own beside this one (see door.cpp), so
// that the terminal face loads no GUI library.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

// Why the window did not open, and what to do. Returns the exit code.
[[nodiscard]] int withoutWindow();

// `sonde open FILE`: becomes the window with what was recorded in that file.
[[nodiscard]] const VerbSyntax &openSyntax();
[[nodiscard]] int openCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
