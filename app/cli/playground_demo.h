// `sonde playground --demo`: what the window shows on the sample collection, told in the terminal.
#pragma once

#include "playground/playground.h"

namespace sonde::cli
{

// Sends a few requests to the playground, which runs, and prints heads, bodies and waterfalls on
// standard output. Returns the exit code: that of the first send that failed.
[[nodiscard]] int showDemo(const playground::Playground &playground);

} // namespace sonde::cli
