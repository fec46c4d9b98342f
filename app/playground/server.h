// The playground's listening sockets and its connections. Lives on the playground's thread.
#pragma once

#include "playground/peer.h"

#include <QTcpServer>
#include <QTimer>

namespace sonde::playground
{

class Server : public QObject
{
    Q_OBJECT
public:
    static constexpr int connectionLimit = 256; // more wait in the kernel's queue

    struct Ports {
        quint16 http = 0; // 0: any that is free
        quint16 https = 0;
    };

    explicit Server(std::shared_ptr<TlsServerContext> tls);

    // Listens on 127.0.0.1 and says where. Errors: a port that is taken.
    [[nodiscard]] http::Result<Ports> listen(Ports wanted);

private:
    [[nodiscard]] http::Result<quint16> listen(QTcpServer &server, quint16 port);
    void accept(QTcpServer &server, std::shared_ptr<TlsServerContext> tls);
    void resumeAccepting();
    void sweep();

    std::shared_ptr<TlsServerContext> m_tls;
    QTcpServer m_plain;
    QTcpServer m_secure;
    QTimer m_sweep;
    quint64 m_accepted = 0;
    int m_open = 0;
};

} // namespace sonde::playground
