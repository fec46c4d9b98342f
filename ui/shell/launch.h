// From the command line to the running window.
#pragma once

namespace sonde::ui
{

// The exit code of the program.
[[nodiscard]] int runWindow(int argc, char **argv);

} // namespace sonde::ui
