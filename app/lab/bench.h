// Where trials are run: on the engine, or in a test's imagination. Network thread.
#pragma once

#include "lab/trial.h"

#include <qcoro/qcorotask.h>

namespace sonde::lab
{

class Bench
{
public:
    virtual ~Bench() = default;
    // One exchange over an arm that counts for nothing: whether the version is offered at all, and
    // which address all trials are to be pinned to.
    [[nodiscard]] virtual QCoro::Task<http::Result<Trial>> look(int arm) = 0;
    // Never fails as a whole: items carry their errors.
    [[nodiscard]] virtual QCoro::Task<Trial> run(Slot slot) = 0;
    // Ends what is under way; the trial comes back with Cancelled.
    virtual void stop() = 0;
};

} // namespace sonde::lab
