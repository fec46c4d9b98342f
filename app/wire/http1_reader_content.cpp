// The part of the reader that comes after a head: content, trailers, the end of the message or of
// the connection.
#include "wire/http1_reader.h"
#include "wire/http1_start_line.h"

namespace sonde::wire
{

using http::Code;
using http::Phase;

void Http1Reader::counted(Http1Cursor &in)
{
    const quint64 left = m_framing.length - m_content;
    content(in.take(qsizetype(std::min(left, quint64(in.rest.size())))));
    if (m_content == m_framing.length)
        end(trace::End::ContentLength);
}

void Http1Reader::chunked(Http1Cursor &in)
{
    if (m_chunks.state() == Http1ChunkDecoder::State::Data) {
        const auto octets = std::min(m_chunks.remaining(), quint64(in.rest.size()));
        content(in.take(qsizetype(octets)));
        m_chunks.takeData(octets);
        return;
    }
    const auto line = nextLine(in);
    if (!line)
        return;
    m_framingOctets += quint64(line->octets);
    if (auto read = m_chunks.line(*line); !read)
        return fail(std::move(read.error()));
    if (m_chunks.state() == Http1ChunkDecoder::State::Last) {
        m_fields.begin(Http1FieldParser::Section::Trailers);
        m_state = State::Trailers;
    }
}

void Http1Reader::trailerLine(const Http1Line &line)
{
    m_framingOctets += quint64(line.octets);
    if (!line.text.isEmpty()) {
        if (auto parsed = m_fields.line(line); !parsed) {
            parsed.error().phase = Phase::ReceiveBody;
            fail(std::move(parsed.error()));
        }
        return;
    }
    http::Headers trailers = m_fields.finish();
    if (!trailers.isEmpty())
        m_events.emplace_back(TrailersReceived{.stream = m_stream,
                                               .at = m_at,
                                               .trailers = std::move(trailers),
                                               .wireOctets = std::exchange(m_framingOctets, 0)});
    end(trace::End::LastChunk);
}

void Http1Reader::raw(Http1Cursor &in)
{
    content(in.take(in.rest.size()));
}

void Http1Reader::content(QByteArrayView octets)
{
    m_content += quint64(octets.size());
    m_events.emplace_back(
        ContentReceived{.stream = m_stream,
                        .at = m_at,
                        .octets = octets,
                        .wireOctets = quint64(octets.size()) + std::exchange(m_framingOctets, 0)});
}

void Http1Reader::end(trace::End how)
{
    m_state = State::Idle;
    m_events.emplace_back(MessageEnded{.stream = m_stream,
                                       .at = m_at,
                                       .how = how,
                                       .wireOctets = std::exchange(m_framingOctets, 0)});
}

void Http1Reader::fail(http::Error error)
{
    m_state = State::Failed;
    m_framing.keepAlive = false;
    m_error = std::move(error);
}

void Http1Reader::feedEnd(trace::Stamp at)
{
    m_at = at;
    if (m_state == State::UntilClose || m_state == State::Tunnel)
        end(trace::End::Close);
    else if (m_state != State::Idle && m_state != State::Failed)
        m_headDone ? failInContent() : failInHead();
}

QString Http1Reader::peer() const
{
    return m_role == Http1Role::Response ? QStringLiteral("The server")
                                         : QStringLiteral("The client");
}

void Http1Reader::truncated(Phase phase, const QString &sentence)
{
    fail(http1Error(m_role, Code::TruncatedResponse, phase, sentence, m_offset));
}

void Http1Reader::failInHead()
{
    if (!m_begun && m_interims == 0)
        return fail(http1Error(m_role, Code::ConnectionClosed, Phase::Wait,
                               m_role == Http1Role::Response
                                   ? QStringLiteral("The server closed the connection without "
                                                    "answering the request.")
                                   : QStringLiteral("The client closed the connection."),
                               m_offset));
    const QByteArrayView first = m_lines.pending();
    if (m_role == Http1Role::Response && m_state == State::StartLine && m_headStarted &&
        !http1MayBeHttp(first))
        return fail(http1NotHttp(first, m_lineStart));
    if (!m_headStarted && m_interims > 0)
        return truncated(Phase::ReceiveHead,
                         QStringLiteral("The server closed the connection after an interim "
                                        "response (1xx), without the final one."));
    truncated(Phase::ReceiveHead,
              QStringLiteral("%1 closed the connection inside the head, after %2 octets of it.")
                  .arg(peer(), http1Counted(quint64(m_headOctets + first.size()))));
}

void Http1Reader::failInContent()
{
    if (m_state == State::Counted)
        return truncated(
            Phase::ReceiveBody,
            QStringLiteral("%1 closed the connection after %2 of the %3 octets of content "
                           "that Content-Length announced.")
                .arg(peer(), http1Counted(m_content), http1Counted(m_framing.length)));
    if (m_state == State::Chunked && m_chunks.state() == Http1ChunkDecoder::State::Data)
        return truncated(
            Phase::ReceiveBody,
            QStringLiteral("%1 closed the connection inside a chunk: %2 octets of content "
                           "came, %3 more were expected before the next chunk.")
                .arg(peer(), http1Counted(m_content), http1Counted(m_chunks.remaining())));
    if (m_state == State::Trailers)
        return truncated(
            Phase::ReceiveBody,
            QStringLiteral("%1 closed the connection inside the trailers, after all %2 "
                           "octets of content.")
                .arg(peer(), http1Counted(m_content)));
    truncated(
        Phase::ReceiveBody,
        QStringLiteral("%1 closed the connection before the end of the chunked content: %2 octets "
                       "of it came, the last chunk did not.")
            .arg(peer(), http1Counted(m_content)));
}

} // namespace sonde::wire
