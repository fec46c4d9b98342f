// One non-blocking TCP socket and its two notifications; nothing is buffered here. Its own thin
// class because an inspector must tell a reset from an orderly end and name the errno: QTcpSocket
// reports both ends of a connection alike. Lives on the thread that made it.
#pragma once

#include "trace/tcp.h"

#include <QByteArray>
#include <QHostAddress>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <span>

namespace sonde::net
{

struct LineEnd;

class Socket
{
public:
    // Starts connecting; writable() tells when that has ended either way. On failure `number` is
    // errno. On a thread that has a line (line.h) everything passes through it, connecting too.
    [[nodiscard]] static std::unique_ptr<Socket> startConnecting(const QHostAddress &address,
                                                                 quint16 port, int &number);
    ~Socket(); // closes; whoever is told by a notification may destroy the socket in it
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    enum class Status : quint8 {
        Done,       // octets > 0
        WouldBlock, // none now
        Ended,      // receive: the peer has sent all it will
        Failed,     // number() says why
    };
    struct Transfer {
        Status status = Status::WouldBlock;
        qsizetype octets = 0;
    };
    [[nodiscard]] Transfer receive(std::span<char> into);
    [[nodiscard]] Transfer send(QByteArrayView octets);

    // The result of connecting: 0, or the errno that ended it.
    [[nodiscard]] int connectResult() const;
    [[nodiscard]] int number() const { return m_number; }
    // Numeric with the port, "127.0.0.1:80" or "[::1]:80"; empty when not connected.
    [[nodiscard]] QByteArray localAddress() const;
    [[nodiscard]] QByteArray remoteAddress() const;

    // What the kernel knows of the connection; nothing where it does not tell (only Linux does).
    // One system call each.
    [[nodiscard]] std::optional<trace::TcpSample> sample(trace::TcpSample::When when,
                                                         trace::Stamp at) const;
    [[nodiscard]] QByteArray congestionControl() const;

    // One listener each; replacing it is allowed while it runs.
    void onReadable(std::function<void()> listener)
    {
        m_readNotifier.listener = std::move(listener);
    }
    void onWritable(std::function<void()> listener)
    {
        m_writeNotifier.listener = std::move(listener);
    }
    enum class Listen : quint8 { Yes, No };
    void listenRead(Listen listen);
    void listenWrite(Listen listen);

private:
    // Tells its listener without the detour over a signal, which costs a small request more than
    // what it is told of.
    class Notifier final : public QSocketNotifier
    {
    public:
        using QSocketNotifier::QSocketNotifier;
        std::function<void()> listener;

    protected:
        bool event(QEvent *event) override;
    };

    explicit Socket(int descriptor);
    explicit Socket(std::shared_ptr<LineEnd> end);
    [[nodiscard]] int lineFailure() const; // errno that ended a connection behind a line; 0: none

    int m_descriptor;
    int m_number = 0;
    Notifier m_readNotifier;
    Notifier m_writeNotifier;
    std::shared_ptr<LineEnd> m_line;            // null: none is in the way
    std::unique_ptr<Notifier> m_answerNotifier; // of a line: while connecting
};

} // namespace sonde::net
