// What changes the reading of a result, each as a plain sentence. Pure.
#pragma once

#include "lab/result.h"

namespace sonde::lab
{

// Whether a trial may be measured by: it neither failed nor was turned away.
[[nodiscard]] bool counts(const Trial &trial);

[[nodiscard]] std::vector<Warning> warningsOf(const Experiment::Setup &setup,
                                              const Experiment::State &state, const Result &result,
                                              const Words &words);

} // namespace sonde::lab
