#include "wire/http1_outbox.h"

#include "wire/http1_common.h"
#include "wire/http1_writer.h"

namespace sonde::wire
{

namespace
{

http::Error wrongLength(quint64 announced, quint64 queued)
{
    return {
        .layer = http::Layer::Http1,
        .code = http::Code::FileChanged,
        .blame = http::Blame::Local,
        .phase = http::Phase::Send,
        .sentence =
            queued > announced
                ? QStringLiteral(
                      "The content is longer than the %1 octets announced; did its source "
                      "change?")
                      .arg(http1Counted(announced))
                : QStringLiteral("The content ended after %1 of the %2 octets announced; did its "
                                 "source change?")
                      .arg(http1Counted(queued), http1Counted(announced))};
}

} // namespace

void Http1Outbox::queueHead(StreamId stream, QByteArray head)
{
    m_stream = stream;
    m_headStart = m_queued;
    m_framing = Framing::None;
    m_complete = true;
    const auto octets = quint64(head.size());
    mark(SentMark::What::HeadStart);
    push(std::move(head), Piece::Kind::Text);
    mark(SentMark::What::HeadEnd, octets);
}

void Http1Outbox::beginContent(Framing framing, quint64 length)
{
    m_framing = framing;
    m_length = length;
    m_content = 0;
    m_contentBegun = false;
    m_complete = framing == Framing::None;
    if (framing == Framing::Counted && length == 0)
        finish();
}

http::Result<void> Http1Outbox::queueContent(QByteArray octets)
{
    if (octets.isEmpty() || (m_complete && m_framing != Framing::Counted))
        return {};
    if (m_framing == Framing::Counted && quint64(octets.size()) > m_length - m_content)
        return std::unexpected(wrongLength(m_length, m_content + quint64(octets.size())));
    if (!std::exchange(m_contentBegun, true)) {
        m_contentStart = m_queued;
        mark(SentMark::What::ContentStart);
    }
    m_content += quint64(octets.size());
    m_contentWaiting += octets.size();
    m_wanted = true;
    if (m_framing == Framing::Chunked)
        push(writeChunkSize(octets.size()), Piece::Kind::Text);
    push(std::move(octets), Piece::Kind::Content);
    if (m_framing == Framing::Chunked)
        push("\r\n", Piece::Kind::Text);
    if (m_framing == Framing::Counted && m_content == m_length)
        finish();
    return {};
}

http::Result<void> Http1Outbox::endContent(const http::Headers &trailers)
{
    if (m_complete)
        return {};
    if (m_framing == Framing::Counted)
        return std::unexpected(wrongLength(m_length, m_content));
    if (m_framing == Framing::Chunked) {
        if (!std::exchange(m_contentBegun, true)) {
            m_contentStart = m_queued;
            mark(SentMark::What::ContentStart);
        }
        push(writeLastChunk(trailers), Piece::Kind::Text);
    }
    finish();
    return {};
}

void Http1Outbox::finish()
{
    if (!std::exchange(m_contentBegun, true)) {
        m_contentStart = m_queued;
        mark(SentMark::What::ContentStart);
    }
    mark(SentMark::What::ContentEnd, m_content, m_queued - m_contentStart);
    m_complete = true;
}

bool Http1Outbox::hasDrainedAnyOf(StreamId stream) const
{
    return stream == m_stream && m_drained > m_headStart;
}

qsizetype Http1Outbox::room() const
{
    if (m_complete)
        return 0;
    qsizetype room = std::max<qsizetype>(0, Session::queueLimit - m_contentWaiting);
    if (m_framing == Framing::Counted)
        room = qsizetype(std::min(quint64(room), m_length - m_content));
    return room;
}

void Http1Outbox::push(QByteArray octets, Piece::Kind kind)
{
    m_queued += quint64(octets.size());
    m_queue.push_back({std::move(octets), kind});
}

void Http1Outbox::mark(SentMark::What what, quint64 octets, quint64 wireOctets)
{
    m_marks.push_back({.what = what,
                       .stream = m_stream,
                       .position = m_queued,
                       .octets = octets,
                       .wireOctets = wireOctets});
}

bool Http1Outbox::drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit)
{
    qsizetype left = limit;
    m_drainedContent.clear();
    while (!m_queue.empty() && left > 0) {
        Piece &piece = m_queue.front();
        const qsizetype octets = std::min(left, piece.octets.size() - m_front);
        if (piece.kind == Piece::Kind::Content) {
            m_contentWaiting -= octets;
            m_drainedContent.push_back({quint32(limit - left), quint32(octets)});
        }
        left -= octets;
        const bool whole = octets == piece.octets.size() - m_front;
        if (out.isEmpty() && whole && m_front == 0)
            out = std::move(piece.octets); // no copy for a piece that goes alone
        else
            out.append(QByteArrayView(piece.octets).sliced(m_front, octets));
        m_front = whole ? 0 : m_front + octets;
        if (whole)
            m_queue.pop_front();
    }
    m_drained += quint64(limit - left);
    while (!m_marks.empty() && m_marks.front().position <= m_drained) {
        marks.push_back(m_marks.front());
        m_marks.pop_front();
    }
    return left != limit;
}

bool Http1Outbox::takeWanted()
{
    return !m_complete && m_contentWaiting < Session::queueLimit / 2 &&
           std::exchange(m_wanted, false);
}

void Http1Outbox::discard()
{
    m_queue.clear();
    m_marks.clear();
    m_front = 0;
    m_contentWaiting = 0;
    m_queued = m_drained;
    m_complete = true;
}

} // namespace sonde::wire
