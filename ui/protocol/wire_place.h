// Where the rows of a wire view stand among all octets of their direction. Pure functions.
#pragma once

#include "ui/protocol/wire_view.h"

namespace sonde::ui
{

// Octets [from, to) of one direction.
struct WirePlace {
    trace::Direction direction = trace::Direction::Sent;
    quint64 from = 0;
    quint64 to = 0;

    bool operator==(const WirePlace &) const = default;
};

[[nodiscard]] WirePlace placeOf(const WireView &view, size_t row);
// Of a field that stands in that row; nothing if it cannot be told.
[[nodiscard]] std::optional<WirePlace> placeOfField(const WireView &view, size_t row, size_t field);
// The row that holds an octet.
[[nodiscard]] std::optional<size_t> rowAt(const WireView &view, trace::Direction direction,
                                          quint64 octet);

} // namespace sonde::ui
