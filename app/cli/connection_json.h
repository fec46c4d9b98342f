// The member `connection` of the report: the connection of the last hop, its TLS and what the
// kernel said of it.
#pragma once

#include "cli/json_writer.h"
#include "cli/report.h"

namespace sonde::cli
{

void writeConnection(JsonWriter &json, const Report &report);

} // namespace sonde::cli
