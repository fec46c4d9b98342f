#include "wire/http2_client.h"

namespace sonde::wire
{

namespace
{

// What we send at most in one head, counted as the peer would.
constexpr quint64 maxSentListOctets = 1024 * 1024;

http::Error localError(http::Code code, const QString &sentence)
{
    return {.layer = http::Layer::Http2,
            .code = code,
            .phase = http::Phase::Queue,
            .retrySafe = true,
            .sentence = sentence};
}

} // namespace

Http2ClientSession::Http2ClientSession(const Http2Options &options)
    : Http2Endpoint(Http2Side::Client, options)
{
}

void Http2ClientSession::feed(QByteArrayView octets, trace::Stamp at)
{
    if (isOver())
        return;
    if (m_preface.state() == Http2Preface::State::Good) {
        receive(octets, at);
        return;
    }
    // The preface keeps a copy, in which no content can stand: that needs a head, which needs
    // octets after the SETTINGS frame. So views into it are never told.
    const qsizetype part = std::min<qsizetype>(octets.size(), http2FrameHeaderOctets);
    switch (m_preface.add(octets.first(part))) {
    case Http2Preface::State::Undecided:
        if (part < octets.size())
            feed(octets.sliced(part), at);
        break;
    case Http2Preface::State::Good:
        receive(m_preface.octets(), at);
        receive(octets.sliced(part), at);
        break;
    case Http2Preface::State::Bad:
        failSession(m_preface.error());
        break;
    }
}

void Http2ClientSession::feedEnd(trace::Stamp at)
{
    if (m_preface.end() == Http2Preface::State::Bad)
        failSession(m_preface.error());
    receiveEnd(at);
}

http::Error Http2ClientSession::refusal() const
{
    if (m_goAway)
        return http2GoAwayError(m_side, m_goAway->code, m_goAway->debug);
    if (nghttp2_session_get_next_stream_id(m_session) > uint32_t(INT32_MAX))
        return localError(
            http::Code::GoAway,
            QStringLiteral("This connection has used up its stream numbers; a new one "
                           "is needed."));
    return localError(http::Code::ConnectionClosed,
                      QStringLiteral("This connection takes no more requests."));
}

http::Result<StreamId> Http2ClientSession::open(RequestHead head, ContentLength content)
{
    if (!takesMore())
        return std::unexpected(refusal());
    if (capacity() == 0)
        return std::unexpected(localError(
            http::Code::LimitExceeded,
            QStringLiteral("This connection already carries the %1 streams that the server allows; "
                           "wait for one to end or open another connection.")
                .arg(streamsAllowed())));
    auto list = http2RequestFields(head);
    if (!list)
        return std::unexpected(list.error());
    if (http2ListOctets(list->fields) > maxSentListOctets) {
        http::Error error =
            localError(http::Code::LimitExceeded,
                       QStringLiteral("The head of the request is larger than 1 MiB, "
                                      "which Sonde does not send over HTTP/2."));
        error.retrySafe = false;
        return std::unexpected(error);
    }
    const std::vector<nghttp2_nv> pairs = http2NameValues(list->fields);
    Http2Stream *stream = m_streams.add(nghttp2_session_get_next_stream_id(m_session));
    stream->hasContent = content.kind == ContentLength::Kind::Unknown ||
                         (content.kind == ContentLength::Kind::Known && content.octets > 0);
    const nghttp2_data_provider provider = contentProvider();
    const qint32 id = nghttp2_submit_request(m_session, nullptr, pairs.data(), pairs.size(),
                                             stream->hasContent ? &provider : nullptr, stream);
    if (id < 0) {
        m_streams.remove(stream);
        http::Error error = refusal();
        error.detail = QString::fromLatin1(nghttp2_strerror(id));
        return std::unexpected(error);
    }
    stream->sent = std::move(list->fields);
    for (trace::Finding &finding : list->findings)
        tellFinding(stream, std::move(finding));
    return StreamId(id);
}

quint32 Http2ClientSession::streamsAllowed() const
{
    return nghttp2_session_get_remote_settings(m_session, NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS);
}

int Http2ClientSession::capacity() const
{
    if (!takesMore())
        return 0;
    const qint64 free = qint64(streamsAllowed()) - m_streams.count();
    const qint64 numbersLeft =
        (qint64(INT32_MAX) - nghttp2_session_get_next_stream_id(m_session)) / 2 + 1;
    return int(std::clamp<qint64>(free, 0, std::min<qint64>(numbersLeft, INT32_MAX)));
}

http::Headers Http2ClientSession::takeSentFields(StreamId stream)
{
    Http2Stream *found = m_streams.find(quint32(stream));
    return found ? std::exchange(found->sent, {}) : http::Headers();
}

Http2Stream *Http2ClientSession::streamOfHeaders(const nghttp2_frame &frame)
{
    return heard(frame.hd.stream_id);
}

void Http2ClientSession::headReceived(Http2Stream &stream)
{
    http::ResponseHead head;
    head.version = http::Version::Http2;
    // nghttp2 has made sure that it is there and is three digits (RFC 9113 section 8.3.2).
    head.status = m_block.status.toInt();
    head.headers = std::move(m_block.fields);
    stream.finalHead = !head.isInterim();
    tell(ResponseHeadReceived{StreamId(stream.id), stamp(), std::move(head), m_block.wireOctets});
}

std::unique_ptr<ClientSession> makeHttp2Client(const Http2Options &options)
{
    return std::make_unique<Http2ClientSession>(options);
}

} // namespace sonde::wire
