#include "ui/compare/aligned_rows.h"

namespace sonde::ui
{

std::optional<trace::Stamp> momentOf(const client::Call &call, Moment moment)
{
    const auto hops = call.hops();
    if (hops.empty())
        return std::nullopt;
    const auto exchange = hops.front().exchange->state();
    const auto dispatched = trace::firstOf(exchange.events, trace::What::Dispatched);
    if (moment == Moment::FirstOctet)
        return trace::firstOf(exchange.events, trace::What::HeadStarted);
    if (moment == Moment::Dispatched || !exchange.connection)
        return dispatched;
    const auto ready = trace::firstOf(exchange.connection->state().events, trace::What::Ready);
    return dispatched && ready ? std::max(*dispatched, *ready) : dispatched;
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
        const trace::Stamp zero =
            one.zero ? *one.zero : momentOf(*one.call, Moment::Dispatched).value_or(row.start);
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
