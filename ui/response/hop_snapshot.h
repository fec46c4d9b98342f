// Everything a pane shows of one hop, taken at one moment, so that no two panes disagree.
#pragma once

#include "client/call.h"

#include <vector>

namespace sonde::ui
{

struct HopSnapshot {
    std::shared_ptr<const trace::Exchange> source;
    trace::ExchangeState exchange;
    std::optional<trace::ConnectionState> connection;
    std::shared_ptr<body::ByteStore> body;
    // The content with its codings still on, as far as it is kept; may be the body itself.
    std::shared_ptr<const body::ByteSource> received;
    // The content as it went over the wire, by direction; null: it is not kept.
    std::array<std::shared_ptr<const body::ByteSource>, 2> content = {};

    [[nodiscard]] const trace::TlsReport *tls() const
    {
        return connection && connection->tls ? &*connection->tls : nullptr;
    }
    [[nodiscard]] bool isUnverified() const
    {
        return tls() && tls()->verification == trace::Verification::Ignored;
    }
    [[nodiscard]] int status() const { return exchange.response ? exchange.response->status : 0; }
};

// `former` is reused for hops that were over already: they change no more.
[[nodiscard]] std::vector<HopSnapshot> takeSnapshots(const client::Call &call,
                                                     std::vector<HopSnapshot> former);

// Send → now, or → the end.
[[nodiscard]] std::chrono::nanoseconds totalTime(const std::vector<HopSnapshot> &hops);

} // namespace sonde::ui
