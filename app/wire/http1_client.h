// The client's side of an HTTP/1 connection: one request at a time, its response read while the
// request may still be going out. Owned by a connection, on its thread.
#pragma once

#include "wire/http1_outbox.h"
#include "wire/http1_reader.h"

namespace sonde::wire
{

class Http1ClientSession final : public ClientSession
{
public:
    Http1ClientSession();

    void feed(QByteArrayView octets, trace::Stamp at) override;
    void feedEnd(trace::Stamp at) override;
    bool drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit) override;
    [[nodiscard]] std::span<const trace::ByteLog::Gap> drainedContent() const override
    {
        return m_outbox.drainedContent();
    }
    [[nodiscard]] qsizetype contentRoom(StreamId stream) const override;
    void sendContent(StreamId stream, QByteArray octets) override;
    void endContent(StreamId stream, const http::Headers &trailers) override;
    // HTTP/1 has no credit: who does not read the socket slows the server.
    void consume(StreamId, qint64) override {}
    void abandon(StreamId stream, quint32 http2Code) override;
    [[nodiscard]] bool isReusable() const override { return m_reusable; }
    void shutdown() override { m_reusable = false; }

    [[nodiscard]] http::Result<StreamId> open(RequestHead head, ContentLength content) override;
    [[nodiscard]] int capacity() const override;
    [[nodiscard]] int openStreams() const override { return m_open ? 1 : 0; }
    [[nodiscard]] http::Headers takeSentFields(StreamId stream) override;

private:
    void checkReader(trace::Stamp at);
    void messageEnded();
    void unsolicited(QByteArrayView octets, qint64 offset);
    void fail(trace::Stamp at, http::Error error);
    [[nodiscard]] http::Error judged(http::Error error) const;

    Http1Reader m_reader;
    Http1Outbox m_outbox;
    http::Headers m_sent;
    http::Method m_method;
    StreamId m_stream{};
    bool m_open = false; // a request whose response has not ended
    bool m_reusable = true;
    bool m_peerEnded = false;
    bool m_unsolicited = false; // noted
};

} // namespace sonde::wire
