// Two runs against one another, arm by arm: how far the medians moved. They were taken one after
// the other, so nothing cancels what else changed in between. Pure.
#pragma once

#include "lab/report_table.h"

namespace sonde::lab
{

struct ArmChange {
    Arm arm;
    double before = 0; // ms, medians
    double after = 0;
    Interval moved;     // 95 %, of the later median less the earlier, each run resampled by itself
    bool shown = false; // the interval leaves out zero, and the move is larger than the margin
};
// Of the arms that both have, in the order of the later.
[[nodiscard]] std::vector<ArmChange> changesOf(const Run &before, const Result &earlier,
                                               const Run &after, const Result &later);
[[nodiscard]] Table changeTable(const std::vector<ArmChange> &changes, const Words &words = {});
// What the two runs do not have in common besides time: "other blocks", "another URL"; empty if
// nothing.
[[nodiscard]] QStringList unlike(const Run &before, const Run &after, const Words &words = {});

} // namespace sonde::lab
