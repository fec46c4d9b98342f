#include "net/socket.h"

#include "net/ready_queue.h"

#include <QNetworkInterface>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sonde::net
{
namespace
{

struct Address {
    sockaddr_storage storage{};
    socklen_t length = 0;
};

Address toSystem(const QHostAddress &address, quint16 port)
{
    Address result;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&result.storage);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl(address.toIPv4Address());
        result.length = sizeof(sockaddr_in);
        return result;
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&result.storage);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    const auto octets = address.toIPv6Address();
    std::memcpy(&v6->sin6_addr, &octets, sizeof octets);
    // The zone of a link-local address is an interface name or number.
    const auto zone = address.scopeId();
    v6->sin6_scope_id = zone.isEmpty() ? 0 : uint(QNetworkInterface::interfaceIndexFromName(zone));
    if (v6->sin6_scope_id == 0)
        v6->sin6_scope_id = zone.toUInt();
    result.length = sizeof(sockaddr_in6);
    return result;
}

QByteArray text(const Address &address)
{
    if (address.length == 0)
        return {};
    const auto *generic = reinterpret_cast<const sockaddr *>(&address.storage);
    const auto port = address.storage.ss_family == AF_INET
                          ? reinterpret_cast<const sockaddr_in *>(&address.storage)->sin_port
                          : reinterpret_cast<const sockaddr_in6 *>(&address.storage)->sin6_port;
    return endpointText(QHostAddress(generic), ntohs(port));
}

} // namespace

QByteArray endpointText(const QHostAddress &address, quint16 port)
{
    const auto host = address.toString().toLatin1();
    const auto number = QByteArray::number(port);
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return '[' + host + "]:" + number;
    return host + ':' + number;
}

std::unique_ptr<Socket> Socket::startConnecting(const QHostAddress &address, quint16 port,
                                                int &number)
{
    const auto to = toSystem(address, port);
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
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&to.storage), to.length) < 0 &&
        errno != EINPROGRESS) {
        number = errno;
        return nullptr;
    }
    number = 0;
    return socket;
}

Socket::Socket(int descriptor)
    : m_descriptor(descriptor)
    , m_readNotifier(descriptor, QSocketNotifier::Read)
    , m_writeNotifier(descriptor, QSocketNotifier::Write)
{
    m_readNotifier.setEnabled(false);
    m_writeNotifier.setEnabled(false);
    QObject::connect(&m_readNotifier, &QSocketNotifier::activated, &m_readNotifier, [this] {
        const LoopTurn turn;
        const auto call = m_readable; // the listener may replace itself or destroy us
        if (call)
            call();
    });
    QObject::connect(&m_writeNotifier, &QSocketNotifier::activated, &m_writeNotifier, [this] {
        const LoopTurn turn;
        const auto call = m_writable;
        if (call)
            call();
    });
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
        m_number = errno;
        return {Status::Failed, 0};
    }
}

int Socket::connectResult() const
{
    int number = 0;
    socklen_t length = sizeof number;
    if (::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &number, &length) < 0)
        return errno;
    return number;
}

QByteArray Socket::localAddress() const
{
    Address address{.length = sizeof(sockaddr_storage)};
    if (::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address.storage),
                      &address.length) < 0)
        return {};
    return text(address);
}

QByteArray Socket::remoteAddress() const
{
    Address address{.length = sizeof(sockaddr_storage)};
    if (::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&address.storage),
                      &address.length) < 0)
        return {};
    return text(address);
}

void Socket::listenRead(Listen listen)
{
    m_readNotifier.setEnabled(listen == Listen::Yes);
}

void Socket::listenWrite(Listen listen)
{
    m_writeNotifier.setEnabled(listen == Listen::Yes);
}

} // namespace sonde::net
