#include "ui/body/replay.h"

#include <QTimerEvent>

#include <algorithm>
#include <atomic>

namespace sonde::ui
{
namespace
{

constexpr int frameMilliseconds = 16;

} // namespace

// The first octets of a source; how many grows.
class Replay::Part : public body::ByteSource
{
public:
    Part(std::shared_ptr<const body::ByteSource> whole, qint64 octets)
        : m_whole(std::move(whole))
        , m_octets(octets)
    {
    }

    void growTo(qint64 octets) { m_octets = octets; }
    qint64 size() const override { return std::min(m_octets.load(), m_whole->size()); }
    bool isFinished() const override
    {
        return m_whole->isFinished() && m_octets.load() >= m_whole->size();
    }
    http::Result<qint64> read(qint64 offset, std::span<char> into) const override
    {
        const qint64 left = std::clamp<qint64>(size() - offset, 0, qint64(into.size()));
        return m_whole->read(offset, into.first(size_t(left)));
    }

private:
    const std::shared_ptr<const body::ByteSource> m_whole;
    std::atomic<qint64> m_octets;
};

Replay::Replay(std::shared_ptr<const body::ByteSource> whole,
               std::shared_ptr<const trace::Exchange> exchange, QObject *parent)
    : QObject(parent)
    , m_whole(std::move(whole))
    , m_arrivals(std::move(exchange))
{
    const auto &chunks = m_arrivals.chunks();
    if (!chunks.empty())
        m_duration = chunks.back().at - chunks.front().at;
    m_part = std::make_shared<Part>(m_whole, octetsAt(m_position));
}

Replay::~Replay() = default;

std::shared_ptr<const body::ByteSource> Replay::source() const
{
    return m_part;
}

qint64 Replay::octetsAt(std::chrono::nanoseconds position) const
{
    // What the decoder gave only at the end came with the last arrival.
    const auto &chunks = m_arrivals.chunks();
    if (chunks.empty() || position >= m_duration)
        return m_whole->size();
    const auto after = std::ranges::upper_bound(
        chunks, position, std::ranges::less{},
        [&](const trace::Chunk &chunk) { return chunk.at - chunks.front().at; });
    return after == chunks.begin() ? 0 : qint64(std::prev(after)->decodedTo);
}

void Replay::moveTo(std::chrono::nanoseconds position)
{
    position = std::clamp(position, std::chrono::nanoseconds(0), m_duration);
    const qint64 before = m_part->size();
    const bool back = position < m_position;
    m_position = position;
    const qint64 octets = octetsAt(position);
    if (back && octets < before) {
        // Sources only grow: what is shorter is another one.
        m_part = std::make_shared<Part>(m_whole, octets);
        Q_EMIT sourceChanged();
    } else {
        m_part->growTo(octets);
        Q_EMIT grew();
    }
    Q_EMIT moved();
}

void Replay::play(int speed)
{
    if (m_position >= m_duration)
        moveTo(std::chrono::nanoseconds(0));
    m_speed = speed;
    m_from = m_position;
    m_clock.start();
    m_timer.start(frameMilliseconds, Qt::PreciseTimer, this);
    Q_EMIT moved();
}

void Replay::pause()
{
    m_timer.stop();
    Q_EMIT moved();
}

void Replay::seek(std::chrono::nanoseconds position)
{
    moveTo(position);
    m_from = m_position;
    m_clock.start();
}

void Replay::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    const auto position = m_from + std::chrono::nanoseconds(m_clock.nsecsElapsed()) * m_speed;
    if (position >= m_duration)
        m_timer.stop();
    moveTo(position);
}

} // namespace sonde::ui
