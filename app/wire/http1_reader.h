// Reads HTTP/1 messages from a stream of octets: heads, content framing, trailers. Sans I/O; owned
// by a session, which says when a message is due. Any cutting of the octets gives the same events.
#pragma once

#include "wire/http1_chunks.h"
#include "wire/http1_fields.h"
#include "wire/http1_framing.h"

namespace sonde::wire
{

class Http1Reader
{
public:
    enum class State : quint8 {
        Idle,      // no message is due; octets are not taken
        StartLine, // its first line comes, or empty lines before it
        Fields,
        Counted, // content of known length
        Chunked, // sizes, data, gaps
        Trailers,
        UntilClose,
        Tunnel, // no HTTP any more
        Failed, // error() says why; octets are dropped
    };

    // Events are appended to `events`, which outlives the reader.
    Http1Reader(Http1Role role, std::vector<Event> &events);

    // A message is due. `expected`, for responses: what the request makes of it.
    void begin(StreamId stream, Http1Expected expected = {});
    // Gives octets; how many were taken. Fewer than given: the message ended, what is left is not
    // its.
    [[nodiscard]] qsizetype feed(QByteArrayView octets, trace::Stamp at);
    // The peer sends no more. Ends a message that ends so, fails one that does not.
    void feedEnd(trace::Stamp at);
    // Octets that no message wanted have gone by.
    void skip(qsizetype octets) { m_offset += octets; }
    // Server: the client's next octets are no HTTP any more.
    void tunnel() { m_state = State::Tunnel; }

    [[nodiscard]] State state() const { return m_state; }
    // The error that stopped it.
    [[nodiscard]] const std::optional<http::Error> &error() const { return m_error; }
    // Any octet of the message, leading empty lines not counted, has come.
    [[nodiscard]] bool hasBegun() const { return m_begun; }
    // A final head has come, and what it says on reuse.
    [[nodiscard]] bool hasHead() const { return m_headDone; }
    [[nodiscard]] bool keepsAlive() const { return m_framing.keepAlive; }
    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] Http1Notes &notes() { return m_notes; }

private:
    void step(Http1Cursor &in);
    // Nothing if the line is not complete or the reader has failed.
    [[nodiscard]] std::optional<Http1Line> nextLine(Http1Cursor &in);
    [[nodiscard]] qsizetype lineLimit() const;
    void tooLong();
    [[nodiscard]] bool isPlausible(QByteArrayView first);
    void startLine(const Http1Line &line);
    [[nodiscard]] http::Result<void> statusLine(const Http1Line &line);
    [[nodiscard]] bool beginsHead(QByteArrayView rest) const;
    void startHead();
    void fieldLine(const Http1Line &line);
    void finishHead();
    void finishResponseHead();
    void finishRequestHead();
    void followFraming(http::Result<Http1Framing> framing);
    void counted(Http1Cursor &in);
    void chunked(Http1Cursor &in);
    void trailerLine(const Http1Line &line);
    void raw(Http1Cursor &in);
    void content(QByteArrayView octets);
    void end(trace::End how);
    void fail(http::Error error);
    void truncated(http::Phase phase, const QString &sentence);
    void failInHead();
    void failInContent();
    [[nodiscard]] QString peer() const;

    const Http1Role m_role;
    std::vector<Event> &m_events;
    Http1Notes m_notes;
    Http1LineBuffer m_lines;
    Http1FieldParser m_fields;
    Http1ChunkDecoder m_chunks;
    Http1Expected m_expected;
    Http1Framing m_framing;
    http::ResponseHead m_response;
    QByteArray m_statusLine; // the last that nothing had to be said about
    http::ResponseHead m_statusHead;
    RequestHead m_request;
    std::optional<http::Error> m_error;
    trace::Stamp m_at;
    qint64 m_offset = 0;
    qint64 m_lineStart = 0;      // of the line that comes
    qsizetype m_headOctets = 0;  // of all heads and trailers of the message
    quint64 m_headWire = 0;      // of this head
    quint64 m_content = 0;       // content octets so far
    quint64 m_framingOctets = 0; // read since the last event that counted them
    int m_interims = 0;
    StreamId m_stream{};
    State m_state = State::Idle;
    bool m_begun = false;
    bool m_headDone = false;
    bool m_headStarted = false;
};

} // namespace sonde::wire
