// Rows sorted into lanes: the connection's own and one per stream, in the order in which they
// began. Pure, any thread.
#pragma once

#include "ui/protocol/wire_view.h"

#include <QString>

namespace sonde::ui
{

struct Lane {
    quint32 stream = 0;
    QString label;             // "1 GET /orders"
    std::vector<quint32> rows; // of the WireView, ascending

    bool operator==(const Lane &) const = default;
};

[[nodiscard]] std::vector<Lane> lanesOf(const WireView &view);

// The row of a lane that is nearest to a moment; nothing if it is empty.
[[nodiscard]] std::optional<size_t> nearestRow(const WireView &view, const Lane &lane,
                                               trace::Stamp moment);

} // namespace sonde::ui
