// The client's end of an HTTP/2 connection (RFC 9113). Without I/O; used on its connection's
// thread.
#pragma once

#include "wire/http2_endpoint.h"
#include "wire/http2_preface.h"

namespace sonde::wire
{

class Http2ClientSession final : public Http2Endpoint<ClientSession>
{
public:
    explicit Http2ClientSession(const Http2Options &options = {});

    void feed(QByteArrayView octets, trace::Stamp at) override;
    void feedEnd(trace::Stamp at) override;
    [[nodiscard]] http::Result<StreamId> open(RequestHead head, ContentLength content) override;
    [[nodiscard]] int capacity() const override;
    [[nodiscard]] int openStreams() const override { return m_streams.count(); }
    [[nodiscard]] http::Headers takeSentFields(StreamId stream) override;

private:
    Http2Stream *streamOfHeaders(const nghttp2_frame &frame) override;
    void headReceived(Http2Stream &stream) override;
    [[nodiscard]] http::Error refusal() const;
    [[nodiscard]] quint32 streamsAllowed() const;

    Http2Preface m_preface;
};

} // namespace sonde::wire
