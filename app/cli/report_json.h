// The one object of `sonde send --json`. Pure but for reading the body's store.
#pragma once

#include "cli/json_writer.h"
#include "cli/report.h"

namespace sonde::cli
{

// Errors: the body's spool cannot be read; the object is complete all the same, without the body.
[[nodiscard]] http::Result<void> writeReport(JsonWriter &json, const Report &report);

} // namespace sonde::cli
