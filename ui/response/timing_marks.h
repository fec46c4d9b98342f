// What of a hop's timing is not a phase: the wait split into round trip and server, what the server
// says of its own time, stalls of flow control. Pure functions.
#pragma once

#include "trace/wait_split.h"
#include "trace/windows.h"
#include "ui/protocol/wire_view.h"
#include "ui/response/hop_snapshot.h"
#include "ui/widgets/waterfall/waterfall_row.h"

namespace sonde::ui
{

// The record of one connection; hops on another have no part in it.
struct TimingWire {
    std::shared_ptr<const trace::Connection> connection;
    WireView view;

    [[nodiscard]] const trace::Conversation *of(const HopSnapshot &hop) const
    {
        return connection && connection == hop.exchange.connection ? view.http2.get() : nullptr;
    }
    // Of all streams of HTTP/2; looked for once, as that goes through all frames.
    [[nodiscard]] const std::vector<trace::Stall> &stalls() const;
    mutable std::optional<std::vector<trace::Stall>> found{};
};

[[nodiscard]] std::optional<trace::WaitSplit> waitSplit(const HopSnapshot &hop,
                                                        const TimingWire &wire);
// Those of its content, in order of their beginning.
[[nodiscard]] std::vector<trace::Stall> hopStalls(const HopSnapshot &hop, const TimingWire &wire);
// "measured by PING on this connection".
[[nodiscard]] QString roundTripText(trace::WaitSplit::Source source);
// "received; the window of the stream was used up; inferred".
[[nodiscard]] QString stallText(const trace::Stall &stall);

[[nodiscard]] std::vector<WaterfallMark> timingMarks(const HopSnapshot &hop,
                                                     const TimingWire &wire);

} // namespace sonde::ui
