// A connection that has been set up: moves octets between socket, TLS and session, and events to
// the owners of streams. Shared by the pool and by whoever has a lease; lives on the network
// thread.
#pragma once

#include "net/connection.h"
#include "net/outgoing.h"
#include "net/ready_queue.h"

#include <functional>
#include <unordered_map>

namespace sonde::net
{

class OpenConnection final : public Connection,
                             public Flushable,
                             public std::enable_shared_from_this<OpenConnection>
{
public:
    enum class Form : quint8 { Origin, Absolute }; // of the request-target (RFC 9112 section 3.2)
    struct Parts {
        std::unique_ptr<Socket> socket;
        std::unique_ptr<TlsStream> tls; // null: cleartext
        std::unique_ptr<wire::ClientSession> session;
        std::shared_ptr<trace::Connection> trace;
        http::Version version = http::Version::Http11;
        Form form = Form::Origin;
        QByteArray proxyCredentials; // "user:password" for Absolute
        QByteArray received;         // octets that came before the session was there
    };
    [[nodiscard]] static std::shared_ptr<OpenConnection> start(Parts parts);
    explicit OpenConnection(Parts parts); // use start()
    ~OpenConnection() override;

    // --- Connection
    [[nodiscard]] std::shared_ptr<trace::Connection> trace() const override { return m_trace; }
    [[nodiscard]] http::Version version() const override { return m_version; }
    [[nodiscard]] bool wantsAbsoluteForm() const override { return m_form == Form::Absolute; }
    [[nodiscard]] http::Result<wire::StreamId>
    open(wire::RequestHead head, wire::ContentLength content, StreamOwner *owner) override;
    [[nodiscard]] http::Headers takeSentFields(wire::StreamId stream) override;
    [[nodiscard]] qsizetype contentRoom(wire::StreamId stream) const override;
    void sendContent(wire::StreamId stream, QByteArray octets) override;
    void endContent(wire::StreamId stream) override;
    void consume(wire::StreamId stream, qint64 octets) override;
    void release(wire::StreamId stream) override;

    // --- for the pool
    [[nodiscard]] bool isOpen() const { return m_socket != nullptr; }
    [[nodiscard]] bool isMultiplexed() const { return m_version >= http::Version::Http2; }
    // Requests that open() would take now.
    [[nodiscard]] int capacity() const { return isOpen() ? m_session->capacity() : 0; }
    // False: it ends with the streams that it has.
    [[nodiscard]] bool takesMore() const { return isOpen() && m_session->isReusable(); }
    [[nodiscard]] int openStreams() const { return int(m_streams.size()); }
    // Called when a stream has ended, capacity has changed or the connection has closed; not from
    // within open() or a call to an owner.
    void onChange(std::function<void()> listener) { m_changed = std::move(listener); }
    // Ends it: streams that are still open fail with `error`. `reason` is for the trace.
    void close(const QString &reason, const http::Error &error);

    void flushNow() override;

private:
    struct Stream {
        StreamOwner *owner;
        http::Phase phase = http::Phase::Send;
        qint64 unconsumed = 0;
        bool sendsContent = false;
    };
    class Turn;
    struct Deliver;

    void readable();
    void receive(QByteArrayView octets, trace::Stamp at);
    void feed(QByteArrayView octets, trace::Stamp at);
    void receiveTls(QByteArrayView octets, trace::Stamp at);
    void ended(trace::Stamp at, int number);
    void dispatch();
    void flush();
    void requestFlush();
    void settle();
    void resumeReading();
    void deliverSent();
    [[nodiscard]] http::Error explained(http::Error error, http::Phase phase) const;
    [[nodiscard]] Stream *find(wire::StreamId stream);
    [[nodiscard]] std::optional<Stream> take(wire::StreamId stream);
    void addProxyCredentials(wire::RequestHead &head) const;
    void countOctets();
    void sampleTcp(trace::TcpSample::When when, trace::Stamp at);
    void sayGoodbye();

    std::unique_ptr<Socket> m_socket; // null: closed
    std::unique_ptr<TlsStream> m_tls;
    std::unique_ptr<wire::ClientSession> m_session;
    std::shared_ptr<trace::Connection> m_trace;
    Tap m_tap;
    Outgoing m_outgoing;
    const http::Version m_version;
    const Form m_form;
    QByteArray m_proxyCredentials;
    std::unordered_map<quint32, Stream> m_streams;
    std::function<void()> m_changed;
    std::vector<Outgoing::Due> m_due;  // only while they are delivered, as the events
    std::vector<wire::Event> m_events; // members for their room

    trace::TcpPacing m_tcpPacing;
    quint64 m_received = 0; // octets on the wire
    quint64 m_countedSent = 0;
    quint64 m_countedReceived = 0;
    qint64 m_unconsumed = 0;
    int m_capacitySeen = 0;
    int m_turns = 0; // how deep we are in calls to owners
    bool m_wantsFlush = false;
    bool m_posted = false; // a flush is on its way
    bool m_dispatching = false;
    bool m_dirty = false;   // the pool should look
    bool m_paused = false;  // too much is unconsumed
    bool m_over = false;    // the peer has ended its side, or TLS has failed
    int m_endNumber = 0;    // errno that ended receiving
    bool m_bareEnd = false; // TLS without close_notify
    QString m_sessionProblem;
    std::optional<http::Error> m_tlsError;
};

} // namespace sonde::net
