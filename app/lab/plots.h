// The two plots of a result as SVG that needs nothing else: in the ink of the page around it, told
// apart by dashes and names, so that they can be read without colour. Pure.
#pragma once

#include "lab/sentences.h"

namespace sonde::lab
{

// The share of trials that were over by each time, one line an arm.
[[nodiscard]] QByteArray ecdfPlot(const Result &result);
// One dot a block: how much later than the baseline; the band is the A/A noise, the bar the
// interval.
[[nodiscard]] QByteArray pairedPlot(const Result &result);

} // namespace sonde::lab
