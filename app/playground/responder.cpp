#include "playground/responder.h"

#include "playground/endpoints.h"

namespace sonde::playground
{
namespace
{

// The client reads what came before a reset only if the reset does not overtake it.
constexpr milliseconds breakPause{50};

} // namespace

Responder::Responder(wire::StreamId stream, wire::RequestHead head, ConnectionFacts connection,
                     quint64 requestNumber, std::function<void(milliseconds)> wakeAfter)
    : m_stream(stream)
    , m_wakeAfter(std::move(wakeAfter))
{
    m_received.method = std::move(head.method);
    m_received.scheme = connection.tlsVersion.isEmpty() ? "http" : "https";
    m_received.authority =
        head.authority.isEmpty() ? head.headers.combined("Host") : head.authority;
    QByteArray target = std::move(head.target);
    // RFC 9112 section 3.2.2: a server takes the absolute-form too.
    if (const qsizetype scheme = target.indexOf("://"); scheme > 0 && !target.startsWith('/')) {
        const qsizetype path = target.indexOf('/', scheme + 3);
        target = path < 0 ? QByteArray("/") : target.sliced(path);
    }
    const qsizetype mark = target.indexOf('?');
    m_received.path = mark < 0 ? target : target.first(mark);
    m_received.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    m_received.version = head.version;
    m_received.headers = std::move(head.headers);
    m_received.requestNumber = requestNumber;
    m_received.connection = std::move(connection);
    m_keepsBody = keepsBody(m_received.path);
    m_expectsContinue = m_received.headers.listContains("Expect", "100-continue");
}

void Responder::take(QByteArrayView content)
{
    m_received.bodyOctets += quint64(content.size());
    m_hash.addData(content);
    const qsizetype room = m_keepsBody ? keptBodyLimit - m_received.body.size() : 0;
    m_received.body.append(content.first(std::min(room, content.size())));
}

void Responder::requestEnded()
{
    m_received.bodySha256 = m_hash.result().toHex();
    m_plan = respond(m_received);
    m_state = State::Interim;
}

Responder::Outcome Responder::proceed(wire::ServerSession &session)
{
    // RFC 9110 section 10.1.1: the client waits for this before it sends the content.
    if (std::exchange(m_expectsContinue, false) && m_state == State::Receiving)
        session.sendHead(m_stream, {.status = 100, .reason = "Continue"}, {});
    if (m_paused)
        return Outcome::Waiting;
    if (m_state == State::Interim)
        sendInterim(session);
    if (m_paused)
        return Outcome::Waiting;
    if (m_state == State::Head)
        sendHead(session);
    if (m_state == State::Content)
        sendContent(session);
    if (m_paused)
        return Outcome::Waiting;
    if (m_state == State::Breaking)
        return Outcome::Reset;
    return m_state == State::Done ? Outcome::Done : Outcome::Waiting;
}

void Responder::pause(milliseconds duration)
{
    if (duration.count() <= 0)
        return;
    m_paused = true;
    m_wakeAfter(duration);
}

void Responder::sendInterim(wire::ServerSession &session)
{
    for (const http::ResponseHead &head : m_plan.interim)
        session.sendHead(m_stream, head, {});
    pause(m_plan.delay);
    m_state = State::Head;
}

void Responder::sendHead(wire::ServerSession &session)
{
    if (!m_plan.hasHead) {
        m_state = State::Silent;
        return;
    }
    session.sendHead(m_stream, m_plan.head, m_plan.length);
    const bool empty =
        m_received.method == "HEAD" || m_plan.length.kind == wire::ContentLength::Kind::None;
    m_state = empty ? State::Done : State::Content;
}

void Responder::sendContent(wire::ServerSession &session)
{
    for (;;) {
        if (m_left.isEmpty() && m_lastPiece)
            return endContent(session);
        if (m_left.isEmpty()) {
            Piece piece = m_plan.source();
            m_left = std::move(piece.octets);
            m_pauseAfter = piece.pause;
            m_lastPiece = piece.isLast;
        }
        const qsizetype room = session.contentRoom(m_stream);
        if (!m_left.isEmpty() && room <= 0)
            return;
        const qsizetype length = std::min(room, m_left.size());
        if (length > 0) {
            session.sendContent(m_stream, m_left.first(length));
            m_left = m_left.sliced(length);
        }
        if (m_left.isEmpty() && !m_lastPiece && m_pauseAfter.count() > 0)
            return pause(m_pauseAfter);
    }
}

void Responder::endContent(wire::ServerSession &session)
{
    switch (m_plan.ending) {
    case Ending::Whole:
        session.endContent(m_stream, m_plan.trailers);
        m_state = State::Done;
        return;
    case Ending::Silence:
        m_state = State::Silent;
        return;
    case Ending::Reset:
        // Only when the peer's window has let everything go; the session does not say when, so look
        // again.
        if (session.contentRoom(m_stream) == wire::Session::queueLimit)
            m_state = State::Breaking;
        pause(breakPause);
        return;
    }
}

} // namespace sonde::playground
