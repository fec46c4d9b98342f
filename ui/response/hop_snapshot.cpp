#include "ui/response/hop_snapshot.h"

namespace sonde::ui
{

std::vector<HopSnapshot> takeSnapshots(const client::Call &call, std::vector<HopSnapshot> former)
{
    std::vector<HopSnapshot> result;
    const std::vector<client::Hop> hops = call.hops();
    result.reserve(hops.size());
    for (size_t i = 0; i < hops.size(); ++i) {
        if (!hops[i].exchange)
            continue;
        const bool known = i < former.size() && former[i].source == hops[i].exchange;
        if (known && former[i].exchange.isOver()) {
            result.push_back(std::move(former[i]));
            continue;
        }
        HopSnapshot snapshot{.source = hops[i].exchange,
                             .exchange = hops[i].exchange->state(),
                             .body = hops[i].body};
        if (hops[i].kept)
            snapshot.received = {hops[i].kept, &hops[i].kept->received};
        snapshot.content[size_t(trace::Direction::Sent)] = client::sentContent(hops[i]);
        snapshot.content[size_t(trace::Direction::Received)] = client::receivedContent(hops[i]);
        if (snapshot.exchange.connection)
            snapshot.connection = snapshot.exchange.connection->state();
        result.push_back(std::move(snapshot));
    }
    return result;
}

std::chrono::nanoseconds totalTime(const std::vector<HopSnapshot> &hops)
{
    if (hops.empty() || hops.front().exchange.events.empty() || hops.back().exchange.events.empty())
        return std::chrono::nanoseconds(0);
    const trace::Stamp start = hops.front().exchange.events.front().at;
    const trace::ExchangeState &last = hops.back().exchange;
    const trace::Stamp end = last.isOver() ? last.events.back().at : trace::now();
    return end - start;
}

} // namespace sonde::ui
