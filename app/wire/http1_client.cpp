#include "wire/http1_client.h"

#include "wire/http1.h"
#include "wire/http1_request_plan.h"
#include "wire/http1_writer.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;

std::unique_ptr<ClientSession> makeHttp1Client()
{
    return std::make_unique<Http1ClientSession>();
}

Http1ClientSession::Http1ClientSession()
    : m_reader(Http1Role::Response, m_events)
{
}

http::Result<StreamId> Http1ClientSession::open(RequestHead head, ContentLength content)
{
    if (capacity() == 0)
        return std::unexpected(http::Error{
            .layer = http::Layer::Http1,
            .code = Code::SendFailed,
            .blame = http::Blame::Local,
            .phase = Phase::Queue,
            .retrySafe = true,
            .sentence = m_open ? QStringLiteral("The connection carries another request; HTTP/1 "
                                                "carries one at a time.")
                               : QStringLiteral("The connection cannot be used again."),
        });
    if (auto writable = checkWritable(head); !writable)
        return std::unexpected(std::move(writable.error()));
    auto method = http::Method::parse(head.method);
    if (!method)
        return std::unexpected(std::move(method.error()));
    auto plan = planRequest(head, content);
    if (!plan)
        return std::unexpected(std::move(plan.error()));

    m_stream = StreamId(quint32(m_stream) + 1);
    m_method = *std::move(method);
    m_open = true;
    m_sent = std::move(head.headers);
    if (plan->added)
        m_sent.append(*std::move(plan->added));
    m_outbox.queueHead(m_stream, writeHead(head, m_sent));
    m_outbox.beginContent(plan->framing, plan->length);
    if (plan->framing == Http1Outbox::Framing::Chunked && content.kind == ContentLength::Kind::None)
        (void)m_outbox.endContent({});
    m_reader.begin(m_stream, {.method = head.method, .asksUpgrade = m_sent.contains("Upgrade")});
    // RFC 9112 section 9.6: after sending "close" a client sends no more requests.
    m_reusable = http1KeepsAlive(head.version, m_sent);
    return m_stream;
}

int Http1ClientSession::capacity() const
{
    return m_reusable && !m_open && !m_peerEnded ? 1 : 0;
}

http::Headers Http1ClientSession::takeSentFields(StreamId stream)
{
    return stream == m_stream ? std::exchange(m_sent, {}) : http::Headers();
}

void Http1ClientSession::feed(QByteArrayView octets, trace::Stamp at)
{
    if (octets.isEmpty())
        return;
    if (m_open) {
        const qsizetype taken = m_reader.feed(octets, at);
        octets = octets.sliced(taken);
        checkReader(at);
    }
    if (!octets.isEmpty())
        unsolicited(octets, m_reader.offset());
}

void Http1ClientSession::checkReader(trace::Stamp at)
{
    using State = Http1Reader::State;
    if (m_reader.state() == State::Failed)
        return fail(at, *m_reader.error());
    if (m_reader.hasHead())
        m_reusable = m_reusable && m_reader.keepsAlive();
    // What is sent from here on is the tunnel's.
    if (m_reader.state() == State::Tunnel && m_outbox.isComplete() &&
        m_outbox.framing() != Http1Outbox::Framing::Raw)
        m_outbox.beginContent(Http1Outbox::Framing::Raw);
    if (m_reader.state() == State::Idle)
        messageEnded();
}

void Http1ClientSession::messageEnded()
{
    m_open = false;
    if (m_outbox.isComplete())
        return;
    const bool wasTunnel = m_outbox.framing() == Http1Outbox::Framing::Raw;
    m_outbox.discard();
    if (wasTunnel)
        return;
    // RFC 9112 section 9.3: without the rest of the request, what follows it could not be told from
    // it. The finding stands before the end, after which nobody listens.
    m_reusable = false;
    Event ended = std::move(m_events.back());
    m_events.pop_back();
    m_reader.notes().add(
        {.severity = trace::Severity::Note,
         .rule = "http1.early-response",
         .what = QStringLiteral("The response ended before the request was sent whole"),
         .remedy = QStringLiteral("the rest is not sent, and the connection is not used again"),
         .section = "RFC 9112 section 9.3"});
    m_events.push_back(std::move(ended));
}

void Http1ClientSession::unsolicited(QByteArrayView octets, qint64 offset)
{
    m_reader.skip(octets.size());
    m_reusable = false;
    if (std::exchange(m_unsolicited, true))
        return;
    m_events.emplace_back(FindingNoticed{
        .stream = StreamId{0},
        .finding = {.severity = trace::Severity::Warning,
                    .rule = "http1.unsolicited-octets",
                    .sentence =
                        QStringLiteral("The server sent octets that belong to no response; they "
                                       "are ignored, and the connection is not used again."),
                    .section = "RFC 9112 section 9.2",
                    .offset = offset},
    });
}

void Http1ClientSession::feedEnd(trace::Stamp at)
{
    if (std::exchange(m_peerEnded, true))
        return;
    m_reusable = false;
    if (!m_open)
        return;
    m_reader.feedEnd(at);
    checkReader(at);
}

// Sending again is safe if the server cannot have acted on the request, or acting twice does no
// harm (RFC 9110 section 9.2.2). Whether it is wise, on a connection that was new, the caller
// knows.
http::Error Http1ClientSession::judged(http::Error error) const
{
    if (error.code != Code::ConnectionClosed)
        return error;
    error.phase = m_outbox.isComplete() && m_outbox.isEmpty() ? Phase::Wait : Phase::Send;
    error.retrySafe = m_method.isIdempotent() || !m_outbox.hasDrainedAnyOf(m_stream);
    return error;
}

void Http1ClientSession::fail(trace::Stamp at, http::Error error)
{
    error = judged(std::move(error));
    m_open = false;
    m_reusable = false;
    m_unsolicited = true; // more of the same is no news
    m_outbox.discard();
    m_events.emplace_back(StreamFailed{.stream = m_stream, .at = at, .error = error});
    m_events.emplace_back(SessionFailed{.at = at, .error = std::move(error)});
}

bool Http1ClientSession::drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit)
{
    const bool some = m_outbox.drain(out, marks, limit);
    if (m_open && m_outbox.takeWanted())
        m_events.emplace_back(ContentWanted{.stream = m_stream});
    return some;
}

qsizetype Http1ClientSession::contentRoom(StreamId stream) const
{
    return m_open && stream == m_stream ? m_outbox.room() : 0;
}

void Http1ClientSession::sendContent(StreamId stream, QByteArray octets)
{
    if (!m_open || stream != m_stream)
        return;
    if (auto queued = m_outbox.queueContent(std::move(octets)); !queued)
        fail(trace::now(), std::move(queued.error()));
}

void Http1ClientSession::endContent(StreamId stream, const http::Headers &trailers)
{
    if (!m_open || stream != m_stream)
        return;
    if (!trailers.isEmpty() && m_outbox.framing() != Http1Outbox::Framing::Chunked)
        m_reader.notes().add({.severity = trace::Severity::Warning,
                              .rule = "http1.trailers-not-sent",
                              .what = QStringLiteral("Trailers need the chunked transfer coding"),
                              .remedy = QStringLiteral("they are not sent"),
                              .section = "RFC 9112 section 7.1.2"});
    auto ended = checkWritable(trailers);
    if (ended)
        ended = m_outbox.endContent(trailers);
    if (!ended)
        fail(trace::now(), std::move(ended.error()));
}

void Http1ClientSession::abandon(StreamId stream, quint32)
{
    if (!m_open || stream != m_stream)
        return;
    m_open = false;
    m_reusable = false;
    m_unsolicited = true; // the rest of the response is expected, and unwanted
    m_outbox.discard();
}

} // namespace sonde::wire
