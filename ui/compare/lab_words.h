// The sentences of app/lab in the language of the window. Pure, but for the language in force.
#pragma once

#include "lab/words.h"

namespace sonde::ui
{

[[nodiscard]] lab::Words labWords();

} // namespace sonde::ui
