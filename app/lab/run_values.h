// The parts of a saved run as JSON values and back, with every number checked. Pure.
#pragma once

#include "interop/redaction.h"
#include "lab/run.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sonde::lab
{

[[nodiscard]] QJsonObject planValue(const Plan &plan);
[[nodiscard]] std::optional<Plan> planFrom(const QJsonObject &value);

[[nodiscard]] QJsonObject requestValue(const http::Request &request, interop::Redaction &mask);
[[nodiscard]] std::optional<http::Request> requestFrom(const QJsonObject &value);

[[nodiscard]] QJsonObject optionsValue(const client::Options &options);
[[nodiscard]] client::Options optionsFrom(const QJsonObject &value);

[[nodiscard]] QJsonObject trialValue(const Trial &trial, interop::Redaction &mask);
// Nothing if it does not belong to such a plan of so many requests.
[[nodiscard]] std::optional<Trial> trialFrom(const QJsonObject &value, const Plan &plan,
                                             size_t requests);

[[nodiscard]] QJsonObject errorValue(const http::Error &error);
[[nodiscard]] http::Error errorFrom(const QJsonObject &value);

} // namespace sonde::lab
