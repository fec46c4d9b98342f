// A run as it is kept: what was asked, under which circumstances, and every trial. A plain value.
#pragma once

#include "lab/experiment.h"

#include <QDateTime>

namespace sonde::lab
{

// What else decides the numbers, as name and value in the order to show them: "kernel", "6.1.0".
using Environment = std::vector<std::pair<QByteArray, QString>>;
[[nodiscard]] Environment environmentOfThisMachine();

struct Run {
    Experiment::Setup setup;
    Experiment::State state;
    Environment environment;
    QDateTime taken; // invalid: kept by a Sonde that did not note it
    QStringList
        redacted; // what was masked when it was saved: "Authorization"; empty for a fresh one
};

} // namespace sonde::lab
