// A run in one file: plan, seed, environment, requests and every trial, as JSON that people can
// read. Credentials stay out of it. Pure but for the two functions that name a path.
#pragma once

#include "lab/run.h"

namespace sonde::lab
{

[[nodiscard]] QByteArray runText(const Run &run);
// Errors: what is not a saved run, or one whose numbers make no sense.
[[nodiscard]] http::Result<Run> readRun(const QByteArray &text);

[[nodiscard]] http::Result<void> saveRun(const Run &run, const QString &path);
[[nodiscard]] http::Result<Run> loadRun(const QString &path);

} // namespace sonde::lab
