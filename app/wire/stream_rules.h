// Judges frames by where they stand: which streams are open, whose header section is under way,
// what SETTINGS have been agreed on (RFC 9113 section 5.1, 6.10, 8.1). Owned by a conversation
// reader.
#pragma once

#include "trace/frame.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace sonde::wire
{

class StreamRules
{
public:
    // Every frame once, in order. Ok if nothing is wrong with its place.
    [[nodiscard]] trace::Verdict judge(const trace::Frame &frame);
    // The header section that ended with the last frame of `direction` on that stream was that of
    // an interim response (1xx).
    void sawInterim(trace::Direction direction, quint32 stream);

private:
    // One direction of one stream.
    struct Half {
        bool finalHead = false; // a header section that was not interim has come
        bool ended = false;     // END_STREAM
        bool reset = false;     // RST_STREAM went this way
    };
    using Stream = std::array<Half, 2>; // by direction

    [[nodiscard]] trace::Verdict judgeSection(const trace::Frame &frame);
    [[nodiscard]] trace::Verdict judgeStream(const trace::Frame &frame);
    [[nodiscard]] trace::Verdict judgeOpening(const trace::Frame &frame);
    [[nodiscard]] trace::Verdict judgeMessage(const trace::Frame &frame, Stream &stream);
    [[nodiscard]] trace::Verdict judgeConnection(const trace::Frame &frame);

    std::unordered_map<quint32, Stream> m_streams;
    std::unordered_set<quint32> m_promised;
    std::array<quint32, 2> m_section{}; // by direction: the stream whose header section comes
    quint32 m_highest = 0;              // stream that we opened
    std::optional<quint32> m_goAway;    // last stream of the peer's newest
    bool m_refusesPush = false;         // our SETTINGS say so
    bool m_pushRefused = false;         // and the peer has acknowledged them
};

} // namespace sonde::wire
