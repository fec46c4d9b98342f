// What a connection said in HTTP/2, frame by frame and both ways, with the header sections in it. A
// value that only grows, made by wire::ConversationReader from the byte log; what it means is
// computed by the pure functions below.
#pragma once

#include "trace/byte_log.h"
#include "trace/frame.h"
#include "trace/hpack.h"

#include <chrono>

namespace sonde::trace
{

struct Conversation {
    std::vector<Frame> frames; // in the order in which they were whole
    std::vector<HeaderBlock> blocks;
    std::array<HpackHistory, 2> hpack; // by direction
    // The frame that is coming, by direction.
    std::array<std::optional<Frame>, 2> unfinished;
    // By direction: nothing after this octet could be read; the last frame says why.
    std::array<std::optional<quint64>, 2> unreadableFrom;
    // The byte log was full: what came later is not here.
    std::optional<ByteLog::Truncation> truncation;
    // There are more frames than are kept.
    bool isCut = false;

    [[nodiscard]] const HpackHistory &hpackOf(Direction direction) const
    {
        return hpack[size_t(direction)];
    }
    bool operator==(const Conversation &) const = default;
};

// Numbers of the frames of one stream, or with 0 of the connection itself.
[[nodiscard]] std::vector<quint64> framesOf(const Conversation &conversation, quint32 stream);
// Numbers of the header blocks of one stream and direction: interim heads, the head, trailers.
[[nodiscard]] std::vector<quint64> blocksOf(const Conversation &conversation, quint32 stream,
                                            Direction direction);

// The dynamic table of a direction as it was when the frame had come or gone.
[[nodiscard]] HpackTable tableAt(const Conversation &conversation, Direction direction,
                                 quint64 frame);

// SETTINGS, and when they took effect: where their acknowledgement stands among what they govern
// (RFC 9113 section 6.5.3).
struct SettingsRound {
    Direction direction = Direction::Sent; // who said it: Sent, we
    quint64 frame = 0;
    std::optional<quint64> acknowledgement; // none yet
    Stamp sent;
    std::optional<Stamp> effective;
    std::vector<SettingValue> values;

    bool operator==(const SettingsRound &) const = default;
};
[[nodiscard]] std::vector<SettingsRound> settingsHistory(const Conversation &conversation);

// PING and its answer. For one of ours the time between is a round trip, for one of the peer's how
// long we took to answer.
struct PingRound {
    Direction direction = Direction::Sent;
    quint64 frame = 0;
    std::optional<quint64> answer;
    std::optional<std::chrono::nanoseconds> time;

    bool operator==(const PingRound &) const = default;
};
[[nodiscard]] std::vector<PingRound> pingRounds(const Conversation &conversation);

} // namespace sonde::trace
