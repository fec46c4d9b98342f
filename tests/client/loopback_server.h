// A small server on 127.0.0.1 that speaks through the wire room's server sessions: a handler looks
// at each request and says what is answered, held back or broken off. Thread of its test.
#pragma once

#include "wire/session.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace sonde::testing
{

struct LoopbackRequest {
    wire::RequestHead head;
    QByteArray content;
    int connection = 0; // which one of the server's, from 1
};

struct LoopbackReply {
    int status = 200;
    http::Headers headers;
    QByteArray content;
    http::Headers trailers;
    enum class Then : quint8 {
        End,
        Hang,       // after the content, without the end
        HangBefore, // not even a head
        Reset,      // RST on the connection instead of an answer
        CutShort,   // FIN after the content, without the end
        Refuse,     // RST_STREAM(REFUSED_STREAM); HTTP/2 only
    } then = Then::End;
};

class LoopbackConnection;

class LoopbackServer : public QObject
{
public:
    enum class Speaks : quint8 { Http1, Http2 };
    using Handler = std::function<LoopbackReply(const LoopbackRequest &)>;

    explicit LoopbackServer(Speaks speaks, Handler handler = {});
    ~LoopbackServer() override;

    [[nodiscard]] QByteArray url(const char *path = "/") const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connectionsMade() const { return m_made; }
    [[nodiscard]] int connectionsOpen() const;
    [[nodiscard]] qint64 octetsSent() const { return m_octetsSent; } // taken by the kernel
    [[nodiscard]] qint64 contentReceived() const { return m_contentReceived; }

    // While true, request content is not read.
    void pauseReading(bool paused);
    // Whether a 100 is sent to Expect: 100-continue.
    void saysContinue(bool says) { m_saysContinue = says; }

private:
    friend class LoopbackConnection;
    QTcpServer m_server;
    const Speaks m_speaks;
    const Handler m_handler;
    std::vector<LoopbackConnection *> m_connections;
    int m_made = 0;
    qint64 m_octetsSent = 0;
    qint64 m_contentReceived = 0;
    bool m_paused = false;
    bool m_saysContinue = true;
};

} // namespace sonde::testing
