#include "client/kept_content.h"

#include "client/call.h"

namespace sonde::client
{

bool isReadElsewhere(const http::Content &content)
{
    return std::ranges::any_of(content.segments, [](const http::Segment &segment) {
        return !std::holds_alternative<http::OctetsSegment>(segment);
    });
}

std::shared_ptr<const body::ByteSource> receivedContent(const Hop &hop)
{
    if (hop.kept && hop.kept->received.size() > 0)
        return {hop.kept, &hop.kept->received};
    const quint64 received = hop.exchange->state().sizes.responseEncoded;
    if (quint64(hop.body->size()) == received)
        return hop.body;
    return nullptr;
}

std::shared_ptr<const body::ByteSource> sentContent(const Hop &hop)
{
    if (hop.kept && hop.kept->sent.size() > 0)
        return {hop.kept, &hop.kept->sent};
    const auto state = hop.exchange->state();
    if (isReadElsewhere(state.request.content))
        return nullptr;
    const auto store = std::make_shared<body::ByteStore>();
    for (const http::Segment &segment : state.request.content.segments) {
        if (!store->append(std::get<http::OctetsSegment>(segment).octets))
            return nullptr;
    }
    store->finish();
    return store;
}

} // namespace sonde::client
