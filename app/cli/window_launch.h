// `sonde` without a verb is the window: a program of its own beside this one, so that the terminal
// face loads no GUI library.
#pragma once

namespace sonde::cli
{

// Becomes the window program if there is a display; returns only if it cannot. Before
// QCoreApplication.
void becomeWindow(char *const arguments[]);

// Why the window did not open, and what to do. Returns the exit code.
[[nodiscard]] int withoutWindow();

} // namespace sonde::cli
