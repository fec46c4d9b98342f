// `sonde history`: what the window, or sonde send --history, has kept: a list, or one call with
// every view. Main thread.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &historySyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int historyCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
