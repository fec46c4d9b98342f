// A loopback server that does what a test says, octet by octet, in the clear or over TLS. Lives on
// the thread of its test, driven by its event loop.
#pragma once

#include "tests/support/server_tls.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <vector>

namespace sonde::testing
{

// One connection that the server has accepted.
class Peer : public QObject
{
    Q_OBJECT
public:
    Peer(QTcpSocket *socket, SSL_CTX *context, QObject *parent);
    ~Peer() override;

    // All plaintext so far.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] qint64 receivedOctets() const { return m_receivedOctets; }
    [[nodiscard]] qint64 unsentOctets() const { return m_socket ? m_socket->bytesToWrite() : 0; }
    void clear() { m_received.clear(); }
    void send(const QByteArray &octets);
    void sendRaw(const QByteArray &octets); // below TLS
    void close();                           // close_notify if TLS, then FIN
    void closeBare();                       // FIN alone
    void reset();                           // RST
    void stopReading();
    void goOnReading();
    // Count octets but do not keep them, for large uploads.
    void keepNothing() { m_keeps = false; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool isResumed() const;
    [[nodiscard]] QByteArray clientName() const; // SNI
    [[nodiscard]] bool sawClientCertificate() const;

Q_SIGNALS:
    void arrived(); // new plaintext
    void closed();  // the client has ended the connection

private:
    void read();
    void pump();
    void flush();

    QTcpSocket *m_socket;
    SSL *m_ssl = nullptr;
    QByteArray m_received;
    qint64 m_receivedOctets = 0;
    QByteArray m_waiting; // plaintext for after the handshake
    bool m_keeps = true;
    bool m_closed = false;
};

class ScriptedServer : public QObject
{
    Q_OBJECT
public:
    using Script = std::function<void(Peer &)>;

    // `onData` runs whenever plaintext has come.
    explicit ScriptedServer(Script onData = {}, const QHostAddress &at = QHostAddress::LocalHost);
    ScriptedServer(ServerTls tls, Script onData);
    ~ScriptedServer() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const std::vector<Peer *> &peers() const { return m_peers; }
    [[nodiscard]] int openPeers() const;
    // Called before anything is read from a new connection.
    void onConnected(Script script) { m_onConnected = std::move(script); }
    void stopListening() { m_server.close(); }

private:
    void accept();

    QTcpServer m_server;
    std::shared_ptr<SSL_CTX> m_context;
    Script m_onData;
    Script m_onConnected;
    std::vector<Peer *> m_peers;
};

// A Script that answers every complete request head that has no body with these octets.
[[nodiscard]] ScriptedServer::Script answering(const QByteArray &response);

} // namespace sonde::testing
