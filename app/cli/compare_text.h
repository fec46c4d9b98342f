// A comparison for people at a terminal. Pure.
#pragma once

#include "cli/terminal.h"
#include "lab/report_table.h"

namespace sonde::cli
{

// Verdict, warnings, tables and how to repeat it.
[[nodiscard]] QByteArray comparisonText(const lab::Experiment::Setup &setup,
                                        const lab::Experiment::State &state,
                                        const lab::Result &result, Colour colour);

// "block 3 of 15, trial 21 of 96, about 12 s left"
[[nodiscard]] QByteArray progressLine(const lab::Experiment::State &state);

} // namespace sonde::cli
