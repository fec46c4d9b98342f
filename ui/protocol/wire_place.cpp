#include "ui/protocol/wire_place.h"

#include "ui/protocol/wire_detail.h"

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

std::optional<WirePlace> placeOfField(const WireView &view, size_t row, size_t field)
{
    const WirePlace all = placeOf(view, row);
    for (const DetailLine &line : wireDetail(view, row, {})) {
        if (line.kind != DetailLine::Kind::Field || field-- > 0)
            continue;
        return line.from < line.to ? std::optional(WirePlace{all.direction, all.from + line.from,
                                                             all.from + line.to})
                                   : std::nullopt;
    }
    return std::nullopt;
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
