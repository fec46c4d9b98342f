// The server's side of an HTTP/1 connection: requests one after the other, answered in order. Used
// by the playground; owned by a connection, on its thread.
#pragma once

#include "wire/http1_outbox.h"
#include "wire/http1_reader.h"

namespace sonde::wire
{

class Http1ServerSession final : public ServerSession
{
public:
    // Octets of later requests that wait for the response to the one before.
    static constexpr qsizetype backlogLimit = 4 * 1024 * 1024;

    Http1ServerSession();

    void feed(QByteArrayView octets, trace::Stamp at) override;
    void feedEnd(trace::Stamp at) override;
    bool drain(QByteArray &out, std::vector<SentMark> &marks, qsizetype limit) override;
    [[nodiscard]] qsizetype contentRoom(StreamId stream) const override;
    void sendContent(StreamId stream, QByteArray octets) override;
    void endContent(StreamId stream, const http::Headers &trailers) override;
    void consume(StreamId, qint64) override {}
    void abandon(StreamId stream, quint32 http2Code) override;
    [[nodiscard]] bool isReusable() const override { return m_reusable; }
    void shutdown() override { m_reusable = false; }
    void sendHead(StreamId stream, const http::ResponseHead &head, ContentLength content) override;

private:
    // What is known of the request that is being answered.
    struct Current {
        QByteArray method;
        http::Version version = http::Version::Http11;
        bool headRead = false;
        bool headSent = false; // the final one
        bool responseDone = false;
    };

    void read(QByteArrayView octets, trace::Stamp at);
    void noteHead(qsizetype firstEvent);
    void sendInterim(const http::ResponseHead &head);
    [[nodiscard]] http::ResponseHead framed(const http::ResponseHead &head, ContentLength content);
    void addConnectionField(http::Headers &headers);
    void finishIfComplete();
    void readBacklog();
    void endInput();
    void refuse(trace::Stamp at, const http::Error &error);
    void fail(trace::Stamp at, http::Error error);

    Http1Reader m_reader;
    Http1Outbox m_outbox;
    Current m_current;
    QByteArray m_backlog;           // octets after the current request
    std::vector<QByteArray> m_kept; // octets that views in the events point into
    StreamId m_stream{1};
    trace::Stamp m_at;
    bool m_reusable = true;
    bool m_failed = false;
    bool m_peerEnded = false;
};

} // namespace sonde::wire
