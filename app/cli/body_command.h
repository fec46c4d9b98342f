// `sonde body`: a saved body of any size, searched, cut out, queried or laid out.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &bodySyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int bodyCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
