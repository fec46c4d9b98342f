// --timings: every hop's phases as bars on one axis, with their numbers. Pure.
#pragma once

#include "cli/report.h"
#include "cli/terminal.h"

namespace sonde::cli
{

struct WaterfallStyle {
    int width = 80; // columns
    Colour colour = Colour::Off;
    bool blocks = true; // Unicode block elements; "#" otherwise
};

// Ends with a line break; empty if nothing happened.
[[nodiscard]] QByteArray waterfall(const Report &report, const WaterfallStyle &style);

// "1.23 s", "45.6 ms", "789 µs": three digits that matter.
[[nodiscard]] QByteArray durationText(std::chrono::nanoseconds duration);
// "999 B", "1.5 KiB", "2.0 GiB".
[[nodiscard]] QByteArray sizeText(quint64 octets);

} // namespace sonde::cli
