#include "ui/protocol/window_story.h"

#include "ui/widgets/format.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::WindowStory)
};

bool isContent(const trace::Frame &frame, trace::Direction direction, quint32 stream)
{
    return frame.is(trace::FrameType::Data) && frame.direction == direction &&
           frame.stream == stream;
}

// The least of what is known: pings of ours, and the handshake below TLS.
std::optional<std::chrono::nanoseconds> roundTrip(const trace::Conversation &conversation,
                                                  std::optional<std::chrono::nanoseconds> handshake)
{
    auto least = handshake;
    for (const trace::PingRound &round : trace::pingRounds(conversation)) {
        if (round.direction == trace::Direction::Sent && round.time)
            least = std::min(least.value_or(*round.time), *round.time);
    }
    return least;
}

} // namespace

std::optional<quint64> WindowStory::sufficient() const
{
    if (stalls.empty() || !roundTrip || flowing.count() <= 0)
        return std::nullopt;
    const double rate = double(content) / double(flowing.count());
    return quint64(rate * double(roundTrip->count())) + 1;
}

WindowStory windowStory(const trace::Conversation &conversation, trace::Direction direction,
                        quint32 stream, std::optional<std::chrono::nanoseconds> handshake)
{
    WindowStory story{.direction = direction, .stream = stream};
    for (const trace::WindowChange &change : trace::windowLedger(conversation)) {
        if (change.direction == direction && (change.stream == stream || change.stream == 0))
            story.changes.push_back(change);
    }
    for (const trace::Stall &stall : trace::stalls(conversation)) {
        if (stall.direction != direction || stall.stream != stream)
            continue;
        story.stalls.push_back(stall);
        story.stalled += stall.to - stall.from;
    }
    std::optional<trace::Stamp> first;
    trace::Stamp last;
    for (const trace::Frame &frame : conversation.frames) {
        if (!isContent(frame, direction, stream))
            continue;
        first = first.value_or(frame.at);
        last = frame.ended;
        story.content += frame.length;
    }
    if (first)
        story.flowing = (last - *first) - story.stalled;
    story.roundTrip = roundTrip(conversation, handshake);
    return story;
}

std::optional<std::chrono::nanoseconds> handshakeTime(const trace::ConnectionState &connection)
{
    for (const trace::Attempt &attempt : connection.attempts) {
        if (attempt.outcome == trace::Attempt::Outcome::Connected && attempt.ended)
            return *attempt.ended - attempt.started;
    }
    return std::nullopt;
}

trace::Direction contentDirection(const trace::Conversation &conversation, quint32 stream)
{
    std::array<quint64, 2> octets{};
    for (const trace::Frame &frame : conversation.frames) {
        if (isContent(frame, frame.direction, stream))
            octets[size_t(frame.direction)] += frame.length;
    }
    return octets[size_t(trace::Direction::Sent)] > octets[size_t(trace::Direction::Received)]
               ? trace::Direction::Sent
               : trace::Direction::Received;
}

QString storyText(const WindowStory &story)
{
    if (story.content == 0)
        return Words::tr("Stream %1 had no content in this direction.").arg(story.stream);
    const QString content = exactOctetsText(qint64(story.content));
    if (story.stalls.empty())
        return Words::tr("Stream %1: %2 of content, which never had to wait for a window.")
            .arg(story.stream)
            .arg(content);
    const bool exact = std::ranges::all_of(story.stalls, [](const trace::Stall &stall) {
        return stall.certainty == trace::Stall::Certainty::Exact;
    });
    QString text = Words::tr("Stream %1: %2 of content, which waited %n time(s) for a window, %3 "
                             "in all.",
                             nullptr, int(std::min<size_t>(story.stalls.size(), INT_MAX)))
                       .arg(story.stream)
                       .arg(content, durationText(story.stalled));
    if (!exact)
        text += QLatin1Char(' ') + Words::tr("That is inferred: the window was shut, and content "
                                             "came after it opened.");
    if (const auto window = story.sufficient())
        text +=
            QLatin1Char(' ') +
            Words::tr("A window of %1 would have sufficed: %2 at a round trip of %3.")
                .arg(octetsText(qint64(*window)), rateText(qint64(story.content), story.flowing),
                     durationText(*story.roundTrip));
    return text;
}

QString causeText(trace::WindowChange::Cause cause)
{
    using Cause = trace::WindowChange::Cause;
    switch (cause) {
    case Cause::Opened:
        return Words::tr("stream opened");
    case Cause::Content:
        return QStringLiteral("DATA");
    case Cause::WindowUpdate:
        return QStringLiteral("WINDOW_UPDATE");
    case Cause::Settings:
        return QStringLiteral("SETTINGS");
    }
    Q_UNREACHABLE();
}

} // namespace sonde::ui
