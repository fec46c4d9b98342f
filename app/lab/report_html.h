// A result as one HTML page that needs nothing else, its plots inside. Pure.
#pragma once

#include "lab/report_table.h"

namespace sonde::lab
{

[[nodiscard]] QByteArray reportHtml(const Experiment::Setup &setup, const Result &result,
                                    const Words &words = {});

} // namespace sonde::lab
