// The inward half of OpenConnection: octets to the session, events to the owners.
#include "net/errors.h"
#include "net/open_connection_turn.h"

#include <array>

namespace sonde::net
{
namespace
{

// Octets read a turn: enough for full speed, little enough that other connections and a window on
// the same thread do not wait.
constexpr size_t readShare = 256 * 1024;

// One pair a thread: a turn ends before the next begins, and nothing in it outlives it.
struct Buffers {
    std::array<char, readShare> wire;
    std::array<char, readShare> plain;
};

Buffers &buffers()
{
    static thread_local const auto buffers = std::make_unique_for_overwrite<Buffers>();
    return *buffers;
}

} // namespace

void OpenConnection::readable()
{
    const Turn turn(*this);
    const auto got = m_socket->receive(buffers().wire);
    const auto at = trace::now();
    switch (got.status) {
    case Socket::Status::Done:
        m_received += quint64(got.octets);
        receive(QByteArrayView(buffers().wire.data(), got.octets), at);
        return;
    case Socket::Status::WouldBlock:
        return;
    case Socket::Status::Ended:
        m_bareEnd = m_tls != nullptr;
        ended(at, 0);
        return;
    case Socket::Status::Failed:
        ended(at, m_socket->number());
        return;
    }
}

void OpenConnection::receive(QByteArrayView octets, trace::Stamp at)
{
    if (m_tls) {
        receiveTls(octets, at);
        return;
    }
    if (octets.isEmpty())
        return;
    feed(octets, at);
}

void OpenConnection::feed(QByteArrayView octets, trace::Stamp at)
{
    m_session->feed(octets, at);
    m_tap.received(octets, at, m_session->events());
    m_wantsFlush = true; // the session may have something to answer
    dispatch();
}

void OpenConnection::receiveTls(QByteArrayView octets, trace::Stamp at)
{
    m_tls->receive(octets);
    auto &plain = buffers().plain;
    for (;;) {
        // All records that have come make one feed, unless they are more than the buffer holds.
        size_t filled = 0;
        auto status = TlsStream::Status::Data;
        while (status == TlsStream::Status::Data && filled < plain.size()) {
            const auto read = m_tls->read(std::span(plain).subspan(filled));
            status = read.status;
            filled += size_t(read.octets);
            if (status == TlsStream::Status::Data && !m_tls->holdsInput())
                status = TlsStream::Status::WantsInput;
        }
        m_tap.records(m_tls->records(), at);
        if (filled > 0 && isOpen())
            feed(QByteArrayView(plain.data(), qsizetype(filled)), at);
        switch (status) {
        case TlsStream::Status::Data:
            continue;
        case TlsStream::Status::WantsInput:
            m_wantsFlush = m_wantsFlush || !m_tls->output().isEmpty();
            return;
        case TlsStream::Status::Failed:
            m_tlsError = m_tls->error();
            m_wantsFlush = true; // the alert that says what we did not like
            [[fallthrough]];
        case TlsStream::Status::Ended:
            ended(at, 0);
            return;
        }
    }
}

void OpenConnection::ended(trace::Stamp at, int number)
{
    if (std::exchange(m_over, true) || !isOpen())
        return;
    m_endNumber = number;
    m_socket->listenRead(Socket::Listen::No);
    const bool idle = m_streams.empty();
    m_session->feedEnd(at);
    dispatch();
    if (m_tlsError)
        m_sessionProblem = m_tlsError->sentence;
    else if (number != 0)
        m_sessionProblem = QStringLiteral("the server broke it off: %1").arg(errnoText(number));
    else
        m_sessionProblem = idle ? QStringLiteral("the server closed it while it was idle")
                                : QStringLiteral("the server closed it");
}

// The session knows that the octets ended; why they did, only the layers below it know.
http::Error OpenConnection::explained(http::Error error, http::Phase phase) const
{
    const bool ending =
        error.code == http::Code::ConnectionClosed || error.code == http::Code::TruncatedResponse;
    if (!ending)
        return error;
    if (m_tlsError) {
        auto result = *m_tlsError;
        result.phase = phase;
        result.retrySafe = false;
        return result;
    }
    const int number = m_endNumber != 0 ? m_endNumber : m_outgoing.number();
    if (number == 0)
        return error;
    error.number = number;
    error.detail = errnoText(number);
    const auto words = QStringLiteral("the server broke the connection off (%1)").arg(error.detail);
    if (error.code == http::Code::ConnectionClosed)
        error.sentence = QStringLiteral("No answer came: %1.").arg(words);
    else
        error.sentence += QStringLiteral(" It was no orderly end: %1.").arg(words);
    return error;
}

struct OpenConnection::Deliver {
    OpenConnection &connection;

    void operator()(wire::HeadStarted &event) const
    {
        if (auto *stream = connection.find(event.stream)) {
            stream->phase = http::Phase::ReceiveHead;
            connection.sampleTcp(trace::TcpSample::When::HeadStarted, event.at);
            stream->owner->headStarted(event.at);
        }
    }
    void operator()(wire::ResponseHeadReceived &event) const
    {
        if (auto *stream = connection.find(event.stream)) {
            stream->phase = event.head.isInterim() ? http::Phase::Wait : http::Phase::ReceiveBody;
            stream->owner->headReceived(std::move(event));
        }
    }
    void operator()(wire::RequestHeadReceived &) const {} // servers only
    void operator()(wire::ContentReceived &event) const
    {
        if (auto *stream = connection.find(event.stream)) {
            stream->unconsumed += event.octets.size();
            connection.m_unconsumed += event.octets.size();
            stream->owner->contentReceived(event);
        }
    }
    void operator()(wire::TrailersReceived &event) const
    {
        if (auto *stream = connection.find(event.stream))
            stream->owner->trailersReceived(std::move(event));
    }
    void operator()(wire::MessageEnded &event) const
    {
        const auto stream = connection.take(event.stream);
        if (!stream)
            return;
        connection.sampleTcp(trace::TcpSample::When::Ended, event.at);
        if (event.how == trace::End::Close && !tellUnprovenEnd(event, *stream))
            return;
        stream->owner->ended(event.at, event.how);
    }
    void operator()(wire::StreamFailed &event) const
    {
        if (const auto stream = connection.take(event.stream))
            stream->owner->failed(event.at, connection.explained(event.error, stream->phase));
    }
    void operator()(wire::ContentWanted &event) const
    {
        if (auto *stream = connection.find(event.stream))
            stream->owner->contentWanted();
    }
    void operator()(wire::GoAwayReceived &event) const
    {
        connection.m_trace->record(trace::What::GoAway, event.at, event.code);
        connection.m_dirty = true;
    }
    void operator()(wire::FindingNoticed &event) const
    {
        if (event.stream != wire::StreamId{}) {
            if (auto *stream = connection.find(event.stream))
                stream->owner->findingNoticed(event.finding);
            return;
        }
        std::vector<wire::StreamId> ids; // an owner may release itself or others
        for (const auto &[id, stream] : connection.m_streams)
            ids.push_back(wire::StreamId(id));
        for (const auto id : ids) {
            if (auto *stream = connection.find(id))
                stream->owner->findingNoticed(event.finding);
        }
    }
    void operator()(wire::SessionFailed &event) const
    {
        connection.m_sessionProblem = event.error.sentence;
    }

private:
    // A body that ends with the connection is whole only if the end was orderly. False: the owner
    // has been told of a failure.
    bool tellUnprovenEnd(const wire::MessageEnded &event, const Stream &stream) const
    {
        if (connection.m_endNumber != 0 || connection.m_tlsError) {
            http::Error error{.layer = http::Layer::Tcp,
                              .code = http::Code::TruncatedResponse,
                              .blame = http::Blame::Remote,
                              .phase = stream.phase,
                              .sentence = QStringLiteral("The response has no announced length and "
                                                         "its end did not come.")};
            stream.owner->failed(event.at, connection.explained(std::move(error), stream.phase));
            return false;
        }
        if (connection.m_bareEnd) {
            stream.owner->findingNoticed(
                {.severity = trace::Severity::Warning,
                 .rule = "tls.no-close-notify",
                 .sentence = QStringLiteral("The server ended the connection without TLS's "
                                            "close_notify: the body may have been cut short by "
                                            "somebody on the way."),
                 .section = "RFC 9112 section 9.8"});
        }
        return true;
    }
};

void OpenConnection::dispatch()
{
    if (std::exchange(m_dispatching, true))
        return; // the loop below gets to it
    for (;;) {
        m_session->takeEvents(m_events);
        if (m_events.empty())
            break;
        for (auto &event : m_events)
            std::visit(Deliver{*this}, event);
    }
    m_dispatching = false;
}

void OpenConnection::deliverSent()
{
    using What = wire::SentMark::What;
    for (const auto &[mark, at] : m_due) {
        auto *stream = find(mark.stream);
        if (!stream)
            continue;
        const bool last =
            mark.what == What::ContentEnd || (mark.what == What::HeadEnd && !stream->sendsContent);
        if (last && stream->phase == http::Phase::Send)
            stream->phase = http::Phase::Wait;
        stream->owner->sent(mark, at);
    }
}

// Until there is nothing more to say, or the turn's share has been said: refilling owners queue
// more while it runs.
void OpenConnection::flush()
{
    constexpr int rounds = 4;
    for (int round = 0; m_wantsFlush && isOpen(); ++round) {
        m_wantsFlush = false;
        m_due.clear();
        auto state = m_outgoing.flush(m_due);
        deliverSent();
        dispatch();
        if (!isOpen())
            return;
        if (state == Outgoing::State::Idle && m_wantsFlush && round + 1 == rounds)
            state = Outgoing::State::More;
        const bool waits = state == Outgoing::State::Blocked || state == Outgoing::State::More;
        m_socket->listenWrite(waits ? Socket::Listen::Yes : Socket::Listen::No);
        if (state != Outgoing::State::Idle)
            return;
    }
}

} // namespace sonde::net
