#include "trace/frame.h"

#include <array>

namespace sonde::trace
{
namespace
{

QByteArray unknown(QByteArrayView what, quint32 number)
{
    return what.toByteArray() + "_0x" + QByteArray::number(number, 16);
}

struct FlagName {
    FrameType type;
    quint8 flag;
    const char *name;
};

constexpr std::array flagNames{
    FlagName{FrameType::Data, frameflag::endStream, "END_STREAM"},
    FlagName{FrameType::Data, frameflag::padded, "PADDED"},
    FlagName{FrameType::Headers, frameflag::endStream, "END_STREAM"},
    FlagName{FrameType::Headers, frameflag::endHeaders, "END_HEADERS"},
    FlagName{FrameType::Headers, frameflag::padded, "PADDED"},
    FlagName{FrameType::Headers, frameflag::priority, "PRIORITY"},
    FlagName{FrameType::Settings, frameflag::ack, "ACK"},
    FlagName{FrameType::PushPromise, frameflag::endHeaders, "END_HEADERS"},
    FlagName{FrameType::PushPromise, frameflag::padded, "PADDED"},
    FlagName{FrameType::Ping, frameflag::ack, "ACK"},
    FlagName{FrameType::Continuation, frameflag::endHeaders, "END_HEADERS"},
};

} // namespace

bool Frame::endsStream() const
{
    return (is(FrameType::Data) || is(FrameType::Headers)) && has(frameflag::endStream);
}

bool Frame::isAck() const
{
    return (is(FrameType::Settings) || is(FrameType::Ping)) && has(frameflag::ack);
}

bool Frame::endsHeaders() const
{
    return (is(FrameType::Headers) || is(FrameType::PushPromise) || is(FrameType::Continuation)) &&
           has(frameflag::endHeaders);
}

QByteArray frameTypeName(quint8 type)
{
    switch (FrameType(type)) {
    case FrameType::Data:
        return "DATA";
    case FrameType::Headers:
        return "HEADERS";
    case FrameType::Priority:
        return "PRIORITY";
    case FrameType::RstStream:
        return "RST_STREAM";
    case FrameType::Settings:
        return "SETTINGS";
    case FrameType::PushPromise:
        return "PUSH_PROMISE";
    case FrameType::Ping:
        return "PING";
    case FrameType::GoAway:
        return "GOAWAY";
    case FrameType::WindowUpdate:
        return "WINDOW_UPDATE";
    case FrameType::Continuation:
        return "CONTINUATION";
    case FrameType::AltSvc:
        return "ALTSVC";
    case FrameType::Origin:
        return "ORIGIN";
    case FrameType::PriorityUpdate:
        return "PRIORITY_UPDATE";
    }
    return unknown("TYPE", type);
}

QList<QByteArray> frameFlagNames(quint8 type, quint8 flags)
{
    QList<QByteArray> names;
    for (int bit = 0; bit < 8; ++bit) {
        const auto flag = quint8(1 << bit);
        if ((flags & flag) == 0)
            continue;
        QByteArray name = "0x" + QByteArray::number(flag, 16);
        for (const FlagName &known : flagNames) {
            if (quint8(known.type) == type && known.flag == flag)
                name = known.name;
        }
        names.append(name);
    }
    return names;
}

// RFC 9113 section 6.5.2, RFC 8441 section 3, RFC 9218 section 2.1.
QByteArray settingName(quint16 id)
{
    switch (id) {
    case 1:
        return "HEADER_TABLE_SIZE";
    case 2:
        return "ENABLE_PUSH";
    case 3:
        return "MAX_CONCURRENT_STREAMS";
    case 4:
        return "INITIAL_WINDOW_SIZE";
    case 5:
        return "MAX_FRAME_SIZE";
    case 6:
        return "MAX_HEADER_LIST_SIZE";
    case 8:
        return "ENABLE_CONNECT_PROTOCOL";
    case 9:
        return "NO_RFC7540_PRIORITIES";
    default:
        return unknown("SETTING", id);
    }
}

QByteArray errorCodeName(quint32 code)
{
    static constexpr std::array names{"NO_ERROR",
                                      "PROTOCOL_ERROR",
                                      "INTERNAL_ERROR",
                                      "FLOW_CONTROL_ERROR",
                                      "SETTINGS_TIMEOUT",
                                      "STREAM_CLOSED",
                                      "FRAME_SIZE_ERROR",
                                      "REFUSED_STREAM",
                                      "CANCEL",
                                      "COMPRESSION_ERROR",
                                      "CONNECT_ERROR",
                                      "ENHANCE_YOUR_CALM",
                                      "INADEQUATE_SECURITY",
                                      "HTTP_1_1_REQUIRED"};
    return code < names.size() ? QByteArray(names[code]) : unknown("ERROR", code);
}

} // namespace sonde::trace
