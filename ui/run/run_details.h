// What became of one request of a run, as rich text: address, error, assertions with what was
// expected and what came, captures. Pure.
#pragma once

#include "lab/collection_run.h"

#include <QCoreApplication>

namespace sonde::ui
{

class RunDetails
{
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::RunDetails)
public:
    // Without values that are secret in the file's environment.
    [[nodiscard]] static QString text(const lab::PlannedRequest &request,
                                      const lab::RunResult &result);
};

} // namespace sonde::ui
