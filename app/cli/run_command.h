// `sonde run`: the requests of a file or folder in order, with captures and assertions; the exit
// code says whether all held.
#pragma once

#include "cli/verb_words.h"
#include "lab/run_plan.h"

namespace sonde::cli
{

[[nodiscard]] const VerbSyntax &runSyntax();
// What --name, --env, --var and --env-file choose of the path; for other verbs, too. Error: a --var
// that is not NAME=VALUE.
[[nodiscard]] http::Result<lab::RunChoice> runChoice(const VerbWords &words);
// `words` without the program and the verb. Returns the exit code. Makes the QCoreApplication.
[[nodiscard]] int runCommand(std::span<const QByteArray> words);

} // namespace sonde::cli
