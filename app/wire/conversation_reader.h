// Reads the HTTP/2 conversation of a connection from its byte log, while it grows or later: frames,
// header sections, and a verdict on each by rules of our own, so that what nghttp2 makes of the
// same octets can be held against it. Off the hot path, on any one thread.
#pragma once

#include "trace/connection.h"
#include "trace/windows.h"
#include "wire/frame_reader.h"
#include "wire/hpack_decoder.h"
#include "wire/stream_rules.h"

namespace sonde::wire
{

class ConversationReader
{
public:
    // A peer can make a frame of nine octets and a field of one: past these the rest is left out,
    // which the conversation says.
    static constexpr size_t maxFrames = 400'000;
    static constexpr size_t maxFields = 1'000'000;
    static constexpr qsizetype maxBlockOctets = 4 * 1024 * 1024; // HEADERS with its CONTINUATIONs

    ConversationReader();
    Q_DISABLE_COPY_MOVE(ConversationReader)

    // Reads on where it stopped, at most about `limit` octets; false if there was nothing new.
    bool readOn(const trace::ByteLog &log, qsizetype limit = 256 * 1024);
    // One piece of a log.
    void take(const trace::ByteLog::Piece &piece);

    [[nodiscard]] const trace::Conversation &conversation() const { return m_conversation; }

private:
    struct OpenBlock {
        quint64 firstFrame = 0;
        quint32 stream = 0;
        QByteArray octets;
        bool tooLarge = false;
    };
    struct Lane {
        Lane(trace::Direction direction, trace::HpackHistory &history)
            : frames(direction)
            , fields(history)
        {
        }
        FrameReader frames;
        HpackDecoder fields;
        std::optional<OpenBlock> block;
        std::deque<trace::SettingsPayload> offered;   // what this side said, not acknowledged
        std::unordered_map<quint32, quint64> content; // octets so far, by stream
    };

    void add(FrameReader::Read read);
    void judge(trace::Frame &frame);
    void collect(const trace::Frame &frame, const QByteArray &fragment);
    void decode(const trace::Frame &last);
    void settle(const trace::Frame &frame);
    [[nodiscard]] Lane &lane(trace::Direction direction) { return m_lanes[size_t(direction)]; }

    trace::Conversation m_conversation;
    std::array<Lane, 2> m_lanes; // by direction
    StreamRules m_rules;
    trace::WindowTracker m_windows;
    std::vector<trace::WindowChange> m_changes; // of one frame
    trace::ByteLog::Cursor m_cursor;
    size_t m_fields = 0;
};

} // namespace sonde::wire
