// What both ends of HTTP/2 share: an nghttp2 session, the table of streams, the accounting of
// octets, and events out of callbacks. Callbacks only enqueue and remember; owned by a session
// object.
#pragma once

#include "wire/http2.h"
#include "wire/http2_fields.h"
#include "wire/http2_streams.h"
#include "wire/http2_words.h"
#include "wire/recent_octets.h"

namespace sonde::wire
{

class Http2Engine
{
public:
    // `told` is where everything that happens is told; it outlives the engine.
    Http2Engine(Http2Side side, const Http2Options &options, std::vector<Event> &told);
    virtual ~Http2Engine();
    Q_DISABLE_COPY_MOVE(Http2Engine)

    // --- from nghttp2, through http2_callbacks.cpp ---
    void frameBegun(const nghttp2_frame_hd &frame);
    void headersBegun(const nghttp2_frame &frame);
    void fieldReceived(nghttp2_rcbuf *name, nghttp2_rcbuf *value);
    void fieldIgnored(QByteArrayView name);
    void dataReceived(qint32 id, QByteArrayView octets);
    void frameReceived(const nghttp2_frame &frame);
    void frameInvalid(const nghttp2_frame &frame, int libraryCode);
    void frameSending(const nghttp2_frame &frame);
    void frameSent(const nghttp2_frame &frame);
    void frameNotSent(const nghttp2_frame &frame, int libraryCode);
    void streamClosed(qint32 id, quint32 code);
    qsizetype contentAsked(qint32 id, char *to, size_t length, quint32 &flags);
    void libraryComplained(const QByteArray &message) { m_complaint = message; }

protected:
    // One header section as it comes in.
    struct Block {
        Http2Stream *stream = nullptr; // no longer if it has failed
        quint64 wireOctets = 0;        // HEADERS and CONTINUATION frames with their headers
        quint64 listOctets = 0;
        int fieldCount = 0;
        QByteArray status; // pseudo-fields
        QByteArray method;
        QByteArray scheme;
        QByteArray authority;
        QByteArray path;
        http::Headers fields;
    };
    struct GoAway {
        quint32 lastStream = 0;
        quint32 code = 0;
        QByteArray debug;
    };

    // --- what the two ends do differently ---
    // The stream of a HEADERS frame that begins; nullptr to let it pass unheard.
    virtual Http2Stream *streamOfHeaders(const nghttp2_frame &frame) = 0;
    // The whole head is in m_block, which may be emptied; sets stream.finalHead unless it is
    // interim.
    virtual void headReceived(Http2Stream &stream) = 0;

    // --- the verbs of Session ---
    void receive(QByteArrayView octets, trace::Stamp at);
    void receiveEnd(trace::Stamp at);
    bool send(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit);
    [[nodiscard]] qsizetype room(StreamId id) const;
    void queueContent(StreamId id, QByteArray octets);
    void finishContent(StreamId id, const http::Headers &trailers);
    void credit(StreamId id, qint64 octets);
    void reset(StreamId id, quint32 code);
    void close();

    [[nodiscard]] bool takesMore() const;
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] trace::Stamp stamp() const;
    template <typename T>
    void tell(T event)
    {
        m_told.emplace_back(std::move(event));
    }
    void tellFinding(Http2Stream *stream, trace::Finding finding);
    void fail(Http2Stream *stream, http::Error error);
    void failSession(http::Error error);
    void release(Http2Stream *stream);
    [[nodiscard]] Http2Stream *heard(qint32 id) const;
    // Where our content comes from, for nghttp2_submit_request and _response.
    [[nodiscard]] static nghttp2_data_provider contentProvider();

    const Http2Side m_side;
    const Http2Options m_options;
    nghttp2_session *m_session = nullptr;
    Http2Streams m_streams;
    Block m_block;
    std::optional<GoAway> m_goAway;

private:
    struct DataFrame {
        quint64 wireOctets = 0; // the whole frame
        quint64 told = 0;       // of these, in events
        bool padded = false;
    };

    void submitPreface();
    void forget(Http2Stream *stream);
    void headEnded(Http2Stream &stream, const nghttp2_frame &frame);
    void dataFrameEnded(Http2Stream &stream);
    void ended(Http2Stream &stream);
    void goAwayReceived(const nghttp2_goaway &frame);
    void takePseudoField(http::Field field);
    void limitExceeded(Http2Stream &stream);
    void resume(Http2Stream &stream);
    [[nodiscard]] Http2Progress progress(const Http2Stream &stream) const;
    [[nodiscard]] QString brokenMessaging(const Http2Stream &stream,
                                          const nghttp2_frame &frame) const;
    [[nodiscard]] http::Error explainedReset(const Http2Stream &stream, quint32 code) const;
    [[nodiscard]] QString closingWords() const;
    [[nodiscard]] quint64 position() const;

    std::vector<Event> &m_told;
    RecentOctets m_recent;
    DataFrame m_data;
    int m_findings = 0; // of the connection
    trace::Stamp m_now;
    size_t m_eventsBefore = 0; // in the feed before: what to make room for
    QByteArray m_complaint;    // nghttp2's last words on what the peer did
    quint64 m_sent = 0;        // octets drained in earlier calls
    // Only during send()
    QByteArray *m_out = nullptr;
    qsizetype m_outStart = 0;
    std::vector<SentMark> *m_marks = nullptr;
    std::optional<SentMark> m_markAfter; // waits for the octets of its frame
    bool m_closing = false;              // we sent GOAWAY to end things in peace
    bool m_over = false;                 // SessionFailed has been told
};

} // namespace sonde::wire
