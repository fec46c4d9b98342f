// Bars of several exchanges moved so that a moment of theirs is the same. Pure.
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
// The moment that calls can have in common.
enum class Moment : quint8 {
    Dispatched,      // handed to the pool
    ConnectionReady, // that, or when its connection could be used, if that was later
    FirstOctet,      // of the answer's head
};
// Nothing without a record of it.
[[nodiscard]] std::optional<trace::Stamp> momentOf(const client::Call &call, Moment moment);

} // namespace sonde::ui
