#include "ui/protocol/wire_subject.h"

namespace sonde::ui
{

std::optional<quint32> WireSubject::stream(const WireView &view) const
{
    if (view.http2)
        return exchange.streamId > 0 ? std::optional(exchange.streamId) : std::nullopt;
    if (!view.http1)
        return std::nullopt;
    // HTTP/1 carries one exchange after the other: the first head that went after this one began.
    for (const trace::Http1Part &part : *view.http1) {
        if (part.direction == trace::Direction::Sent && part.at >= zero() &&
            part.kind == trace::Http1Part::Kind::Head)
            return part.message;
    }
    return std::nullopt;
}

std::optional<size_t> WireSubject::firstRow(const WireView &view) const
{
    const auto own = stream(view);
    for (size_t row = 0; own && row < view.size(); ++row) {
        if (view.stream(row) == *own)
            return row;
    }
    return std::nullopt;
}

} // namespace sonde::ui
