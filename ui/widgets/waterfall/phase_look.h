// What a phase is called and which colour its bar has, for waterfall, tables and error strips
// alike.
#pragma once

#include "trace/phases.h"
#include "ui/widgets/theme.h"

namespace sonde::ui
{

[[nodiscard]] QString phaseName(trace::Phase phase);
[[nodiscard]] Token phaseToken(trace::Phase phase);

} // namespace sonde::ui
