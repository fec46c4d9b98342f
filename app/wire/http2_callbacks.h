// The C side of nghttp2: callbacks that only forward to Http2Engine, and the library's options.
#pragma once

#include "wire/http2_engine.h"

namespace sonde::wire
{

// A new session for `engine`; nullptr only when memory is short.
[[nodiscard]] nghttp2_session *newHttp2Session(Http2Side side, const Http2Options &options,
                                               Http2Engine *engine);

// Asks the engine for content; `user` is an Http2Engine.
ssize_t readHttp2Content(nghttp2_session *session, int32_t stream, uint8_t *to, size_t length,
                         uint32_t *flags, nghttp2_data_source *source, void *user) noexcept;

} // namespace sonde::wire
