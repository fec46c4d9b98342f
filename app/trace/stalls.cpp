// Where content waited for a window; see windows.h.
#include "trace/windows.h"

namespace sonde::trace
{
namespace
{

// When a window was last used up, and opened again.
struct Gate {
    Stamp from;
    Stamp to;
    quint64 fromFrame = 0;
    quint64 toFrame = 0;
    bool shut = false;
    bool everOpened = false;

    void follow(const WindowChange &change)
    {
        if (change.value <= 0 && !shut) {
            shut = true;
            from = change.at;
            fromFrame = change.frame;
        } else if (change.value > 0 && shut) {
            shut = false;
            everOpened = true;
            to = change.at;
            toFrame = change.frame;
        }
    }
    // It opened after that frame.
    [[nodiscard]] bool openedSince(quint64 frame) const
    {
        return everOpened && !shut && toFrame > frame;
    }
};

class StallFinder
{
public:
    explicit StallFinder(const Conversation &conversation)
        : m_conversation(conversation)
    {
    }

    std::vector<Stall> find()
    {
        std::vector<WindowChange> changes;
        for (const Frame &frame : m_conversation.frames) {
            if (const auto *data = std::get_if<DataPayload>(&frame.payload);
                data && frame.length > 0)
                contentCame(frame);
            changes.clear();
            (void)m_tracker.apply(frame, changes);
            for (const WindowChange &change : changes)
                gate(change.direction, change.stream).follow(change);
            if (frame.is(FrameType::Data) || frame.is(FrameType::Headers))
                lane(frame.direction).last[frame.stream] = frame.number;
        }
        return std::move(m_stalls);
    }

private:
    struct Lane {
        std::unordered_map<quint32, Gate> gates;   // 0: the connection's
        std::unordered_map<quint32, quint64> last; // frame of the message that came or went last
    };
    Lane &lane(Direction direction) { return m_lanes[size_t(direction)]; }
    Gate &gate(Direction direction, quint32 stream) { return lane(direction).gates[stream]; }

    void contentCame(const Frame &frame)
    {
        const auto last = lane(frame.direction).last.find(frame.stream);
        if (last == lane(frame.direction).last.end())
            return; // it had not begun
        const Frame &before = m_conversation.frames[size_t(last->second)];
        const Gate &own = gate(frame.direction, frame.stream);
        const Gate &shared = gate(frame.direction, 0);
        const bool byOwn = own.openedSince(before.number);
        const bool byShared = shared.openedSince(before.number);
        if (!byOwn && !byShared)
            return;
        const Gate &first = !byShared || (byOwn && own.from <= shared.from) ? own : shared;
        const Gate &lastOpened =
            !byShared || (byOwn && own.toFrame >= shared.toFrame) ? own : shared;
        Stall stall{.from = std::max(first.from, before.ended),
                    .to = lastOpened.to,
                    .fromFrame = first.fromFrame,
                    .toFrame = lastOpened.toFrame,
                    .stream = frame.stream,
                    .direction = frame.direction,
                    .scope = byOwn && byShared ? Stall::Scope::Both
                             : byOwn           ? Stall::Scope::Stream
                                               : Stall::Scope::Connection};
        if (frame.direction == Direction::Received)
            stall.to = frame.at;
        else if (isFirstSentAfter(lastOpened.toFrame, frame))
            stall.certainty = Stall::Certainty::Exact;
        m_stalls.push_back(stall);
    }

    // What goes out together has one stamp: content in the first that went after the window opened
    // had been waiting for it.
    [[nodiscard]] bool isFirstSentAfter(quint64 number, const Frame &frame) const
    {
        for (auto i = size_t(number) + 1; i < size_t(frame.number); ++i) {
            const Frame &other = m_conversation.frames[i];
            if (other.direction == Direction::Sent)
                return other.at == frame.at;
        }
        return true;
    }

    const Conversation &m_conversation;
    WindowTracker m_tracker;
    std::array<Lane, 2> m_lanes;
    std::vector<Stall> m_stalls;
};

} // namespace

std::vector<Stall> stalls(const Conversation &conversation)
{
    return StallFinder(conversation).find();
}

} // namespace sonde::trace
