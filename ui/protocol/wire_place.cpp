#include "ui/protocol/wire_place.h"

namespace sonde::ui
{

WirePlace placeOf(const WireView &view, size_t row)
{
    if (view.http2) {
        const trace::Frame &frame = view.http2->frames[row];
        return {frame.direction, frame.offset, frame.end()};
    }
    const trace::Http1Part &part = (*view.http1)[row];
    const bool content = part.kind == trace::Http1Part::Kind::Content;
    const quint64 size = content ? part.size : quint64(part.octets.size());
    return {part.direction, part.offset, part.offset + size};
}

std::optional<size_t> rowAt(const WireView &view, trace::Direction direction, quint64 octet)
{
    for (size_t row = 0; row < view.size(); ++row) {
        const WirePlace place = placeOf(view, row);
        if (place.direction == direction && octet >= place.from && octet < place.to)
            return row;
    }
    return std::nullopt;
}

} // namespace sonde::ui
