#include "ui/protocol/wire_octets.h"

#include <algorithm>
#include <cstring>

namespace sonde::ui
{
namespace
{

// The part of [from, to) that `into`, which begins at `start`, has room for.
std::span<char> roomFor(std::span<char> into, quint64 start, quint64 from, quint64 to)
{
    const quint64 end = start + into.size();
    const quint64 first = std::clamp(from, start, end);
    const quint64 last = std::clamp(to, first, end);
    return into.subspan(first - start, last - first);
}

} // namespace

WireOctets::WireOctets(std::shared_ptr<const trace::Connection> connection,
                       trace::Direction direction)
    : m_connection(std::move(connection))
    , m_direction(direction)
    , m_content(std::make_shared<const Content>())
{
}

void WireOctets::setBody(std::shared_ptr<const body::ByteSource> body, References references)
{
    auto made = std::make_shared<const Content>(Content{std::move(body), std::move(references)});
    const std::scoped_lock lock(m_mutex);
    m_content = std::move(made);
}

std::shared_ptr<const WireOctets::Content> WireOctets::content() const
{
    const std::scoped_lock lock(m_mutex);
    return m_content;
}

qint64 WireOctets::size() const
{
    return qint64(m_connection->log().octets(m_direction));
}

http::Result<qint64> WireOctets::read(qint64 offset, std::span<char> into) const
{
    const auto start = quint64(offset);
    const quint64 all = m_connection->log().octets(m_direction);
    if (start >= all)
        return 0;
    into = into.first(size_t(std::min<quint64>(into.size(), all - start)));
    std::ranges::fill(into, '\0');
    for (const auto &piece : m_connection->log().slice(m_direction, start, start + into.size())) {
        const quint64 end = piece.offset + quint64(piece.octets.size());
        const auto room = roomFor(into, start, piece.offset, end);
        std::memcpy(room.data(), piece.octets.constData(), room.size());
    }
    const auto content = this->content();
    const auto &references = content->references;
    auto reference = std::ranges::upper_bound(references, start, {}, &Reference::to);
    for (; reference != references.end() && reference->from < start + into.size(); ++reference) {
        const auto room = roomFor(into, start, reference->from, reference->to);
        const quint64 skipped = start > reference->from ? start - reference->from : 0;
        const auto got = content->body->read(qint64(reference->bodyOffset + skipped), room);
        if (!got)
            return std::unexpected(got.error());
    }
    return qint64(into.size());
}

} // namespace sonde::ui
