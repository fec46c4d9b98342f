#include "ui/widgets/waterfall/waterfall_row.h"

#include <algorithm>

namespace sonde::ui
{

WaterfallRow waterfallRow(const trace::ExchangeState &exchange, trace::Stamp now)
{
    const trace::PhaseSpan extent = trace::extent(exchange);
    WaterfallRow row;
    row.title = QString::fromLatin1(exchange.request.method.token()) + QLatin1Char(' ') +
                QString::fromUtf8(exchange.request.target.pathAndQuery);
    row.status = exchange.response ? exchange.response->status : 0;
    row.over = exchange.isOver();
    row.reused = exchange.connectionReused;
    row.start = *extent.start;
    row.end = row.over ? *extent.end : std::max(now, *extent.end);
    for (const trace::PhaseSpan &span : trace::phases(exchange)) {
        if (!span.start)
            continue;
        PhaseBar bar{.phase = span.phase,
                     .state = span.state,
                     .start = *span.start,
                     .end = span.end.value_or(row.end),
                     .shared = span.shared,
                     .early = span.early};
        // Set-up that another exchange paid for may have begun before this one was there.
        row.start = std::min(row.start, bar.start);
        row.bars.push_back(bar);
    }
    return row;
}

std::chrono::nanoseconds axisStep(std::chrono::nanoseconds length, int most)
{
    most = std::max(most, 1);
    const qint64 least = std::max<qint64>(length.count() / most, 1);
    qint64 step = 1;
    while (step < least) {
        for (const qint64 factor : {2, 5, 10}) {
            if (step * factor >= least)
                return std::chrono::nanoseconds(step * factor);
        }
        step *= 10;
    }
    return std::chrono::nanoseconds(step);
}

} // namespace sonde::ui
