#include "client/content_source.h"

#include <algorithm>

namespace sonde::client
{

http::Result<ContentSource> ContentSource::open(const http::Content &content)
{
    using Kind = wire::ContentLength::Kind;
    ContentSource source;
    quint64 total = 0;
    bool known = true;
    for (const http::Segment &segment : content.segments) {
        auto reader = SegmentReader::make(segment);
        if (!reader)
            return std::unexpected(reader.error());
        const auto size = (*reader)->size();
        known = known && size.has_value();
        total += size.value_or(0);
        source.m_segments.push_back(std::move(*reader));
    }
    if (!known)
        source.m_length = {.kind = Kind::Unknown};
    else if (total > 0)
        source.m_length = {.kind = Kind::Known, .octets = total};
    return source;
}

http::Result<ContentSource::Piece> ContentSource::read(qsizetype limit)
{
    for (; m_current < m_segments.size(); ++m_current) {
        auto piece = m_segments[m_current]->read(std::min(limit, pieceLimit));
        if (!piece || piece->state != State::End)
            return piece;
    }
    return Piece{};
}

void ContentSource::onReadable(const std::function<void()> &listener)
{
    for (const auto &segment : m_segments)
        segment->readable = listener;
}

bool ContentSource::rewind()
{
    m_current = 0;
    return std::ranges::all_of(m_segments, [](const auto &segment) { return segment->rewind(); });
}

} // namespace sonde::client
