// An address on loopback that neither accepts nor refuses: a listener with a full queue that nobody
// serves. The kernel drops further connection attempts, as a firewall would.
#pragma once

#include <QHostAddress>
#include <QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace sonde::testing
{

class BlackHole
{
public:
    explicit BlackHole(const QString &address, quint16 port = 0)
    {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(QHostAddress(address).toIPv4Address());
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        auto *generic = reinterpret_cast<sockaddr *>(&at);
        if (::bind(m_listener, generic, sizeof at) < 0 || ::listen(m_listener, 0) < 0)
            qFatal("cannot listen on %s", qPrintable(address));
        socklen_t length = sizeof at;
        ::getsockname(m_listener, generic, &length);
        m_port = ntohs(at.sin_port);
        fill(at);
    }
    ~BlackHole()
    {
        for (const int filler : m_fillers)
            ::close(filler);
        ::close(m_listener);
    }
    BlackHole(const BlackHole &) = delete;
    BlackHole &operator=(const BlackHole &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    // Whether the queue is full: another attempt would hang.
    [[nodiscard]] bool isClosed() const { return m_closed; }

private:
    void fill(sockaddr_in at)
    {
        for (int i = 0; i < 16 && !m_closed; ++i) {
            const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
            m_fillers.push_back(filler);
            ::connect(filler, reinterpret_cast<sockaddr *>(&at), sizeof at);
            pollfd ready{.fd = filler, .events = POLLOUT};
            m_closed = ::poll(&ready, 1, 100) == 0;
        }
    }

    int m_listener = -1;
    quint16 m_port = 0;
    bool m_closed = false;
    std::vector<int> m_fillers;
};

} // namespace sonde::testing
