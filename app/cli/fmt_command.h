// `sonde fmt`: request files in one tidy form, in place or as a check.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &fmtSyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int fmtCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
