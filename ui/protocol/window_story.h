// The flow-control windows that one stream's content met: every step, where it had to wait, and the
// window that would have sufficed. Pure, any thread.
#pragma once

#include "trace/connection.h"
#include "trace/windows.h"
#include "ui/protocol/wire_view.h"

#include <QString>

namespace sonde::ui
{

struct WindowStory {
    trace::Direction direction = trace::Direction::Received; // of the content
    quint32 stream = 0;
    std::vector<trace::WindowChange> changes; // of the stream and of the connection, in order
    std::vector<trace::Stall> stalls;         // of the stream
    quint64 content = 0;                      // octets of the stream
    std::chrono::nanoseconds stalled{};
    std::chrono::nanoseconds flowing{}; // first to last content, without the stalls
    std::optional<std::chrono::nanoseconds> roundTrip;

    // What the path carries in one round trip at the rate seen between stalls; nothing if no
    // content had to wait or the round trip is not known.
    [[nodiscard]] std::optional<quint64> sufficient() const;
};

[[nodiscard]] WindowStory windowStory(const trace::Conversation &conversation,
                                      trace::Direction direction, quint32 stream,
                                      std::optional<std::chrono::nanoseconds> handshake);
// How long the winning connection attempt took: one round trip.
[[nodiscard]] std::optional<std::chrono::nanoseconds>
handshakeTime(const trace::ConnectionState &connection);
// The direction in which a stream had content, the larger one.
[[nodiscard]] trace::Direction contentDirection(const trace::Conversation &conversation,
                                                quint32 stream);
// What all this means, in sentences.
[[nodiscard]] QString storyText(const WindowStory &story);
// "WINDOW_UPDATE", "DATA": why a window changed.
[[nodiscard]] QString causeText(trace::WindowChange::Cause cause);

} // namespace sonde::ui
