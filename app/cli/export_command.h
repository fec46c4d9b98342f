// `sonde export`: requests of .http files as commands, code or documents of other programs.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &exportSyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int exportCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
