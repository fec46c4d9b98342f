// `sonde import`: foreign collections as .http files, with a preview.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &importSyntax();
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int importCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
