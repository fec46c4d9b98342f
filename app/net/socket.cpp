#include "net/socket.h"

#include "net/endpoint.h"
#include "net/line.h"
#include "net/ready_queue.h"

#include <QEvent>

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sonde::net
{
std::unique_ptr<Socket> Socket::startConnecting(const QHostAddress &address, quint16 port,
                                                int &number)
{
    if (Line *line = Line::ofThisThread()) {
        auto end = line->connect(address, port, number);
        return end ? std::unique_ptr<Socket>(new Socket(std::move(end))) : nullptr;
    }
    const auto to = SystemEndpoint::of(address, port);
    const int descriptor =
        ::socket(to.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
    if (descriptor < 0) {
        number = errno;
        return nullptr;
    }
    // Small writes must not wait for an acknowledgement (RFC 9113 frames, TLS records).
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::unique_ptr<Socket> socket(new Socket(descriptor));
    if (::connect(descriptor, to.get(), to.length) < 0 && errno != EINPROGRESS) {
        number = errno;
        return nullptr;
    }
    number = 0;
    return socket;
}

bool Socket::Notifier::event(QEvent *event)
{
    if (event->type() != QEvent::SockAct)
        return QSocketNotifier::event(event);
    const LoopTurn turn;
    if (const auto call = listener) // which may replace itself, or destroy the socket and us
        call();
    return true;
}

Socket::Socket(int descriptor)
    : m_descriptor(descriptor)
    , m_readNotifier(descriptor, QSocketNotifier::Read)
    , m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
}

// Readable and writable from the first moment on, as no TCP socket is: that it is connected comes
// from the line.
Socket::Socket(std::shared_ptr<LineEnd> end)
    : Socket(end->stream)
{
    m_line = std::move(end);
    m_answerNotifier = std::make_unique<Notifier>(m_line->answer, QSocketNotifier::Read);
    m_answerNotifier->setEnabled(false);
    m_answerNotifier->listener = [this] {
        m_answerNotifier->setEnabled(false);
        m_answerNotifier.release()->deleteLater(); // it is what calls
        if (const auto call = m_writeNotifier.listener)
            call();
    };
}

int Socket::lineFailure() const
{
    return m_line ? m_line->failure.load() : 0;
}

Socket::~Socket()
{
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    ::close(m_descriptor);
}

Socket::Transfer Socket::receive(std::span<char> into)
{
    for (;;) {
        const auto count = ::recv(m_descriptor, into.data(), into.size(), 0);
        if (count > 0)
            return {Status::Done, count};
        if (count == 0 && lineFailure() != 0) {
            m_number = lineFailure();
            return {Status::Failed, 0};
        }
        if (count == 0)
            return {Status::Ended, 0};
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return {Status::WouldBlock, 0};
        m_number = errno;
        return {Status::Failed, 0};
    }
}

Socket::Transfer Socket::send(QByteArrayView octets)
{
    for (;;) {
        // MSG_NOSIGNAL: a peer that has gone is an error of this exchange, not the end of the
        // program.
        const auto count = ::send(m_descriptor, octets.data(), size_t(octets.size()), MSG_NOSIGNAL);
        if (count >= 0)
            return {Status::Done, count};
        if (errno == EINTR)
            continue;
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return {Status::WouldBlock, 0};
        m_number = lineFailure() != 0 ? lineFailure() : errno;
        return {Status::Failed, 0};
    }
}

int Socket::connectResult() const
{
    if (m_line)
        return m_line->refused;
    int number = 0;
    socklen_t length = sizeof number;
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &number, &length) < 0)
        return errno;
    return number;
}

QByteArray Socket::localAddress() const
{
    return m_line ? m_line->local : SystemEndpoint::ofLocal(m_descriptor).text();
}

QByteArray Socket::remoteAddress() const
{
    return m_line ? m_line->remote : SystemEndpoint::ofPeer(m_descriptor).text();
}

void Socket::listenRead(Listen listen)
{
    m_readNotifier.setEnabled(listen == Listen::Yes);
}

void Socket::listenWrite(Listen listen)
{
    if (m_answerNotifier)
        m_answerNotifier->setEnabled(listen == Listen::Yes);
    else
        m_writeNotifier.setEnabled(listen == Listen::Yes);
}

} // namespace sonde::net
