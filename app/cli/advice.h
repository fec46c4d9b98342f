// The flag that helps after an error: what the engine says to people in general, in the words of
// the command line. Pure.
#pragma once

#include "http/error.h"

namespace sonde::cli
{

// One sentence, or empty if no flag helps.
[[nodiscard]] QString advice(const http::Error &error);

} // namespace sonde::cli
