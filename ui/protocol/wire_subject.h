// Which exchange the wire views are about, and what of it they need. A value.
#pragma once

#include "body/byte_source.h"
#include "trace/exchange.h"
#include "ui/protocol/wire_view.h"

namespace sonde::ui
{

struct WireSubject {
    trace::ExchangeState exchange;
    // Its content as it went over the wire, by direction; null: it is not kept.
    using Content = std::array<std::shared_ptr<const body::ByteSource>, 2>;
    Content content;

    [[nodiscard]] const std::shared_ptr<const trace::Connection> &connection() const
    {
        return exchange.connection;
    }
    // Times are told from here: when the request was made.
    [[nodiscard]] trace::Stamp zero() const
    {
        return exchange.events.empty() ? trace::Stamp{} : exchange.events.front().at;
    }
    // Its stream, or the number of its message in HTTP/1; nothing while it has not begun.
    [[nodiscard]] std::optional<quint32> stream(const WireView &view) const;
    // Its first row.
    [[nodiscard]] std::optional<size_t> firstRow(const WireView &view) const;
};

} // namespace sonde::ui
