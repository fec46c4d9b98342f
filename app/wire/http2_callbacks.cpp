#include "wire/http2_callbacks.h"

namespace sonde::wire
{

namespace
{

// CONTINUATION frames after one HEADERS. Ours may hold 1 MiB in 65 frames of 16 KiB; some servers
// cut smaller. Past this nghttp2 gives the connection up (CVE-2024-28182).
constexpr size_t maxContinuations = 256;
// Our own head may be as large as those we accept, and a little for HPACK.
constexpr size_t maxSentHeaderBlock = 1024 * 1024 + 64 * 1024;
// RFC 9113 section 6.5.2: before its SETTINGS a server should be assumed to allow 100 streams.
constexpr uint32_t assumedConcurrentStreams = 100;

Http2Engine &engineOf(void *user)
{
    return *static_cast<Http2Engine *>(user);
}

QByteArrayView view(const uint8_t *octets, size_t length)
{
    return {reinterpret_cast<const char *>(octets), qsizetype(length)};
}

int onBeginFrame(nghttp2_session *, const nghttp2_frame_hd *frame, void *user) noexcept
{
    engineOf(user).frameBegun(*frame);
    return 0;
}

int onBeginHeaders(nghttp2_session *, const nghttp2_frame *frame, void *user) noexcept
{
    engineOf(user).headersBegun(*frame);
    return 0;
}

int onHeader(nghttp2_session *, const nghttp2_frame *, nghttp2_rcbuf *name, nghttp2_rcbuf *value,
             uint8_t, void *user) noexcept
{
    engineOf(user).fieldReceived(name, value);
    return 0;
}

int onInvalidHeader(nghttp2_session *, const nghttp2_frame *, const uint8_t *name, size_t length,
                    const uint8_t *, size_t, uint8_t, void *user) noexcept
{
    engineOf(user).fieldIgnored(view(name, length));
    return 0;
}

int onDataChunk(nghttp2_session *, uint8_t, int32_t stream, const uint8_t *data, size_t length,
                void *user) noexcept
{
    engineOf(user).dataReceived(stream, view(data, length));
    return 0;
}

int onFrameRecv(nghttp2_session *, const nghttp2_frame *frame, void *user) noexcept
{
    engineOf(user).frameReceived(*frame);
    return 0;
}

int onInvalidFrame(nghttp2_session *, const nghttp2_frame *frame, int code, void *user) noexcept
{
    engineOf(user).frameInvalid(*frame, code);
    return 0;
}

int onBeforeFrameSend(nghttp2_session *, const nghttp2_frame *frame, void *user) noexcept
{
    engineOf(user).frameSending(*frame);
    return 0;
}

int onFrameSend(nghttp2_session *, const nghttp2_frame *frame, void *user) noexcept
{
    engineOf(user).frameSent(*frame);
    return 0;
}

int onFrameNotSend(nghttp2_session *, const nghttp2_frame *frame, int code, void *user) noexcept
{
    engineOf(user).frameNotSent(*frame, code);
    return 0;
}

int onStreamClose(nghttp2_session *, int32_t stream, uint32_t code, void *user) noexcept
{
    engineOf(user).streamClosed(stream, code);
    return 0;
}

int onError(nghttp2_session *, int, const char *message, size_t length, void *user) noexcept
{
    engineOf(user).libraryComplained(QByteArray(message, qsizetype(length)));
    return 0;
}

nghttp2_session_callbacks *makeCallbacks()
{
    nghttp2_session_callbacks *made = nullptr;
    if (nghttp2_session_callbacks_new(&made) != 0)
        return nullptr;
    nghttp2_session_callbacks_set_on_begin_frame_callback(made, onBeginFrame);
    nghttp2_session_callbacks_set_on_begin_headers_callback(made, onBeginHeaders);
    nghttp2_session_callbacks_set_on_header_callback2(made, onHeader);
    nghttp2_session_callbacks_set_on_invalid_header_callback(made, onInvalidHeader);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(made, onDataChunk);
    nghttp2_session_callbacks_set_on_frame_recv_callback(made, onFrameRecv);
    nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(made, onInvalidFrame);
    nghttp2_session_callbacks_set_before_frame_send_callback(made, onBeforeFrameSend);
    nghttp2_session_callbacks_set_on_frame_send_callback(made, onFrameSend);
    nghttp2_session_callbacks_set_on_frame_not_send_callback(made, onFrameNotSend);
    nghttp2_session_callbacks_set_on_stream_close_callback(made, onStreamClose);
    nghttp2_session_callbacks_set_error_callback2(made, onError);
    return made;
}

} // namespace

ssize_t readHttp2Content(nghttp2_session *, int32_t stream, uint8_t *to, size_t length,
                         uint32_t *flags, nghttp2_data_source *, void *user) noexcept
{
    return engineOf(user).contentAsked(stream, reinterpret_cast<char *>(to), length, *flags);
}

nghttp2_session *newHttp2Session(Http2Side side, const Http2Options &options, Http2Engine *engine)
{
    // The library copies both: one set of callbacks serves all sessions of the process.
    static nghttp2_session_callbacks *const callbacks = makeCallbacks();
    nghttp2_option *option = nullptr;
    if (!callbacks || nghttp2_option_new(&option) != 0)
        return nullptr;
    nghttp2_option_set_no_auto_window_update(option, 1);
    nghttp2_option_set_peer_max_concurrent_streams(option, assumedConcurrentStreams);
    nghttp2_option_set_max_continuations(option, maxContinuations);
    nghttp2_option_set_max_send_header_block_length(option, maxSentHeaderBlock);
    nghttp2_option_set_no_closed_streams(option, 1);
    // A blank at the end of a value is worth a finding, not the loss of the field.
    nghttp2_option_set_no_rfc9113_leading_and_trailing_ws_validation(option, 1);
    nghttp2_session *session = nullptr;
    if (side == Http2Side::Client) {
        nghttp2_session_client_new2(&session, callbacks, engine, option);
        if (session)
            nghttp2_session_set_next_stream_id(session, int32_t(options.firstStream));
    } else {
        nghttp2_session_server_new2(&session, callbacks, engine, option);
    }
    nghttp2_option_del(option);
    return session;
}

} // namespace sonde::wire
