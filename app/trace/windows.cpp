#include "trace/windows.h"

#include <algorithm>

namespace sonde::trace
{
namespace
{

constexpr qint64 maxWindow = 0x7fffffff; // RFC 9113 section 6.9.1
constexpr quint16 initialWindowSize = 4; // RFC 9113 section 6.5.2
constexpr quint32 flowControlError = 3;  // RFC 9113 section 7

Direction opposite(Direction direction)
{
    return direction == Direction::Sent ? Direction::Received : Direction::Sent;
}

Verdict broken(QByteArray section, QString sentence)
{
    return {Verdict::Kind::Violation, flowControlError, std::move(section), std::move(sentence)};
}

} // namespace

Verdict WindowTracker::apply(const Frame &frame, std::vector<WindowChange> &changes)
{
    Verdict verdict;
    if (std::holds_alternative<HeadersPayload>(frame.payload)) {
        opened(frame, changes);
    } else if (std::holds_alternative<DataPayload>(frame.payload)) {
        verdict = content(frame, changes);
    } else if (std::holds_alternative<WindowUpdatePayload>(frame.payload)) {
        verdict = update(frame, changes);
    } else if (std::holds_alternative<RstStreamPayload>(frame.payload)) {
        for (Lane &each : m_lanes)
            each.streams.erase(frame.stream);
    } else if (const auto *settings = std::get_if<SettingsPayload>(&frame.payload)) {
        if (frame.isAck()) {
            acknowledged(frame, changes);
            return {};
        }
        auto &offered = lane(opposite(frame.direction)).offered.emplace_back();
        for (const SettingValue &setting : settings->values) {
            if (setting.id == initialWindowSize)
                offered = setting.value;
        }
    }
    if (frame.endsStream())
        lane(frame.direction).streams.erase(frame.stream);
    return verdict;
}

std::optional<qint64> WindowTracker::window(Direction direction, quint32 stream) const
{
    const Lane &on = m_lanes[size_t(direction)];
    if (stream == 0)
        return on.connection;
    const auto found = on.streams.find(stream);
    return found == on.streams.end() ? std::nullopt : std::optional(found->second);
}

// RFC 9113 section 5.1.1: numbers only grow, so a lower one is of a stream that is known or over.
void WindowTracker::opened(const Frame &frame, std::vector<WindowChange> &changes)
{
    if (frame.stream <= m_highest || frame.stream % 2 == 0)
        return;
    m_highest = frame.stream;
    for (const auto direction : {Direction::Sent, Direction::Received}) {
        Lane &on = lane(direction);
        on.streams.emplace(frame.stream, on.initial);
        changes.push_back({.at = frame.ended,
                           .frame = frame.number,
                           .value = on.initial,
                           .stream = frame.stream,
                           .direction = direction,
                           .cause = WindowChange::Cause::Opened});
    }
}

// RFC 9113 section 6.9.1: padding counts, and DATA of a stream that is over counts for the
// connection.
Verdict WindowTracker::content(const Frame &frame, std::vector<WindowChange> &changes)
{
    if (frame.length == 0)
        return {};
    Lane &on = lane(frame.direction);
    WindowChange change{.at = frame.ended,
                        .frame = frame.number,
                        .direction = frame.direction,
                        .cause = WindowChange::Cause::Content};
    Verdict verdict;
    on.connection -= frame.length;
    change.value = on.connection;
    changes.push_back(change);
    if (change.value < 0)
        verdict = broken("RFC 9113 section 6.9.1",
                         QStringLiteral("The content is %1 octets more than the connection's "
                                        "window allowed.")
                             .arg(-change.value));
    const auto stream = on.streams.find(frame.stream);
    if (stream == on.streams.end())
        return verdict;
    change.value = stream->second -= frame.length;
    change.stream = frame.stream;
    changes.push_back(change);
    if (change.value < 0)
        verdict = broken("RFC 9113 section 6.9.1",
                         QStringLiteral("The content is %1 octets more than the stream's window "
                                        "allowed.")
                             .arg(-change.value));
    return verdict;
}

Verdict WindowTracker::update(const Frame &frame, std::vector<WindowChange> &changes)
{
    const auto direction = opposite(frame.direction);
    Lane &on = lane(direction);
    const auto stream = on.streams.find(frame.stream);
    if (frame.stream != 0 && stream == on.streams.end())
        return {}; // RFC 9113 section 5.1: it may cross the end of the stream
    qint64 &window = frame.stream == 0 ? on.connection : stream->second;
    window += std::get<WindowUpdatePayload>(frame.payload).increment;
    changes.push_back({.at = frame.ended,
                       .frame = frame.number,
                       .value = window,
                       .stream = frame.stream,
                       .direction = direction,
                       .cause = WindowChange::Cause::WindowUpdate});
    if (window <= maxWindow)
        return {};
    return broken("RFC 9113 section 6.9.1",
                  QStringLiteral("The window grows to %1, above 2^31-1.").arg(window));
}

// RFC 9113 section 6.9.2: the windows of open streams follow; the connection's does not.
void WindowTracker::acknowledged(const Frame &frame, std::vector<WindowChange> &changes)
{
    Lane &on = lane(frame.direction);
    if (on.offered.empty())
        return;
    const auto initial = on.offered.front();
    on.offered.pop_front();
    if (!initial || qint64(*initial) == on.initial)
        return;
    const qint64 difference = qint64(*initial) - std::exchange(on.initial, qint64(*initial));
    std::vector<quint32> streams;
    streams.reserve(on.streams.size());
    for (const auto &[id, window] : on.streams)
        streams.push_back(id);
    std::ranges::sort(streams);
    for (const quint32 id : streams) {
        qint64 &window = on.streams[id];
        window += difference;
        changes.push_back({.at = frame.ended,
                           .frame = frame.number,
                           .value = window,
                           .stream = id,
                           .direction = frame.direction,
                           .cause = WindowChange::Cause::Settings});
    }
}

std::vector<WindowChange> windowLedger(const Conversation &conversation)
{
    std::vector<WindowChange> changes;
    WindowTracker tracker;
    for (const Frame &frame : conversation.frames)
        (void)tracker.apply(frame, changes);
    return changes;
}

} // namespace sonde::trace
