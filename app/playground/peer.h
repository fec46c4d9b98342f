// One connection to the playground: socket → TLS → session → responders, and back. Deletes itself
// when it is over. On the playground's thread.
#pragma once

#include "playground/responder.h"
#include "playground/tls_server.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

#include <map>

namespace sonde::playground
{

class Peer : public QObject
{
    Q_OBJECT
public:
    // `tls` is null for cleartext. Takes the socket over.
    Peer(QTcpSocket *socket, std::shared_ptr<TlsServerContext> tls, quint64 number,
         QObject *parent);
    ~Peer() override;

    // Ends the connection if nothing has moved on it for too long.
    void endIfIdle();

private:
    enum class State : quint8 {
        Deciding, // the first octets tell HTTP/1 from HTTP/2
        Open,
        Closing, // everything is sent; the client may close
        Over,
    };

    void read();
    void receive(QByteArrayView plaintext);
    [[nodiscard]] bool decide();
    void pump();
    [[nodiscard]] bool handleEvents();
    void handle(wire::Event &event);
    void proceed(wire::StreamId stream);
    void resume(wire::StreamId stream);
    [[nodiscard]] bool send();
    [[nodiscard]] bool write(const QByteArray &plaintext);
    void tearDown(wire::StreamId stream);
    void closeIfDone();
    void end();
    void resetSocket();

    QTcpSocket *m_socket;
    std::unique_ptr<TlsServerStream> m_tls;
    std::unique_ptr<wire::ServerSession> m_session;
    std::map<wire::StreamId, std::unique_ptr<Responder>> m_responders;
    QByteArray m_first; // while deciding
    const quint64 m_number;
    quint64 m_requests = 0;
    State m_state = State::Deciding;
    bool m_isHttp2 = false;
    bool m_failed = false; // the session is lost; what it still says goes out
    bool m_pumping = false;
    bool m_pumpAgain = false;
    QDeadlineTimer m_idle;
};

} // namespace sonde::playground
