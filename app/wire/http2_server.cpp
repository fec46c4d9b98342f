#include "wire/http2_server.h"

namespace sonde::wire
{

Http2ServerSession::Http2ServerSession(const Http2Options &options)
    : Http2Endpoint(Http2Side::Server, options)
{
}

Http2Stream *Http2ServerSession::streamOfHeaders(const nghttp2_frame &frame)
{
    if (frame.headers.cat != NGHTTP2_HCAT_REQUEST)
        return heard(frame.hd.stream_id);
    Http2Stream *stream = m_streams.add(quint32(frame.hd.stream_id));
    nghttp2_session_set_stream_user_data(m_session, frame.hd.stream_id, stream);
    return stream;
}

void Http2ServerSession::headReceived(Http2Stream &stream)
{
    RequestHead head{.method = m_block.method,
                     .scheme = m_block.scheme,
                     .authority = m_block.authority,
                     .target = m_block.path,
                     .version = http::Version::Http2,
                     .headers = std::move(m_block.fields)};
    // RFC 9113 section 8.3.1: either may name the authority.
    if (head.authority.isEmpty())
        head.authority = head.headers.combined("host");
    stream.headRequest = head.method == "HEAD";
    stream.finalHead = true;
    tell(RequestHeadReceived{StreamId(stream.id), stamp(), std::move(head)});
}

void Http2ServerSession::sendHead(StreamId id, const http::ResponseHead &head,
                                  ContentLength content)
{
    Http2Stream *stream = m_streams.find(quint32(id));
    if (!stream)
        return;
    const auto list = http2ResponseFields(head);
    if (!list) {
        tellFinding(stream, {.severity = trace::Severity::Warning,
                             .rule = "http2.response-unsendable",
                             .sentence = list.error().sentence});
        reset(id, NGHTTP2_INTERNAL_ERROR);
        return;
    }
    const std::vector<nghttp2_nv> pairs = http2NameValues(list->fields);
    if (head.isInterim()) {
        ++stream->interimQueued;
        nghttp2_submit_headers(m_session, NGHTTP2_FLAG_NONE, qint32(id), nullptr, pairs.data(),
                               pairs.size(), nullptr);
        return;
    }
    stream->hasContent = !stream->headRequest &&
                         (content.kind == ContentLength::Kind::Unknown ||
                          (content.kind == ContentLength::Kind::Known && content.octets > 0));
    const nghttp2_data_provider provider = contentProvider();
    nghttp2_submit_response(m_session, qint32(id), pairs.data(), pairs.size(),
                            stream->hasContent ? &provider : nullptr);
}

std::unique_ptr<ServerSession> makeHttp2Server(const Http2Options &options)
{
    return std::make_unique<Http2ServerSession>(options);
}

} // namespace sonde::wire
