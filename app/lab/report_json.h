// A run as one JSON object: {plan, arms, differences, responses, verdict, warnings}, the trials'
// raw numbers within. Pure.
#pragma once

#include "lab/sentences.h"

#include <QJsonObject>

namespace sonde::lab
{

[[nodiscard]] QJsonObject reportJson(const Experiment::Setup &setup, const Experiment::State &state,
                                     const Result &result);

} // namespace sonde::lab
