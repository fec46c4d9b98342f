// How many octets a message took in each of its layers: as text of HTTP/1.1, on the wire, as
// content with its coding on and off. Pure.
#pragma once

#include "trace/exchange.h"

namespace sonde::trace
{

struct SizeLayers {
    quint64 headText = 0; // start line and fields as HTTP/1.1 would write them
    quint64 headWire = 0;
    quint64 bodyWire = 0; // with chunk lines, or the headers and padding of frames
    quint64 encoded = 0;
    std::optional<quint64> decoded; // none: this side's content is not decoded by us

    [[nodiscard]] quint64 wire() const { return headWire + bodyWire; }
    bool operator==(const SizeLayers &) const = default;
};

// Nothing before the head was sent, or had come.
[[nodiscard]] std::optional<SizeLayers> sentLayers(const ExchangeState &exchange);
[[nodiscard]] std::optional<SizeLayers> receivedLayers(const ExchangeState &exchange);

} // namespace sonde::trace
