// A connection whose octets are written by hand, for tests of the wire views: what every frame says
// is known, and so is when it went.
#pragma once

#include "recorded_calls.h"
#include "trace/frame.h"

namespace sonde::test
{

inline QByteArray number32(quint32 value)
{
    const char octets[] = {char(value >> 24), char(value >> 16), char(value >> 8), char(value)};
    return QByteArray(octets, 4);
}

inline QByteArray setting(quint8 id, quint32 value)
{
    return QByteArray(1, '\0') + char(id) + number32(value);
}

// Put into the table, without Huffman code; both parts under 127 octets (RFC 7541 section 6.2.1).
inline QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return QByteArray(1, '\x40') + char(name.size()) + name + char(value.size()) + value;
}

inline QByteArray indexed(int index)
{
    return QByteArray(1, char(0x80 | index));
}

class WireScript
{
public:
    explicit WireScript(http::Version version = http::Version::Http2)
        : m_connection(std::make_shared<trace::Connection>(trace::ExchangeId(1),
                                                           http::Origin{"https", "a.test", 443}))
    {
        m_connection->update([&](trace::ConnectionState &state) {
            state.version = version;
            state.versionReason = QStringLiteral("ALPN chose h2");
        });
    }

    WireScript &sent(double ms, const QByteArray &octets)
    {
        m_connection->log().append(trace::Direction::Sent, Recording::stamp(ms), octets);
        return *this;
    }
    WireScript &received(double ms, const QByteArray &octets)
    {
        m_connection->log().append(trace::Direction::Received, Recording::stamp(ms), octets);
        return *this;
    }
    // Content is not kept, only counted.
    WireScript &content(double ms, quint32 stream, quint32 octets, quint8 flags = 0)
    {
        const std::array gaps{
            trace::ByteLog::Gap{.at = trace::frameHeaderOctets, .octets = octets}};
        m_connection->log().append(
            trace::Direction::Received, Recording::stamp(ms),
            frame(trace::FrameType::Data, flags, stream, QByteArray(qsizetype(octets), 'x')), gaps);
        return *this;
    }
    static QByteArray frame(trace::FrameType type, quint8 flags, quint32 stream,
                            const QByteArray &payload = {})
    {
        return number32(quint32(payload.size())).sliced(1) + char(type) + char(flags) +
               number32(stream) + payload;
    }
    [[nodiscard]] const std::shared_ptr<trace::Connection> &connection() const
    {
        return m_connection;
    }

    // Preface, settings both ways, GET /orders on stream 1 with 20,000 octets in answer, and GET
    // /orders again on stream 3, for which the tables know everything.
    static WireScript twoRequests();
    // An exchange on it that began at 0 ms.
    [[nodiscard]] std::shared_ptr<trace::Exchange> exchange(quint32 stream) const
    {
        http::Request request;
        request.target = http::Target::parse(QStringLiteral("https://a.test/orders")).value();
        auto made = std::make_shared<trace::Exchange>(std::move(request));
        made->update([&](trace::ExchangeState &state) {
            state.events.front().at = Recording::stamp(0);
            state.connection = m_connection;
            state.streamId = stream;
            state.end = trace::End::EndStream;
        });
        return made;
    }

private:
    std::shared_ptr<trace::Connection> m_connection;
};

inline WireScript WireScript::twoRequests()
{
    using Type = trace::FrameType;
    namespace flag = trace::frameflag;
    const QByteArray request = indexed(2) + indexed(7) + field(":path", "/orders") +
                               field(":authority", "a.test") + field("x-trace", "abc");
    const QByteArray again = indexed(2) + indexed(7) + indexed(64) + indexed(63) + indexed(62);
    WireScript script;
    script.sent(1, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" +
                       frame(Type::Settings, 0, 0, setting(4, 16'384) + setting(2, 0)));
    script.sent(1, frame(Type::Headers, flag::endHeaders | flag::endStream, 1, request));
    script.received(5, frame(Type::Settings, 0, 0, setting(3, 100)) +
                           frame(Type::Settings, flag::ack, 0));
    script.sent(6, frame(Type::Settings, flag::ack, 0));
    script.received(9, frame(Type::Headers, flag::endHeaders, 1,
                             indexed(8) + field("content-type", "text/plain")));
    script.content(10, 1, 16'384);
    script.sent(12, frame(Type::WindowUpdate, 0, 1, number32(16'384)));
    script.sent(12, frame(Type::Headers, flag::endHeaders | flag::endStream, 3, again));
    script.content(18, 1, 3'616, flag::endStream);
    script.received(
        20, frame(Type::Headers, flag::endHeaders | flag::endStream, 3, indexed(8) + indexed(62)));
    script.received(21, frame(Type::Ping, 0, 0, "12345678"));
    script.sent(22, frame(Type::Ping, flag::ack, 0, "12345678"));
    script.received(23, frame(Type::WindowUpdate, 0, 0, number32(0))); // breaks a rule
    return script;
}

} // namespace sonde::test
