// `sonde show`: an evidence bundle as text, in one view or as one JSON object. Main thread.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &showSyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int showCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
