// The side-by-side table of a result: one row a measure, one cell an arm. What terminal, Markdown
// and HTML all show. Pure.
#pragma once

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
[[nodiscard]] Table measureTable(const Result &result);
// What the versions answered differently; one column an arm, the last one the nature.
[[nodiscard]] Table responseTable(const Experiment::Setup &setup, const Result &result);

} // namespace sonde::lab
