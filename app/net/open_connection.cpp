#include "net/open_connection.h"

#include "net/errors.h"
#include "net/open_connection_turn.h"

namespace sonde::net
{
namespace
{

// HTTP/1 has no credit: above this the socket is not read, and TCP slows the server.
constexpr qint64 maxUnconsumed = 1 << 20;
constexpr quint32 http2Cancel = 8; // RFC 9113 section 7, CANCEL

} // namespace

std::shared_ptr<OpenConnection> OpenConnection::start(Parts parts)
{
    const auto early = std::exchange(parts.received, {});
    auto connection = std::make_shared<OpenConnection>(std::move(parts));
    auto *self = connection.get();
    self->m_socket->onReadable([self] { self->readable(); });
    self->m_socket->onWritable([self] {
        const Turn turn(*self);
        self->m_wantsFlush = true;
    });
    self->m_socket->listenRead(Socket::Listen::Yes);
    {
        // Octets that came with the end of the handshake are in the stream already.
        const Turn turn(*self);
        self->receive(early, trace::now());
        self->m_wantsFlush = false;
    }
    // The first octets of HTTP/2 go out with the first request, if one is opened right away.
    self->requestFlush();
    return connection;
}

OpenConnection::OpenConnection(Parts parts)
    : m_socket(std::move(parts.socket))
    , m_tls(std::move(parts.tls))
    , m_session(std::move(parts.session))
    , m_trace(std::move(parts.trace))
    , m_tap(*m_trace, parts.version)
    , m_outgoing(m_socket.get(), m_tls.get(), m_session.get(), &m_tap)
    , m_version(parts.version)
    , m_form(parts.form)
    , m_proxyCredentials(std::move(parts.proxyCredentials))
{
}

OpenConnection::~OpenConnection() = default;

http::Result<wire::StreamId> OpenConnection::open(wire::RequestHead head,
                                                  wire::ContentLength content, StreamOwner *owner)
{
    if (!isOpen()) {
        return std::unexpected(
            http::Error{.layer = http::Layer::Tcp,
                        .code = http::Code::ConnectionClosed,
                        .blame = http::Blame::Remote,
                        .phase = http::Phase::Queue,
                        .retrySafe = true,
                        .sentence = QStringLiteral("The connection closed before the request could "
                                                   "be sent on it.")});
    }
    if (m_form == Form::Absolute && !m_proxyCredentials.isEmpty())
        addProxyCredentials(head);
    auto stream = m_session->open(std::move(head), content);
    if (!stream)
        return stream;
    using Kind = wire::ContentLength::Kind;
    const bool sendsContent =
        content.kind == Kind::Unknown || (content.kind == Kind::Known && content.octets > 0);
    m_streams.emplace(quint32(*stream), Stream{.owner = owner, .sendsContent = sendsContent});
    m_trace->update([](trace::ConnectionState &state) { ++state.exchanges; });
    requestFlush();
    return stream;
}

// The client writes heads without knowing that a proxy is in between; only we speak to it.
void OpenConnection::addProxyCredentials(wire::RequestHead &head) const
{
    if (!head.headers.contains("Proxy-Authorization"))
        head.headers.append("Proxy-Authorization", "Basic " + m_proxyCredentials.toBase64());
}

http::Headers OpenConnection::takeSentFields(wire::StreamId stream)
{
    return m_session->takeSentFields(stream);
}

qsizetype OpenConnection::contentRoom(wire::StreamId stream) const
{
    return isOpen() && !m_outgoing.hasFailed() ? m_session->contentRoom(stream) : 0;
}

void OpenConnection::sendContent(wire::StreamId stream, QByteArray octets)
{
    if (!isOpen())
        return;
    m_session->sendContent(stream, std::move(octets));
    requestFlush();
}

void OpenConnection::endContent(wire::StreamId stream)
{
    if (!isOpen())
        return;
    m_session->endContent(stream);
    requestFlush();
}

void OpenConnection::consume(wire::StreamId stream, qint64 octets)
{
    auto *entry = find(stream);
    if (!entry)
        return; // what an ended stream had left was forgiven when it ended
    octets = std::min(octets, entry->unconsumed);
    entry->unconsumed -= octets;
    m_unconsumed -= octets;
    if (!isOpen())
        return;
    m_session->consume(stream, octets);
    resumeReading();
    if (isMultiplexed())
        requestFlush();
}

void OpenConnection::release(wire::StreamId stream)
{
    if (!take(stream) || !isOpen())
        return;
    const Turn turn(*this);
    m_session->abandon(stream, http2Cancel);
    m_wantsFlush = true;
}

OpenConnection::Stream *OpenConnection::find(wire::StreamId stream)
{
    const auto found = m_streams.find(quint32(stream));
    return found == m_streams.end() ? nullptr : &found->second;
}

std::optional<OpenConnection::Stream> OpenConnection::take(wire::StreamId stream)
{
    const auto found = m_streams.find(quint32(stream));
    if (found == m_streams.end())
        return std::nullopt;
    const auto entry = found->second;
    m_streams.erase(found);
    m_unconsumed -= entry.unconsumed;
    m_dirty = true;
    return entry;
}

void OpenConnection::requestFlush()
{
    m_wantsFlush = true;
    if (m_turns > 0 || std::exchange(m_posted, true))
        return; // the turn ends with a flush; so does the one that was asked for already
    flushSoon(weak_from_this());
}

void OpenConnection::flushNow()
{
    m_posted = false;
    if (isOpen() && m_wantsFlush)
        const Turn turn(*this);
}

void OpenConnection::resumeReading()
{
    if (m_paused && m_unconsumed <= maxUnconsumed && !m_over) {
        m_paused = false;
        m_socket->listenRead(Socket::Listen::Yes);
    }
}

// What follows from a turn: nothing here is called while an owner or the session is running.
void OpenConnection::settle()
{
    if (!isOpen())
        return;
    countOctets();
    const bool usedUp = !m_session->isReusable() && m_streams.empty();
    if (m_over || usedUp || !m_sessionProblem.isEmpty()) {
        if (m_sessionProblem.isEmpty())
            m_sessionProblem = QStringLiteral("no further request can use it");
        close(m_sessionProblem, {.layer = http::Layer::Tcp,
                                 .code = http::Code::ConnectionClosed,
                                 .blame = http::Blame::Remote,
                                 .sentence = m_sessionProblem});
        return;
    }
    if (!isMultiplexed() && !m_paused && m_unconsumed > maxUnconsumed) {
        m_paused = true;
        m_socket->listenRead(Socket::Listen::No);
    }
    const int capacity = m_session->capacity();
    if (isMultiplexed() && std::exchange(m_capacitySeen, capacity) < capacity)
        m_dirty = true;
    if (std::exchange(m_dirty, false) && m_changed) {
        const auto changed = m_changed;
        changed();
    }
}

void OpenConnection::countOctets()
{
    const auto sent = m_outgoing.octetsSent();
    if (sent == m_countedSent && m_received == m_countedReceived)
        return;
    m_trace->update([&](trace::ConnectionState &state) {
        state.octetsSent += sent - m_countedSent;
        state.octetsReceived += m_received - m_countedReceived;
    });
    m_countedSent = sent;
    m_countedReceived = m_received;
}

void OpenConnection::sampleTcp(trace::TcpSample::When when, trace::Stamp at)
{
    if (!m_tcpPacing.isDue(at) || !isOpen())
        return;
    const auto sample = m_socket->sample(when, at);
    if (sample)
        m_trace->update(
            [&](trace::ConnectionState &state) { m_tcpPacing.add(state.tcp, *sample); });
}

void OpenConnection::close(const QString &reason, const http::Error &error)
{
    if (!isOpen())
        return;
    const auto self = weak_from_this().lock();
    sayGoodbye();
    countOctets();
    const auto at = trace::now();
    sampleTcp(trace::TcpSample::When::Closed, at);
    m_trace->update([&](trace::ConnectionState &state) {
        state.closeReason = reason;
        state.events.push_back({.at = at, .what = trace::What::Closed});
    });
    m_socket.reset();
    // The pool first, so that an owner that starts anew does not get this one again.
    if (const auto changed = std::exchange(m_changed, nullptr))
        changed();
    const auto streams = std::exchange(m_streams, {});
    for (const auto &[id, stream] : streams) {
        auto failure = error;
        failure.phase = stream.phase;
        stream.owner->failed(at, failure);
    }
}

// RFC 9113 section 5.4.1 and RFC 8446 section 6.1: a polite end, as far as it goes in one write.
void OpenConnection::sayGoodbye()
{
    if (m_endNumber != 0 || m_tlsError || m_outgoing.hasFailed())
        return;
    std::vector<Outgoing::Due> due; // nobody is told any more
    if (!m_over) {
        m_session->shutdown();
        if (m_outgoing.flush(due) != Outgoing::State::Idle)
            return;
    }
    if (!m_tls)
        return;
    m_tls->close();
    m_tap.records(m_tls->records(), trace::now());
    (void)m_outgoing.flush(due);
}

} // namespace sonde::net
