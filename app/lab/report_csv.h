// Every request of every trial as a line of comma-separated values (RFC 4180), for other tools'
// statistics. Pure.
#pragma once

#include "lab/run.h"

namespace sonde::lab
{

[[nodiscard]] QByteArray reportCsv(const Run &run);

} // namespace sonde::lab
