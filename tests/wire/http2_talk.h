// An HTTP/2 connection said by hand, octet for octet, to the reader of its conversation.
#pragma once

#include "http2_pair.h"
#include "wire/conversation_reader.h"

namespace sonde::wire::test
{

inline const QByteArray preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
inline const QByteArray ack = frame(Settings, Ack, 0);
inline const QByteArray get = QByteArray::fromHex("828684"); // GET http /

inline QByteArray setting(quint16 id, quint32 value)
{
    return frame(Settings, 0, 0, number32(id).sliced(2) + number32(value));
}

inline QByteArray data(qsizetype octets, quint32 stream, quint8 flags = 0)
{
    return frame(Data, flags, stream, QByteArray(octets, 'x'));
}

inline QByteArray grow(quint32 stream, quint32 increment)
{
    return frame(WindowUpdate, 0, stream, number32(increment));
}

// Said by hand, each call at its own nanosecond.
class Talk
{
public:
    Talk &sent(const QByteArray &octets)
    {
        reader.take({.at = {++now}, .direction = trace::Direction::Sent, .octets = octets});
        return *this;
    }
    Talk &received(const QByteArray &octets)
    {
        reader.take({.at = {++now}, .direction = trace::Direction::Received, .octets = octets});
        return *this;
    }
    // Prefaces both ways, nothing special in them.
    Talk &hello()
    {
        return sent(preface + frame(Settings, 0, 0))
            .received(frame(Settings, 0, 0) + ack)
            .sent(ack);
    }
    [[nodiscard]] const trace::Conversation &result() const { return reader.conversation(); }
    [[nodiscard]] const trace::Frame &last() const { return result().frames.back(); }

    ConversationReader reader;
    qint64 now = 0;
};

} // namespace sonde::wire::test
