#include "ui/compare/aligned_rows.h"

namespace sonde::ui
{

std::optional<trace::Stamp> dispatchOf(const client::Call &call)
{
    const auto hops = call.hops();
    if (hops.empty())
        return std::nullopt;
    return trace::firstOf(hops.front().exchange->state().events, trace::What::Dispatched);
}

std::vector<WaterfallRow> alignedRows(const std::vector<AlignedCall> &calls)
{
    std::vector<WaterfallRow> rows;
    std::optional<trace::Stamp> common;
    for (const AlignedCall &one : calls) {
        const auto hops = one.call->hops();
        if (hops.empty())
            continue;
        WaterfallRow row = waterfallRow(hops.back().exchange->state(), trace::now());
        const trace::Stamp zero = one.zero ? *one.zero : dispatchOf(*one.call).value_or(row.start);
        common = common.value_or(zero);
        const auto by = *common - zero;
        row.title = one.title;
        row.start = row.start + by;
        row.end = row.end + by;
        for (PhaseBar &bar : row.bars) {
            bar.start = bar.start + by;
            bar.end = bar.end + by;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace sonde::ui
