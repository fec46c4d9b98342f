// What the bodies of several answers differ in, line by line, with little around it. Pure.
#pragma once

#include "ui/compare/look_rows.h"

namespace sonde::ui
{

// Empty with fewer than two answers.
[[nodiscard]] std::vector<LookRow> bodyRows(const std::vector<LookSide> &sides);

} // namespace sonde::ui
