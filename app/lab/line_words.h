// What a line is called and what it is and is not, wherever numbers that were taken on one are
// shown. Pure.
#pragma once

#include "lab/words.h"
#include "net/line_spec.h"

namespace sonde::lab
{

// "40 ms line, 5 Mbit/s down, 1 Mbit/s up"
[[nodiscard]] QString lineName(const net::LineSpec &spec, const Words &words = {});
// One sentence or two that stand wherever the numbers do; for none "No network emulation."
[[nodiscard]] QString lineSentence(const net::LineSpec &spec, const Words &words = {});

} // namespace sonde::lab
