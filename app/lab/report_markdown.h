// A result as Markdown: verdict, tables, warnings, plan. Pure.
#pragma once

#include "lab/report_table.h"

namespace sonde::lab
{

[[nodiscard]] QByteArray reportMarkdown(const Experiment::Setup &setup, const Result &result,
                                        const Words &words = {});

// How it was measured, one line: for every report.
[[nodiscard]] QString methodSentence(const Experiment::Setup &setup, const Result &result,
                                     const Words &words = {});

} // namespace sonde::lab
