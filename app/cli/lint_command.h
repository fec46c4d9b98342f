// `sonde lint`: which other programs can read request files, and why not.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &lintSyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int lintCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
