#include "wire/http1_server.h"

#include "wire/http1.h"
#include "wire/http1_writer.h"

namespace sonde::wire
{

using http::Code;
using Framing = Http1Outbox::Framing;
using ReaderState = Http1Reader::State;

std::unique_ptr<ServerSession> makeHttp1Server()
{
    return std::make_unique<Http1ServerSession>();
}

Http1ServerSession::Http1ServerSession()
    : m_reader(Http1Role::Request, m_events)
{
    m_reader.begin(m_stream);
}

void Http1ServerSession::feed(QByteArrayView octets, trace::Stamp at)
{
    m_at = at;
    m_kept.clear();
    if (!m_failed)
        read(octets, at);
}

void Http1ServerSession::read(QByteArrayView octets, trace::Stamp at)
{
    if (octets.isEmpty())
        return;
    const auto firstEvent = qsizetype(m_events.size());
    const qsizetype taken = m_reader.feed(octets, at);
    noteHead(firstEvent);
    if (m_reader.state() == ReaderState::Failed)
        return refuse(at, *m_reader.error());
    if (m_backlog.size() + octets.size() - taken > backlogLimit)
        return fail(at,
                    http1Error(Http1Role::Request, Code::LimitExceeded, http::Phase::ReceiveHead,
                               QStringLiteral("The client sent more than %1 octets of further "
                                              "requests before the response to the first.")
                                   .arg(http1Counted(backlogLimit))));
    m_backlog.append(octets.sliced(taken));
    if (m_current.responseDone)
        finishIfComplete();
}

// A head that came with these events is the current request's: there is one at a time.
void Http1ServerSession::noteHead(qsizetype firstEvent)
{
    if (m_current.headRead)
        return;
    for (size_t i = size_t(firstEvent); i < m_events.size(); ++i) {
        const auto *request = std::get_if<RequestHeadReceived>(&m_events[i]);
        if (!request)
            continue;
        m_current.headRead = true;
        m_current.method = request->head.method;
        m_current.version = request->head.version;
        m_reusable = m_reusable && m_reader.keepsAlive();
        return;
    }
}

void Http1ServerSession::feedEnd(trace::Stamp at)
{
    m_at = at;
    if (std::exchange(m_peerEnded, true) || m_failed)
        return;
    endInput();
}

// A client may close its side and still read: what it asked is answered, then the connection ends.
void Http1ServerSession::endInput()
{
    if (!m_peerEnded || !m_backlog.isEmpty())
        return;
    m_reusable = false;
    if (m_reader.hasBegun())
        m_reader.feedEnd(m_at);
    if (m_reader.state() == ReaderState::Failed)
        fail(m_at, *m_reader.error());
}

void Http1ServerSession::sendHead(StreamId stream, const http::ResponseHead &head,
                                  ContentLength content)
{
    if (m_failed || stream != m_stream || !m_current.headRead || m_current.headSent)
        return;
    if (auto writable = checkWritable(head); !writable)
        return fail(m_at, std::move(writable.error()));
    if (head.isInterim())
        return sendInterim(head);
    m_current.headSent = true;
    const bool tunnel = head.status == 101 ||
                        (m_current.method == "CONNECT" && head.status >= 200 && head.status < 300);
    if (tunnel) {
        m_reusable = false;
        m_outbox.queueHead(stream, writeHead(head));
        m_outbox.beginContent(Framing::Raw);
        if (m_reader.state() == ReaderState::Idle)
            m_reader.tunnel();
        return readBacklog();
    }
    const http::ResponseHead whole = framed(head, content);
    const bool chunked = whole.headers.listContains("Transfer-Encoding", "chunked");
    m_outbox.queueHead(stream, writeHead(whole));
    // RFC 9112 section 6.3 rule 1.
    const bool empty = m_current.method == "HEAD" || head.status == 204 || head.status == 304;
    if (empty || content.kind == ContentLength::Kind::None)
        m_outbox.beginContent(Framing::None);
    else if (chunked)
        m_outbox.beginContent(Framing::Chunked);
    else if (content.kind == ContentLength::Kind::Known)
        m_outbox.beginContent(Framing::Counted, content.octets);
    else
        m_outbox.beginContent(Framing::Raw);
    finishIfComplete();
}

// RFC 9110 section 15.2: an HTTP/1.0 client knows no interim responses.
void Http1ServerSession::sendInterim(const http::ResponseHead &head)
{
    if (m_current.version == http::Version::Http11)
        m_outbox.queueHead(m_stream, writeHead(head));
}

http::ResponseHead Http1ServerSession::framed(const http::ResponseHead &head, ContentLength content)
{
    using Kind = ContentLength::Kind;
    http::ResponseHead whole = head;
    // RFC 9110 section 2.5: the version is the server's own, whatever the client's.
    whole.version = http::Version::Http11;
    const bool hasLength = whole.headers.contains("Content-Length");
    const bool hasCoding = whole.headers.contains("Transfer-Encoding");
    if (!hasLength && !hasCoding && head.status != 204 && head.status != 304) {
        if (content.kind == Kind::Known)
            whole.headers.append("Content-Length", QByteArray::number(content.octets));
        else if (content.kind == Kind::None && m_current.method != "HEAD")
            whole.headers.append("Content-Length", "0");
        else if (content.kind == Kind::Unknown && m_current.version == http::Version::Http11)
            whole.headers.append("Transfer-Encoding", "chunked");
    }
    if (content.kind == Kind::Unknown && !whole.headers.contains("Transfer-Encoding"))
        m_reusable = false; // the end of the content is the end of the connection
    addConnectionField(whole.headers);
    return whole;
}

void Http1ServerSession::addConnectionField(http::Headers &headers)
{
    if (headers.listContains("Connection", "close"))
        m_reusable = false;
    else if (!m_reusable)
        headers.append("Connection", "close");
    else if (m_current.version == http::Version::Http10)
        headers.append("Connection", "keep-alive");
}

bool Http1ServerSession::drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit)
{
    const bool some = m_outbox.drain(out, marks, limit);
    if (m_outbox.takeWanted())
        m_events.emplace_back(ContentWanted{.stream = m_stream});
    return some;
}

qsizetype Http1ServerSession::contentRoom(StreamId stream) const
{
    return !m_failed && stream == m_stream && m_current.headSent ? m_outbox.room() : 0;
}

void Http1ServerSession::sendContent(StreamId stream, QByteArray octets)
{
    if (m_failed || stream != m_stream || !m_current.headSent)
        return;
    if (auto queued = m_outbox.queueContent(std::move(octets)); !queued)
        return fail(m_at, std::move(queued.error()));
    finishIfComplete();
}

void Http1ServerSession::endContent(StreamId stream, const http::Headers &trailers)
{
    if (m_failed || stream != m_stream || !m_current.headSent)
        return;
    auto ended = checkWritable(trailers);
    if (ended)
        ended = m_outbox.endContent(trailers);
    if (!ended)
        return fail(m_at, std::move(ended.error()));
    finishIfComplete();
}

// When request and response are both complete, the next request may be read.
void Http1ServerSession::finishIfComplete()
{
    if (!m_current.headSent || !m_outbox.isComplete())
        return;
    m_current.responseDone = true;
    if (m_reader.state() != ReaderState::Idle || !m_reusable)
        return;
    m_stream = StreamId(quint32(m_stream) + 1);
    m_current = {};
    m_reader.begin(m_stream);
    readBacklog();
}

void Http1ServerSession::readBacklog()
{
    if (m_backlog.isEmpty())
        return endInput();
    // Views in events given before must stay: they point into what was fed, or into the part of the
    // backlog that was read before, which was theirs.
    m_kept.push_back(std::exchange(m_backlog, {}));
    read(m_kept.back(), m_at);
    endInput();
}

void Http1ServerSession::abandon(StreamId stream, quint32)
{
    if (stream != m_stream || m_failed)
        return;
    m_failed = true;
    m_reusable = false;
    m_outbox.discard();
}

// A request that cannot be read is answered, so that the client learns why; then the connection
// ends.
void Http1ServerSession::refuse(trace::Stamp at, const http::Error &error)
{
    if (!m_current.headSent) {
        const QByteArray sentence = error.sentence.toUtf8() + '\n';
        http::ResponseHead head{.status = 400, .reason = "Bad Request"};
        if (error.code == Code::LimitExceeded && !m_current.headRead)
            head = {.status = 431, .reason = "Request Header Fields Too Large"};
        else if (error.code == Code::UnexpectedVersion)
            head = {.status = 505, .reason = "HTTP Version Not Supported"};
        head.headers = {{"Content-Type", "text/plain; charset=utf-8"},
                        {"Content-Length", QByteArray::number(sentence.size())},
                        {"Connection", "close"}};
        m_outbox.queueHead(m_stream, writeHead(head));
        m_outbox.beginContent(Framing::Counted, quint64(sentence.size()));
        (void)m_outbox.queueContent(sentence);
    }
    fail(at, error);
}

void Http1ServerSession::fail(trace::Stamp at, http::Error error)
{
    m_failed = true;
    m_reusable = false;
    m_backlog.clear();
    if (m_reader.hasBegun())
        m_events.emplace_back(StreamFailed{.stream = m_stream, .at = at, .error = error});
    m_events.emplace_back(SessionFailed{.at = at, .error = std::move(error)});
}

} // namespace sonde::wire
