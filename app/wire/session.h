// A protocol without I/O: octets in, events out, octets out. HTTP/1 and HTTP/2 speak the same
// interface, so that a connection drives either and a test drives both with strings. Not
// thread-safe.
#pragma once

#include "http/request.h"
#include "trace/clock.h"
#include "trace/exchange.h"

namespace sonde::wire
{

// HTTP/2: the stream number. HTTP/1: 1, 2, 3 … in the order the messages stand on the connection.
enum class StreamId : quint32 {};

// How much content follows a head, as far as it is known when the head is written.
struct ContentLength {
    enum class Kind : quint8 { None, Known, Unknown } kind = Kind::None;
    quint64 octets = 0; // Known only

    bool operator==(const ContentLength &) const = default;
};

// A request head ready to be written; `headers` holds all fields in the order to send, without
// pseudo-fields. HTTP/1 writes them as they are; HTTP/2 lower-cases names, turns Host into
// :authority and drops connection-specific fields (RFC 9113 section 8.2.2).
struct RequestHead {
    QByteArray method = QByteArrayLiteral("GET");
    QByteArray scheme = QByteArrayLiteral("http");
    QByteArray authority;
    QByteArray target =
        QByteArrayLiteral("/"); // HTTP/1 request-target as written on the line; HTTP/2 :path
    http::Version version = http::Version::Http11; // HTTP/1 only: 1.0 or 1.1 on the line
    http::Headers headers;

    bool operator==(const RequestHead &) const = default;
};

// --- events
// -------------------------------------------------------------------------------------------

// The first octet of a head has come (client: response, interim or final; server: request).
struct HeadStarted {
    StreamId stream{};
    trace::Stamp at;
};
// Client. Interim heads (1xx) come any number of times before the final one.
struct ResponseHeadReceived {
    StreamId stream{};
    trace::Stamp at;
    http::ResponseHead head;
    quint64 wireOctets = 0;
};
// Server.
struct RequestHeadReceived {
    StreamId stream{};
    trace::Stamp at;
    RequestHead head;
};
// Content octets, transfer coding removed, content coding not. The view is into the octets last fed
// and dies with the next feed().
struct ContentReceived {
    StreamId stream{};
    trace::Stamp at;
    QByteArrayView octets;
    quint64 wireOctets = 0; // with framing: chunk lines, or DATA frame header and padding
};
struct TrailersReceived {
    StreamId stream{};
    trace::Stamp at;
    http::Headers trailers;
    quint64 wireOctets = 0;
};
// The message is complete.
struct MessageEnded {
    StreamId stream{};
    trace::Stamp at;
    trace::End how = trace::End::Open;
    quint64 wireOctets = 0; // framing that no event before it has counted: the last chunk
};
// This stream is lost, the connection may live. HTTP/2: RST_STREAM, REFUSED_STREAM, above GOAWAY's
// last id.
struct StreamFailed {
    StreamId stream{};
    trace::Stamp at;
    http::Error error;
};
// There is room for more outgoing content on this stream: fewer than half of queueLimit is queued.
struct ContentWanted {
    StreamId stream{};
};
struct GoAwayReceived {
    trace::Stamp at;
    StreamId lastStream{};
    quint32 code = 0;
    QByteArray debug;
};
struct FindingNoticed {
    StreamId stream{}; // 0: of the connection
    trace::Finding finding;
};
// The connection is lost. Every open stream has had its StreamFailed before this.
struct SessionFailed {
    trace::Stamp at;
    http::Error error;
};

using Event = std::variant<HeadStarted, ResponseHeadReceived, RequestHeadReceived, ContentReceived,
                           TrailersReceived, MessageEnded, StreamFailed, ContentWanted,
                           GoAwayReceived, FindingNoticed, SessionFailed>;

// Where in the outgoing octets something ends, so that the connection can stamp it when the kernel
// has taken them. `position` counts all octets ever drained from this session.
struct SentMark {
    enum class What : quint8 { HeadStart, HeadEnd, ContentStart, ContentEnd } what{};
    StreamId stream{};
    quint64 position =
        0; // HeadStart, ContentStart: of the first octet, so it is due when it is handed over
    quint64 octets = 0; // HeadEnd: head on the wire. ContentEnd: content octets, without framing
    quint64 wireOctets = 0; // ContentEnd: with framing
};

class Session
{
public:
    // Outgoing content that a stream queues at most; upload refills below it.
    static constexpr qsizetype queueLimit = 64 * 1024;

    virtual ~Session() = default;

    // Incoming octets, all of them consumed. Events appear in events(); views in them live until
    // the next feed(). Never calls back.
    virtual void feed(QByteArrayView octets, trace::Stamp at) = 0;
    // The peer will send no more (FIN or close_notify).
    virtual void feedEnd(trace::Stamp at) = 0;
    // Takes the events so far, oldest first.
    [[nodiscard]] std::vector<Event> takeEvents() { return std::exchange(m_events, {}); }
    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }
    // The same, into a vector whose room is used again.
    void takeEvents(std::vector<Event> &into)
    {
        into.clear();
        into.swap(m_events);
    }

    // Appends outgoing octets to `out`, at most about `limit`; false if there was nothing. Sending
    // makes events too (ContentWanted, the end of a session that broke a rule): take them
    // afterwards.
    virtual bool drain(QByteArray &out, std::vector<SentMark> &marks,
                       qsizetype limit = 256 * 1024) = 0;

    // HTTP/1: which of the octets that the last drain() appended are content. HTTP/2 has frames
    // that say it themselves.
    [[nodiscard]] virtual std::span<const trace::ByteLog::Gap> drainedContent() const { return {}; }

    // How many more content octets the stream will queue now.
    [[nodiscard]] virtual qsizetype contentRoom(StreamId stream) const = 0;
    virtual void sendContent(StreamId stream, QByteArray octets) = 0;
    // After the last content octet. Trailers need chunked or HTTP/2; elsewhere they are a finding.
    virtual void endContent(StreamId stream, const http::Headers &trailers = {}) = 0;

    // Credit: `octets` of ContentReceived have been stored, the peer may send as many more.
    virtual void consume(StreamId stream, qint64 octets) = 0;
    // Gives the stream up: RST_STREAM(code) in HTTP/2; in HTTP/1 the connection is not reusable
    // after it.
    virtual void abandon(StreamId stream, quint32 http2Code) = 0;

    // Whether the connection can ever carry another request after those now open.
    [[nodiscard]] virtual bool isReusable() const = 0;
    // No further message will be opened by us: HTTP/2 sends GOAWAY.
    virtual void shutdown() = 0;

protected:
    std::vector<Event> m_events;
};

class ClientSession : public Session
{
public:
    // Starts a request. Errors: Local, nothing was sent; retrySafe if another connection may take
    // it.
    [[nodiscard]] virtual http::Result<StreamId> open(RequestHead head, ContentLength content) = 0;
    // How many open() calls would succeed now. HTTP/1: one when idle; HTTP/2: the peer's limit.
    [[nodiscard]] virtual int capacity() const = 0;
    // Requests open now.
    [[nodiscard]] virtual int openStreams() const = 0;
    // Fields as they went out for a stream just opened, HTTP/2 pseudo-fields first; once.
    [[nodiscard]] virtual http::Headers takeSentFields(StreamId stream) = 0;
};

class ServerSession : public Session
{
public:
    // Interim heads any number of times, then one final head.
    virtual void sendHead(StreamId stream, const http::ResponseHead &head,
                          ContentLength content) = 0;
};

} // namespace sonde::wire
