// curl's -d drops line breaks from what it reads. For a standard input too long to collect, a
// thread puts a filter in front of it.
#pragma once

namespace sonde::cli
{

// Replaces standard input by a pipe that gives the rest of it without CR, LF and NUL. False: no
// pipe could be made, errno tells. The thread ends with the input or the program.
[[nodiscard]] bool filterStandardInput();

} // namespace sonde::cli
