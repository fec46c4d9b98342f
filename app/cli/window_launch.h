// `sonde` without a verb is the window: a program of its own beside this one (see door.cpp), so
// that the terminal face loads no GUI library.
#pragma once

namespace sonde::cli
{

// Why the window did not open, and what to do. Returns the exit code.
[[nodiscard]] int withoutWindow();

} // namespace sonde::cli
