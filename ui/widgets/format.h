// Numbers as people read them, in the locale of the window. Pure functions.
#pragma once

#include <QString>

#include <chrono>

namespace sonde::ui
{

// "512 bytes", "12.3 kB": steps of 1,000, as on the wire.
[[nodiscard]] QString octetsText(qint64 octets);
// "1,234 bytes", exactly.
[[nodiscard]] QString exactOctetsText(qint64 octets);
// "0.42 ms", "142 ms", "1.24 s", "2 min 3 s".
[[nodiscard]] QString durationText(std::chrono::nanoseconds duration);
// "3.4 MB/s".
[[nodiscard]] QString rateText(qint64 octets, std::chrono::nanoseconds duration);

} // namespace sonde::ui
