// Flow control computed from frames alone (RFC 9113 section 5.2 and 6.9): every window at any
// moment, in both directions, and where content had to wait for one. Pure.
#pragma once

#include "trace/conversation.h"

#include <deque>
#include <unordered_map>

namespace sonde::trace
{

// One step of one window. Received: how much we have allowed and not seen used; what the peer knows
// of it lags behind by the way there.
struct WindowChange {
    enum class Cause : quint8 {
        Opened,       // the stream began
        Content,      // DATA, padding included, used it up
        WindowUpdate, // the receiver gave more
        Settings,     // INITIAL_WINDOW_SIZE took effect
    };

    Stamp at;
    quint64 frame = 0;
    qint64 value = 0;                      // octets; below 0 after INITIAL_WINDOW_SIZE has shrunk
    quint32 stream = 0;                    // 0: the connection's
    Direction direction = Direction::Sent; // of the content that it limits
    Cause cause = Cause::Opened;

    bool operator==(const WindowChange &) const = default;
};

// Follows all windows of a connection, frame by frame.
class WindowTracker
{
public:
    // Appends what the frame changes. A violation if it breaks a rule of flow control.
    Verdict apply(const Frame &frame, std::vector<WindowChange> &changes);

    // Nothing for a stream that is not open in that direction.
    [[nodiscard]] std::optional<qint64> window(Direction direction, quint32 stream) const;

private:
    struct Lane {
        qint64 initial = 65'535; // RFC 9113 section 6.9.2
        qint64 connection = 65'535;
        std::unordered_map<quint32, qint64> streams; // open in this direction
        std::deque<std::optional<quint32>> offered;  // INITIAL_WINDOW_SIZE not acknowledged
    };

    [[nodiscard]] Lane &lane(Direction direction) { return m_lanes[size_t(direction)]; }
    [[nodiscard]] Verdict content(const Frame &frame, std::vector<WindowChange> &changes);
    [[nodiscard]] Verdict update(const Frame &frame, std::vector<WindowChange> &changes);
    void acknowledged(const Frame &frame, std::vector<WindowChange> &changes);
    void opened(const Frame &frame, std::vector<WindowChange> &changes);

    std::array<Lane, 2> m_lanes; // by direction of the content
    quint32 m_highest = 0;       // stream that was ever opened
};

// All steps of all windows, in order.
[[nodiscard]] std::vector<WindowChange> windowLedger(const Conversation &conversation);

// A time in which content could not go on because a window was used up.
struct Stall {
    enum class Scope : quint8 { Stream, Connection, Both };
    enum class Certainty : quint8 {
        Exact,    // ours: content went out the moment that it was allowed
        Inferred, // the peer's, or ours without that proof: the window was shut, content came later
    };

    Stamp from;
    Stamp to;              // Sent: the window opened. Received: content came again
    quint64 fromFrame = 0; // the frame that used the window up
    quint64 toFrame = 0;   // the frame that opened it
    quint32 stream = 0;    // whose content waited
    Direction direction = Direction::Sent;
    Scope scope = Scope::Stream;
    Certainty certainty = Certainty::Inferred;

    bool operator==(const Stall &) const = default;
};
// Stalls that are over, in order of their end.
[[nodiscard]] std::vector<Stall> stalls(const Conversation &conversation);

} // namespace sonde::trace
