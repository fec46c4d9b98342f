#include "wire/frame_payload.h"

#include <QtEndian>

namespace sonde::wire
{
namespace
{

using namespace trace;
using namespace http2code;

constexpr qsizetype opaqueKept = 256;
constexpr quint32 maxWindow = 0x7fffffff; // RFC 9113 section 6.9.1

quint32 number32(QByteArrayView octets)
{
    return qFromBigEndian<quint32>(octets.data());
}

quint16 number16(QByteArrayView octets)
{
    return qFromBigEndian<quint16>(octets.data());
}

StreamPriority streamPriority(QByteArrayView octets)
{
    const quint32 first = number32(octets);
    return {.dependency = first & 0x7fffffff,
            .weight = quint16(quint8(octets[4]) + 1),
            .exclusive = (first >> 31) != 0};
}

// What each type asks of the stream number and, if it is fixed, of the length.
struct Shape {
    enum class Place : quint8 { Stream, Connection, Either } place = Place::Either;
    qint64 length = -1;
    const char *section = "RFC 9113 section 4.1";
};

Shape shapeOf(quint8 type)
{
    using Place = Shape::Place;
    switch (FrameType(type)) {
    case FrameType::Data:
        return {Place::Stream, -1, "RFC 9113 section 6.1"};
    case FrameType::Headers:
        return {Place::Stream, -1, "RFC 9113 section 6.2"};
    case FrameType::Priority:
        return {Place::Stream, 5, "RFC 9113 section 6.3"};
    case FrameType::RstStream:
        return {Place::Stream, 4, "RFC 9113 section 6.4"};
    case FrameType::Settings:
        return {Place::Connection, -1, "RFC 9113 section 6.5"};
    case FrameType::PushPromise:
        return {Place::Stream, -1, "RFC 9113 section 6.6"};
    case FrameType::Ping:
        return {Place::Connection, 8, "RFC 9113 section 6.7"};
    case FrameType::GoAway:
        return {Place::Connection, -1, "RFC 9113 section 6.8"};
    case FrameType::WindowUpdate:
        return {Place::Either, 4, "RFC 9113 section 6.9"};
    case FrameType::Continuation:
        return {Place::Stream, -1, "RFC 9113 section 6.10"};
    case FrameType::PriorityUpdate:
        return {Place::Connection, -1, "RFC 9218 section 7.1"};
    case FrameType::AltSvc:
    case FrameType::Origin:
        break; // what is wrong in them is ignored
    }
    return {};
}

Verdict tooShort(const Shape &shape)
{
    return violation(frameSizeError, shape.section,
                     QStringLiteral("The frame is too short for what it must hold."));
}

Verdict shapeVerdict(const FrameHeader &header, const Shape &shape)
{
    if (shape.place == Shape::Place::Stream && header.stream == 0)
        return violation(protocolError, shape.section,
                         QStringLiteral("The frame must belong to a stream, and its stream is 0."));
    if (shape.place == Shape::Place::Connection && header.stream != 0)
        return violation(
            protocolError, shape.section,
            QStringLiteral("The frame must belong to the connection, and its stream is %1.")
                .arg(header.stream));
    if (shape.length >= 0 && header.length != shape.length)
        return violation(frameSizeError, shape.section,
                         QStringLiteral("The payload must have %1 octets and has %2.")
                             .arg(shape.length)
                             .arg(header.length));
    return {};
}

Verdict paddingVerdict(const Shape &shape)
{
    return violation(protocolError, shape.section,
                     QStringLiteral("The padding is as long as the payload or longer."));
}

// Takes the padding off; false if it cannot be.
bool unpad(const FrameHeader &header, const Shape &shape, QByteArrayView &payload, FrameBody &body)
{
    if ((header.flags & frameflag::padded) == 0)
        return true;
    if (payload.isEmpty()) {
        body.verdict = tooShort(shape);
        return false;
    }
    const auto padding = quint8(payload.front());
    payload = payload.sliced(1);
    if (padding > payload.size()) {
        body.verdict = paddingVerdict(shape);
        return false;
    }
    body.padding = padding;
    payload.chop(padding);
    return true;
}

void readHeaders(const FrameHeader &header, const Shape &shape, QByteArrayView payload,
                 FrameBody &body)
{
    HeadersPayload result;
    if (!unpad(header, shape, payload, body))
        return;
    if ((header.flags & frameflag::priority) != 0) {
        if (payload.size() < 5) {
            body.verdict = tooShort(shape);
            return;
        }
        result.priority = streamPriority(payload);
        payload = payload.sliced(5);
    }
    result.fragmentOctets = quint32(payload.size());
    body.fragment = payload;
    body.payload = result;
}

void readPushPromise(const FrameHeader &header, const Shape &shape, QByteArrayView payload,
                     Direction direction, FrameBody &body)
{
    if (!unpad(header, shape, payload, body))
        return;
    if (payload.size() < 4) {
        body.verdict = tooShort(shape);
        return;
    }
    const quint32 promised = number32(payload) & 0x7fffffff;
    body.fragment = payload.sliced(4);
    body.payload = PushPromisePayload{promised, quint32(body.fragment.size())};
    if (direction == Direction::Sent)
        body.verdict = violation(protocolError, "RFC 9113 section 8.4",
                                 QStringLiteral("A client cannot push."));
    else if (promised == 0 || promised % 2 != 0)
        body.verdict =
            violation(protocolError, "RFC 9113 section 5.1.1",
                      QStringLiteral("A server's stream has an even number, and %1 is promised.")
                          .arg(promised));
}

Verdict settingVerdict(const SettingValue &setting, Direction direction)
{
    const QByteArray section = "RFC 9113 section 6.5.2";
    const auto name = QString::fromLatin1(settingName(setting.id));
    if (setting.id == 2 && setting.value > (direction == Direction::Received ? 0u : 1u))
        return violation(protocolError, section,
                         QStringLiteral("%1 is %2, which %3.")
                             .arg(name)
                             .arg(setting.value)
                             .arg(setting.value > 1 ? QStringLiteral("is neither 0 nor 1")
                                                    : QStringLiteral("a server must not say")));
    if (setting.id == 4 && setting.value > maxWindow)
        return violation(flowControlError, section,
                         QStringLiteral("%1 is %2, above 2^31-1.").arg(name).arg(setting.value));
    if (setting.id == 5 && (setting.value < 16'384 || setting.value > 0xffffff))
        return violation(
            protocolError, section,
            QStringLiteral("%1 is %2, not between 2^14 and 2^24-1.").arg(name).arg(setting.value));
    return {};
}

void readSettings(const FrameHeader &header, QByteArrayView payload, Direction direction,
                  FrameBody &body)
{
    if ((header.flags & frameflag::ack) != 0 && !payload.isEmpty()) {
        body.verdict = violation(frameSizeError, "RFC 9113 section 6.5",
                                 QStringLiteral("An acknowledgement has a payload."));
        return;
    }
    if (payload.size() % 6 != 0) {
        body.verdict = violation(frameSizeError, "RFC 9113 section 6.5",
                                 QStringLiteral("The payload must be a multiple of 6 octets and "
                                                "has %1.")
                                     .arg(payload.size()));
        return;
    }
    SettingsPayload result;
    result.values.reserve(size_t(payload.size() / 6));
    for (; !payload.isEmpty(); payload = payload.sliced(6)) {
        const SettingValue setting{number16(payload), number32(payload.sliced(2))};
        result.values.push_back(setting);
        if (auto verdict = settingVerdict(setting, direction);
            verdict.isViolation() && !body.verdict.isViolation())
            body.verdict = std::move(verdict);
    }
    body.payload = std::move(result);
}

void readGoAway(const Shape &shape, QByteArrayView payload, FrameBody &body)
{
    if (payload.size() < 8) {
        body.verdict = tooShort(shape);
        return;
    }
    body.payload = GoAwayPayload{number32(payload) & 0x7fffffff, number32(payload.sliced(4)),
                                 payload.sliced(8).toByteArray()};
}

void readWindowUpdate(const FrameHeader &header, QByteArrayView payload, FrameBody &body)
{
    const quint32 increment = number32(payload) & 0x7fffffff;
    body.payload = WindowUpdatePayload{increment};
    if (increment == 0)
        body.verdict = violation(protocolError, "RFC 9113 section 6.9",
                                 header.stream == 0
                                     ? QStringLiteral("The connection's window grows by nothing.")
                                     : QStringLiteral("The stream's window grows by nothing."));
}

void readAltSvc(const FrameHeader &header, QByteArrayView payload, Direction direction,
                FrameBody &body)
{
    const QByteArray section = "RFC 7838 section 4";
    const auto length = payload.size() < 2 ? 0 : qsizetype(number16(payload));
    if (payload.size() < 2 + length || (header.stream == 0) == (length == 0) ||
        direction == Direction::Sent) {
        body.verdict = ignored(section, QStringLiteral("The frame has no origin where it needs "
                                                       "one, or one where it may not."));
        return;
    }
    body.payload = AltSvcPayload{payload.sliced(2, length).toByteArray(),
                                 payload.sliced(2 + length).toByteArray()};
    body.verdict = ignored(section, QStringLiteral("Sonde follows no alternative services."));
}

void readOrigin(const FrameHeader &header, QByteArrayView payload, FrameBody &body)
{
    const QByteArray section = "RFC 8336 section 2";
    OriginPayload result;
    while (payload.size() >= 2 && payload.size() - 2 >= number16(payload)) {
        const auto length = qsizetype(number16(payload));
        result.origins.append(payload.sliced(2, length).toByteArray());
        payload = payload.sliced(2 + length);
    }
    if (!payload.isEmpty() || header.stream != 0 || header.flags != 0) {
        body.verdict = ignored(section, QStringLiteral("The frame is not as it should be."));
        return;
    }
    body.payload = std::move(result);
    body.verdict = ignored(section, QStringLiteral("Sonde shares no connection between origins."));
}

void readPriorityUpdate(const Shape &shape, QByteArrayView payload, Direction direction,
                        FrameBody &body)
{
    if (payload.size() < 4) {
        body.verdict = tooShort(shape);
        return;
    }
    const quint32 stream = number32(payload) & 0x7fffffff;
    body.payload = PriorityUpdatePayload{stream, payload.sliced(4).toByteArray()};
    if (stream == 0 || direction == Direction::Received)
        body.verdict =
            violation(protocolError, shape.section,
                      stream == 0 ? QStringLiteral("It speaks of stream 0, which has no priority.")
                                  : QStringLiteral("A server must not send it."));
}

} // namespace

trace::Verdict violation(quint32 code, QByteArray section, QString sentence)
{
    return {Verdict::Kind::Violation, code, std::move(section), std::move(sentence)};
}

trace::Verdict ignored(QByteArray section, QString sentence)
{
    return {Verdict::Kind::Ignored, 0, std::move(section), std::move(sentence)};
}

FrameBody readDataBody(const FrameHeader &header, quint8 padLength)
{
    const auto shape = shapeOf(header.type);
    FrameBody body{.payload = {}, .verdict = shapeVerdict(header, shape)};
    if (body.verdict.isViolation())
        return body;
    const bool padded = (header.flags & frameflag::padded) != 0;
    if (padded && header.length == 0) {
        body.verdict = tooShort(shape);
    } else if (padded && padLength >= header.length) {
        body.verdict = paddingVerdict(shape);
    } else {
        body.padding = padLength;
        body.payload = DataPayload{.octets = header.length - padLength - quint32(padded ? 1 : 0)};
    }
    return body;
}

FrameBody readFrameBody(const FrameHeader &header, QByteArrayView payload, Direction direction)
{
    const auto shape = shapeOf(header.type);
    FrameBody body{
        .payload = OpaquePayload{payload.first(std::min(payload.size(), opaqueKept)).toByteArray()},
        .verdict = shapeVerdict(header, shape)};
    if (body.verdict.isViolation())
        return body;
    switch (FrameType(header.type)) {
    case FrameType::Data:
        return readDataBody(header, payload.isEmpty() ? 0 : quint8(payload.front()));
    case FrameType::Headers:
        readHeaders(header, shape, payload, body);
        break;
    case FrameType::Priority:
        body.payload = PriorityPayload{streamPriority(payload)};
        body.verdict = ignored("RFC 9113 section 5.3.2",
                               QStringLiteral("Stream dependencies are a thing of the past."));
        break;
    case FrameType::RstStream:
        body.payload = RstStreamPayload{number32(payload)};
        break;
    case FrameType::Settings:
        readSettings(header, payload, direction, body);
        break;
    case FrameType::PushPromise:
        readPushPromise(header, shape, payload, direction, body);
        break;
    case FrameType::Ping:
        body.payload = PingPayload{payload.toByteArray()};
        break;
    case FrameType::GoAway:
        readGoAway(shape, payload, body);
        break;
    case FrameType::WindowUpdate:
        readWindowUpdate(header, payload, body);
        break;
    case FrameType::Continuation:
        body.fragment = payload;
        body.payload = ContinuationPayload{quint32(payload.size())};
        break;
    case FrameType::AltSvc:
        readAltSvc(header, payload, direction, body);
        break;
    case FrameType::Origin:
        readOrigin(header, payload, body);
        break;
    case FrameType::PriorityUpdate:
        readPriorityUpdate(shape, payload, direction, body);
        break;
    default:
        body.verdict = ignored("RFC 9113 section 4.1",
                               QStringLiteral("Frames of a type that is not known are ignored."));
    }
    return body;
}

} // namespace sonde::wire
