// The outgoing side of an HTTP/1 session: heads and framed content waiting to be drained, with
// marks where they begin and end. Owned by a session.
#pragma once

#include "wire/session.h"

#include <deque>

namespace sonde::wire
{

class Http1Outbox
{
public:
    enum class Framing : quint8 {
        None,    // no content
        Counted, // as many octets as announced
        Chunked, // each sendContent() is one chunk
        Raw,     // until the connection closes, or a tunnel
    };

    // A head; for an interim head nothing else follows.
    void queueHead(StreamId stream, QByteArray head);
    // Content follows the head queued last. `length` counts for Framing::Counted.
    void beginContent(Framing framing, quint64 length = 0);
    // The octets count as content; an error if they are more than announced.
    [[nodiscard]] http::Result<void> queueContent(QByteArray octets);
    // An error if fewer octets than announced have been queued.
    [[nodiscard]] http::Result<void> endContent(const http::Headers &trailers);

    [[nodiscard]] Framing framing() const { return m_framing; }
    // Everything of the message is in the queue or out.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    // Every octet queued so far has been drained.
    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    [[nodiscard]] bool hasDrainedAnyOf(StreamId stream) const;
    [[nodiscard]] qsizetype room() const;
    // As Session::drain().
    bool drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit);
    // Of the octets that the last drain() appended.
    [[nodiscard]] std::span<const trace::ByteLog::Gap> drainedContent() const
    {
        return m_drainedContent;
    }
    // True once each time the queue has run below half since content was queued last.
    [[nodiscard]] bool takeWanted();
    // What has not been drained will not be.
    void discard();

private:
    struct Piece {
        QByteArray octets;
        enum class Kind : quint8 { Text, Content } kind = Kind::Text;
    };

    void push(QByteArray octets, Piece::Kind kind);
    void mark(SentMark::What what, quint64 octets = 0, quint64 wireOctets = 0);
    void finish();

    std::deque<Piece> m_queue;
    std::deque<SentMark> m_marks;
    std::vector<trace::ByteLog::Gap> m_drainedContent;
    quint64 m_queued = 0;  // octets ever queued: the position of the next
    quint64 m_drained = 0; // octets ever drained
    qsizetype m_front = 0; // octets of the first piece that are out
    qsizetype m_contentWaiting = 0;
    quint64 m_length = 0;
    quint64 m_content = 0;      // content octets queued for this message
    quint64 m_contentStart = 0; // position
    quint64 m_headStart = 0;
    StreamId m_stream{};
    Framing m_framing = Framing::None;
    bool m_contentBegun = false;
    bool m_complete = true;
    bool m_wanted = false;
};

} // namespace sonde::wire
