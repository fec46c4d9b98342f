// The side-by-side table of a result: one row a measure, one cell an arm. What terminal, Markdown
// and HTML all show. Pure.
#pragma once

#include "lab/run.h"
#include "lab/sentences.h"

namespace sonde::lab
{

struct TableRow {
    QString name;
    QStringList cells; // as Table::heads
};
struct Table {
    QStringList heads; // arms, the control last
    std::vector<TableRow> rows;
};
// Times, octets and what the client spent.
[[nodiscard]] Table measureTable(const Result &result, const Words &words = {});
// What the versions answered differently; one column an arm, the last one the nature.
[[nodiscard]] Table responseTable(const Experiment::Setup &setup, const Result &result,
                                  const Words &words = {});
[[nodiscard]] QString natureName(Nature nature, const Words &words = {});

// The dots of the paired plot: one row a block, one cell an arm but the first, the control last.
[[nodiscard]] Table blocksTable(const Result &result, const Words &words = {});

// Every trial in the order of the run, those that do not count included; rows as State::trials.
[[nodiscard]] Table trialTable(const Run &run, const Words &words = {});

} // namespace sonde::lab
