#include "client/kept_content.h"

#include "client/call.h"

#include <cstring>
#include <numeric>

namespace sonde::client
{
namespace
{

// What a request holds itself, where it is held.
class HeldContent : public body::ByteSource
{
public:
    explicit HeldContent(const http::Content &content)
    {
        for (const http::Segment &segment : content.segments)
            m_parts.push_back(std::get<http::OctetsSegment>(segment).octets);
    }

    [[nodiscard]] qint64 size() const override
    {
        return std::accumulate(
            m_parts.begin(), m_parts.end(), qint64(0),
            [](qint64 sum, const QByteArray &part) { return sum + part.size(); });
    }
    [[nodiscard]] bool isFinished() const override { return true; }
    [[nodiscard]] http::Result<qint64> read(qint64 offset, std::span<char> into) const override
    {
        qint64 done = 0;
        for (const QByteArray &part : m_parts) {
            const qint64 from = std::min<qint64>(offset, part.size());
            const qint64 some = std::min(part.size() - from, qint64(into.size()) - done);
            std::memcpy(into.data() + done, part.constData() + from, size_t(some));
            done += some;
            offset -= from;
        }
        return done;
    }
    using body::ByteSource::read;

private:
    std::vector<QByteArray> m_parts;
};

} // namespace

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
    return std::make_shared<HeldContent>(state.request.content);
}

} // namespace sonde::client
