// A run as one JSON object: {plan, arms, differences, responses, verdict, warnings}, the trials'
// raw numbers within. Pure.
#pragma once

#include "lab/run.h"
#include "lab/sentences.h"

#include <QJsonObject>

namespace sonde::lab
{

[[nodiscard]] QJsonObject reportJson(const Run &run, const Result &result);

} // namespace sonde::lab
