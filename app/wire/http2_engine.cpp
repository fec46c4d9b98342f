// Life, sending and the verbs of Session; what comes in is in http2_engine_receive.cpp.
#include "wire/http2_engine.h"

#include "wire/http2_callbacks.h"

namespace sonde::wire
{

Http2Engine::Http2Engine(Http2Side side, const Http2Options &options, std::vector<Event> &told)
    : m_side(side)
    , m_options(options)
    , m_session(newHttp2Session(side, options, this))
    , m_told(told)
{
    Q_CHECK_PTR(m_session);
    submitPreface();
}

Http2Engine::~Http2Engine()
{
    nghttp2_session_del(m_session);
}

void Http2Engine::submitPreface()
{
    std::vector<nghttp2_settings_entry> settings{
        {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, uint32_t(m_options.streamWindow)},
        {NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, m_options.maxHeaderOctets},
    };
    if (m_side == Http2Side::Client)
        settings.push_back({NGHTTP2_SETTINGS_ENABLE_PUSH, 0});
    else
        settings.push_back(
            {NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, m_options.maxConcurrentStreams});
    nghttp2_submit_settings(m_session, NGHTTP2_FLAG_NONE, settings.data(), settings.size());
    nghttp2_session_set_local_window_size(m_session, NGHTTP2_FLAG_NONE, 0,
                                          m_options.connectionWindow);
}

trace::Stamp Http2Engine::stamp() const
{
    // What happens before the first octet came in has no stamp of its own.
    return m_now.ns == 0 ? trace::now() : m_now;
}

bool Http2Engine::takesMore() const
{
    // RFC 9113 section 5.1.1: a connection that is out of stream numbers takes no more requests.
    return !m_over && !m_goAway && !m_closing &&
           nghttp2_session_get_next_stream_id(m_session) <= uint32_t(INT32_MAX);
}

quint64 Http2Engine::position() const
{
    return m_sent + quint64(m_out->size() - m_outStart);
}

bool Http2Engine::send(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit)
{
    if (m_over)
        return false;
    m_out = &out;
    m_outStart = out.size();
    m_marks = &marks;
    while (out.size() - m_outStart < limit) {
        const uint8_t *octets = nullptr;
        const ssize_t length = nghttp2_session_mem_send(m_session, &octets);
        if (length < 0) {
            failSession(http2ProtocolError(m_side, NGHTTP2_INTERNAL_ERROR,
                                           QString::fromLatin1(nghttp2_strerror(int(length)))));
            break;
        }
        if (length == 0)
            break;
        out.append(reinterpret_cast<const char *>(octets), length);
        if (m_markAfter) {
            m_markAfter->position = position();
            if (m_markAfter->what == SentMark::What::HeadEnd)
                m_markAfter->octets = m_markAfter->position - m_markAfter->octets;
            marks.push_back(*std::exchange(m_markAfter, std::nullopt));
        }
    }
    const bool any = out.size() > m_outStart;
    m_sent = position();
    m_out = nullptr;
    m_marks = nullptr;
    return any;
}

// Called just before the first octet of any frame but DATA.
void Http2Engine::frameSending(const nghttp2_frame &frame)
{
    Http2Stream *stream = frame.hd.type == NGHTTP2_HEADERS ? heard(frame.hd.stream_id) : nullptr;
    if (!stream || stream->headSent || stream->interimQueued > 0)
        return;
    stream->headStart = position();
    m_marks->push_back({.what = SentMark::What::HeadStart,
                        .stream = StreamId(stream->id),
                        .position = stream->headStart});
}

// Called when nghttp2 is about to hand out the last octets of a frame.
void Http2Engine::frameSent(const nghttp2_frame &frame)
{
    if (frame.hd.type == NGHTTP2_GOAWAY && frame.goaway.error_code != NGHTTP2_NO_ERROR) {
        const QByteArrayView reason(reinterpret_cast<const char *>(frame.goaway.opaque_data),
                                    qsizetype(frame.goaway.opaque_data_len));
        failSession(http2ProtocolError(m_side, frame.goaway.error_code, http2Shown(reason)));
        return;
    }
    Http2Stream *stream = heard(frame.hd.stream_id);
    if (!stream)
        return;
    if (frame.hd.type == NGHTTP2_HEADERS) {
        if (stream->interimQueued > 0) {
            --stream->interimQueued;
        } else if (!stream->headSent) {
            stream->headSent = true;
            m_markAfter = {.what = SentMark::What::HeadEnd,
                           .stream = StreamId(stream->id),
                           .octets = stream->headStart};
        }
    } else if (frame.hd.type == NGHTTP2_DATA) {
        stream->contentWire += http2FrameHeaderOctets + frame.hd.length;
        if (!std::exchange(stream->contentBegun, true))
            m_marks->push_back({.what = SentMark::What::ContentStart,
                                .stream = StreamId(stream->id),
                                .position = position()});
        if (stream->contentTaken)
            m_markAfter = {.what = SentMark::What::ContentEnd,
                           .stream = StreamId(stream->id),
                           .octets = stream->contentOctets,
                           .wireOctets = stream->contentWire};
    }
}

void Http2Engine::frameNotSent(const nghttp2_frame &frame, int libraryCode)
{
    Http2Stream *stream = m_streams.find(quint32(frame.hd.stream_id));
    if (frame.hd.type != NGHTTP2_HEADERS || !stream)
        return;
    fail(stream, {.layer = http::Layer::Http2,
                  .code = http::Code::SendFailed,
                  .phase = http::Phase::Send,
                  .retrySafe = m_side == Http2Side::Client && !stream->headSent,
                  .sentence = QStringLiteral("The head could not be sent on this connection."),
                  .detail = QString::fromLatin1(nghttp2_strerror(libraryCode))});
}

qsizetype Http2Engine::contentAsked(qint32 id, char *to, size_t length, quint32 &flags)
{
    Http2Stream *stream = heard(id);
    if (!stream)
        return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE;
    const qsizetype moved = stream->queue.take(to, qsizetype(length));
    stream->contentOctets += quint64(moved);
    if (stream->contentEnded && stream->queue.octets() == 0) {
        flags |= NGHTTP2_DATA_FLAG_EOF;
        stream->contentTaken = true;
        if (!stream->trailers.isEmpty()) {
            flags |= NGHTTP2_DATA_FLAG_NO_END_STREAM;
            const std::vector<nghttp2_nv> pairs = http2NameValues(stream->trailers);
            nghttp2_submit_trailer(m_session, id, pairs.data(), pairs.size());
        }
        return moved;
    }
    if (!stream->contentEnded && !stream->wantTold &&
        stream->queue.octets() < Session::queueLimit / 2) {
        stream->wantTold = true;
        tell(ContentWanted{StreamId(stream->id)});
    }
    stream->deferred = moved == 0;
    return moved == 0 ? qsizetype{NGHTTP2_ERR_DEFERRED} : moved;
}

nghttp2_data_provider Http2Engine::contentProvider()
{
    return {.source = {.ptr = nullptr}, .read_callback = readHttp2Content};
}

qsizetype Http2Engine::room(StreamId id) const
{
    const Http2Stream *stream = m_streams.find(quint32(id));
    if (!stream || !stream->hasContent || stream->contentEnded)
        return 0;
    return std::max<qsizetype>(0, Session::queueLimit - stream->queue.octets());
}

void Http2Engine::queueContent(StreamId id, QByteArray octets)
{
    Http2Stream *stream = m_streams.find(quint32(id));
    if (!stream || !stream->hasContent || stream->contentEnded)
        return;
    stream->queue.append(std::move(octets));
    stream->wantTold = false;
    resume(*stream);
}

void Http2Engine::finishContent(StreamId id, const http::Headers &trailers)
{
    Http2Stream *stream = m_streams.find(quint32(id));
    if (!stream || stream->contentEnded)
        return;
    if (!trailers.isEmpty()) {
        auto list = http2TrailerFields(trailers);
        if (!list || !stream->hasContent)
            tellFinding(stream,
                        {.severity = trace::Severity::Warning,
                         .rule = "http2.trailers-dropped",
                         .sentence = list ? QStringLiteral("The trailer section was not sent: "
                                                           "the message was over with its "
                                                           "head.")
                                          : list.error().sentence,
                         .section = "RFC 9113 section 8.1"});
        else
            stream->trailers = std::move(list->fields);
    }
    stream->contentEnded = true;
    resume(*stream);
}

void Http2Engine::resume(Http2Stream &stream)
{
    if (std::exchange(stream.deferred, false))
        nghttp2_session_resume_data(m_session, qint32(stream.id));
}

void Http2Engine::credit(StreamId id, qint64 octets)
{
    if (octets > 0 && !m_over)
        nghttp2_session_consume_stream(m_session, qint32(id), size_t(octets));
}

void Http2Engine::reset(StreamId id, quint32 code)
{
    Http2Stream *stream = m_streams.find(quint32(id));
    if (!stream)
        return;
    nghttp2_submit_rst_stream(m_session, NGHTTP2_FLAG_NONE, qint32(id), code);
    release(stream);
}

void Http2Engine::close()
{
    if (m_over || std::exchange(m_closing, true))
        return;
    nghttp2_submit_goaway(m_session, NGHTTP2_FLAG_NONE,
                          nghttp2_session_get_last_proc_stream_id(m_session), NGHTTP2_NO_ERROR,
                          nullptr, 0);
}

Http2Stream *Http2Engine::heard(qint32 id) const
{
    return id == 0
               ? nullptr
               : static_cast<Http2Stream *>(nghttp2_session_get_stream_user_data(m_session, id));
}

void Http2Engine::release(Http2Stream *stream)
{
    nghttp2_session_set_stream_user_data(m_session, qint32(stream->id), nullptr);
    forget(stream);
}

void Http2Engine::forget(Http2Stream *stream)
{
    if (m_block.stream == stream)
        m_block.stream = nullptr;
    m_streams.remove(stream);
}

void Http2Engine::fail(Http2Stream *stream, http::Error error)
{
    tell(StreamFailed{StreamId(stream->id), stamp(), std::move(error)});
    release(stream);
}

void Http2Engine::failSession(http::Error error)
{
    if (std::exchange(m_over, true))
        return;
    for (Http2Stream *stream : m_streams.inOrder()) {
        http::Error own = error;
        own.phase = progress(*stream).phase();
        // What never left us cannot have been processed.
        own.retrySafe = m_side == Http2Side::Client && !stream->headSent;
        fail(stream, std::move(own));
    }
    tell(SessionFailed{stamp(), std::move(error)});
}

} // namespace sonde::wire
