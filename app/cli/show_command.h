// `sonde show`: an evidence bundle as text, in one view or as one JSON object. Main thread.
#pragma once

#include "cli/verb_words.h"
#include "interop/recorded_file.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &showSyntax();
// What the options of this verb ask of a call that is over. Returns the exit code.
[[nodiscard]] int showRecorded(const interop::Recorded &recorded, const VerbWords &words);
// `words` without the program and the verb. Returns the exit code.
[[nodiscard]] int showCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
