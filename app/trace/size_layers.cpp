#include "trace/size_layers.h"

#include "trace/hpack.h"

namespace sonde::trace
{
namespace
{

quint64 fieldText(const http::Headers &fields)
{
    quint64 octets = 0;
    for (const http::Field &field : fields)
        octets += textOctets(field.name, field.value);
    return octets;
}

constexpr quint64 emptyLine = 2;

} // namespace

std::optional<SizeLayers> sentLayers(const ExchangeState &exchange)
{
    const Sizes &sizes = exchange.sizes;
    if (sizes.requestHeadWire == 0)
        return std::nullopt;
    SizeLayers layers{.headText = sizes.requestHeadWire, // HTTP/1 sends just that
                      .headWire = sizes.requestHeadWire,
                      .bodyWire = sizes.requestBodyWire,
                      .encoded = sizes.requestContent};
    if (exchange.sentHeaders.contains(":method"))
        layers.headText = fieldText(exchange.sentHeaders) + emptyLine;
    return layers;
}

std::optional<SizeLayers> receivedLayers(const ExchangeState &exchange)
{
    if (!exchange.response)
        return std::nullopt;
    const Sizes &sizes = exchange.sizes;
    SizeLayers layers{.headText = sizes.responseHeadWire,
                      .headWire = sizes.responseHeadWire,
                      .bodyWire = sizes.responseBodyWire,
                      .encoded = sizes.responseEncoded,
                      .decoded = sizes.responseDecoded};
    if (exchange.response->version >= http::Version::Http2) {
        const http::Headers &fields = exchange.response->headers;
        layers.headText = fieldText(fields) + emptyLine;
        if (!fields.contains(":status")) // it stands beside them
            layers.headText += textOctets(":status", "200");
    }
    return layers;
}

} // namespace sonde::trace
