// Text as a literal of another language: whatever it holds, running the code gives it back. Pure.
#pragma once

#include <QString>

namespace sonde::interop
{

enum class Quoting : quint8 { Shell, Python, JavaScript, Go, Cpp };

// With its quotes. Shell and C++ cannot hold NUL, which is left out there.
[[nodiscard]] QString quoted(const QString &text, Quoting quoting);

} // namespace sonde::interop
