// What `sonde run` tells: a line or more for each request, a summary, or one JSON object. Pure.
#pragma once

#include "cli/terminal.h"
#include "lab/collection_run.h"

namespace sonde::cli
{

// The request and, if something is wrong with it, why: expected and got.
[[nodiscard]] QByteArray runLines(const lab::PlannedRequest &request, const lab::RunResult &result,
                                  Colour colour);
[[nodiscard]] QByteArray runSummary(const lab::CollectionRun &run, std::chrono::nanoseconds took,
                                    Colour colour);
[[nodiscard]] QByteArray runJson(const lab::CollectionRun &run, std::chrono::nanoseconds took);

} // namespace sonde::cli
