// Gives an interface of session.h the engine's verbs, so that client and server add only what
// differs.
#pragma once

#include "wire/http2_engine.h"

namespace sonde::wire
{

template <typename Interface>
class Http2Endpoint : public Interface, public Http2Engine
{
public:
    Http2Endpoint(Http2Side side, const Http2Options &options)
        : Http2Engine(side, options, this->m_events)
    {
    }

    void feed(QByteArrayView octets, trace::Stamp at) override { receive(octets, at); }
    void feedEnd(trace::Stamp at) override { receiveEnd(at); }
    bool drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit) override
    {
        return send(out, marks, limit);
    }
    [[nodiscard]] qsizetype contentRoom(StreamId stream) const override { return room(stream); }
    void sendContent(StreamId stream, QByteArray octets) override
    {
        queueContent(stream, std::move(octets));
    }
    void endContent(StreamId stream, const http::Headers &trailers) override
    {
        finishContent(stream, trailers);
    }
    void consume(StreamId stream, qint64 octets) override { credit(stream, octets); }
    void abandon(StreamId stream, quint32 http2Code) override { reset(stream, http2Code); }
    [[nodiscard]] bool isReusable() const override { return takesMore(); }
    void shutdown() override { close(); }
};

} // namespace sonde::wire
