// A client's HTTP/1 session to play with: what it sends, and what it says of what it is fed.
#pragma once

#include "http1_transcript.h"
#include "wire/http1.h"

namespace sonde::wire::test
{

inline RequestHead head(const QByteArray &method = "GET",
                        http::Headers headers = {{"Host", "a.test"}})
{
    return {.method = method, .headers = std::move(headers)};
}

// A client session, what it sent and what it said.
class Play
{
public:
    Play()
        : session(makeHttp1Client())
    {
    }

    StreamId open(const RequestHead &request = head(), ContentLength content = noContent)
    {
        const auto stream = session->open(request, content);
        if (!stream)
            qFatal("open: %s", qPrintable(stream.error().sentence));
        return *stream;
    }
    QByteArray drain(qsizetype limit = 256 * 1024)
    {
        QByteArray out;
        (void)session->drain(out, marks, limit);
        take();
        return out;
    }
    void feed(const QByteArray &octets)
    {
        m_at += octets.size();
        session->feed(octets, trace::Stamp{m_at});
        take();
    }
    void feedEnd()
    {
        session->feedEnd(trace::Stamp{++m_at});
        take();
    }
    // The events since the last call.
    QByteArrayList said()
    {
        take();
        return std::exchange(m_transcript, Http1Transcript()).lines();
    }

    std::unique_ptr<ClientSession> session;
    std::vector<SentMark> marks;

private:
    void take()
    {
        std::vector<Event> events = session->takeEvents();
        for (const Event &event : events) {
            if (const auto *failed = std::get_if<StreamFailed>(&event))
                lastError = failed->error;
        }
        m_transcript.add(events);
    }

    Http1Transcript m_transcript;
    qint64 m_at = 0;

public:
    std::optional<http::Error> lastError;
};

inline const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

} // namespace sonde::wire::test
