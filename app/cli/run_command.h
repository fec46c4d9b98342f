// `sonde run`: the requests of a file or folder in order, with captures and assertions; the exit
// code says whether all held.
#pragma once

#include "cli/verb_words.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &runSyntax();
// `words` without the program and the verb. Returns the exit code. Makes the QCoreApplication.
[[nodiscard]] int runCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
