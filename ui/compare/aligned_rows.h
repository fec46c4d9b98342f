// Bars of several exchanges moved so that each was handed over at the same moment. Pure.
#pragma once

#include "client/call.h"
#include "ui/widgets/waterfall/waterfall_row.h"

namespace sonde::ui
{

struct AlignedCall {
    QString title;
    const client::Call *call = nullptr; // over
    // The moment that becomes the common one; without it when this call was handed over.
    std::optional<trace::Stamp> zero;
};
[[nodiscard]] std::vector<WaterfallRow> alignedRows(const std::vector<AlignedCall> &calls);
// When a call was handed to the pool; nothing without a record of it.
[[nodiscard]] std::optional<trace::Stamp> dispatchOf(const client::Call &call);

} // namespace sonde::ui
