// HTTP/2 frames as they stood on the wire (RFC 9113 section 6, and the extensions of RFC 7838, 8336
// and 9218). Values, made by wire::ConversationReader, read by any thread.
#pragma once

#include "trace/clock.h"
#include "trace/verdict.h"

#include <QList>

#include <optional>
#include <variant>
#include <vector>

namespace sonde::trace
{

enum class FrameType : quint8 {
    Data = 0,
    Headers = 1,
    Priority = 2,
    RstStream = 3,
    Settings = 4,
    PushPromise = 5,
    Ping = 6,
    GoAway = 7,
    WindowUpdate = 8,
    Continuation = 9,
    AltSvc = 10,
    Origin = 12,
    PriorityUpdate = 16,
};

namespace frameflag
{
inline constexpr quint8 endStream = 0x1;  // DATA, HEADERS
inline constexpr quint8 ack = 0x1;        // SETTINGS, PING
inline constexpr quint8 endHeaders = 0x4; // HEADERS, PUSH_PROMISE, CONTINUATION
inline constexpr quint8 padded = 0x8;     // DATA, HEADERS, PUSH_PROMISE
inline constexpr quint8 priority = 0x20;  // HEADERS
} // namespace frameflag

struct SettingValue {
    quint16 id = 0; // RFC 9113 section 6.5.2
    quint32 value = 0;

    bool operator==(const SettingValue &) const = default;
};

// The priority signal of RFC 7540, deprecated by RFC 9113 section 5.3.2.
struct StreamPriority {
    quint32 dependency = 0;
    quint16 weight = 16; // 1 to 256
    bool exclusive = false;

    bool operator==(const StreamPriority &) const = default;
};

struct DataPayload {
    quint64 offset = 0; // of the first octet in the content of its message, content coding still on
    quint32 octets = 0; // without padding

    bool operator==(const DataPayload &) const = default;
};
struct HeadersPayload {
    std::optional<StreamPriority> priority;
    quint32 fragmentOctets = 0;

    bool operator==(const HeadersPayload &) const = default;
};
struct PriorityPayload {
    StreamPriority priority;

    bool operator==(const PriorityPayload &) const = default;
};
struct RstStreamPayload {
    quint32 code = 0;

    bool operator==(const RstStreamPayload &) const = default;
};
struct SettingsPayload {
    std::vector<SettingValue> values; // in the order sent

    bool operator==(const SettingsPayload &) const = default;
};
struct PushPromisePayload {
    quint32 promised = 0;
    quint32 fragmentOctets = 0;

    bool operator==(const PushPromisePayload &) const = default;
};
struct PingPayload {
    QByteArray opaque; // eight octets

    bool operator==(const PingPayload &) const = default;
};
struct GoAwayPayload {
    quint32 lastStream = 0;
    quint32 code = 0;
    QByteArray debug;

    bool operator==(const GoAwayPayload &) const = default;
};
struct WindowUpdatePayload {
    quint32 increment = 0;

    bool operator==(const WindowUpdatePayload &) const = default;
};
struct ContinuationPayload {
    quint32 fragmentOctets = 0;

    bool operator==(const ContinuationPayload &) const = default;
};
struct AltSvcPayload { // RFC 7838 section 4
    QByteArray origin;
    QByteArray value;

    bool operator==(const AltSvcPayload &) const = default;
};
struct OriginPayload { // RFC 8336 section 2
    QList<QByteArray> origins;

    bool operator==(const OriginPayload &) const = default;
};
struct PriorityUpdatePayload { // RFC 9218 section 7.1
    quint32 stream = 0;
    QByteArray value;

    bool operator==(const PriorityUpdatePayload &) const = default;
};
// A type that is not known, or a payload that is not what its type wants; the verdict says which.
struct OpaquePayload {
    QByteArray octets; // the first 256 of it

    bool operator==(const OpaquePayload &) const = default;
};

using FramePayload =
    std::variant<OpaquePayload, DataPayload, HeadersPayload, PriorityPayload, RstStreamPayload,
                 SettingsPayload, PushPromisePayload, PingPayload, GoAwayPayload,
                 WindowUpdatePayload, ContinuationPayload, AltSvcPayload, OriginPayload,
                 PriorityUpdatePayload>;

inline constexpr quint32 frameHeaderOctets = 9; // RFC 9113 section 4.1

struct Frame {
    quint64 number = 0; // place in Conversation::frames
    Stamp at;           // its first octet came or went
    Stamp ended;        // its last octet did
    quint64 offset = 0; // of its header, in all octets of its direction
    quint32 length = 0; // of the payload, padding included
    quint32 stream = 0;
    quint16 padding = 0; // octets, the one that says how many not included
    Direction direction = Direction::Sent;
    quint8 type = 0;
    quint8 flags = 0;
    FramePayload payload;
    Verdict verdict;
    std::optional<quint64> block; // the header block it is part of, once that is whole

    [[nodiscard]] bool is(FrameType kind) const { return type == quint8(kind); }
    [[nodiscard]] bool has(quint8 flag) const { return (flags & flag) != 0; }
    // A flag that its type gives a meaning to.
    [[nodiscard]] bool endsStream() const;
    [[nodiscard]] bool isAck() const;
    [[nodiscard]] bool endsHeaders() const;
    // The end of its last octet.
    [[nodiscard]] quint64 end() const { return offset + frameHeaderOctets + length; }

    bool operator==(const Frame &) const = default;
};

// "HEADERS"; "TYPE_0x1f" for one that is not known.
[[nodiscard]] QByteArray frameTypeName(quint8 type);
// "END_STREAM", "END_HEADERS"; "0x40" for a bit without meaning for that type.
[[nodiscard]] QList<QByteArray> frameFlagNames(quint8 type, quint8 flags);
// "INITIAL_WINDOW_SIZE"; "SETTING_0xf0" for one that is not known.
[[nodiscard]] QByteArray settingName(quint16 id);
// "FLOW_CONTROL_ERROR"; "ERROR_0x20" for one that is not known.
[[nodiscard]] QByteArray errorCodeName(quint32 code);

} // namespace sonde::trace
