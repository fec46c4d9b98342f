// An address and port between Qt, the system and people. Pure.
#pragma once

#include <QByteArray>
#include <QHostAddress>

#include <sys/socket.h>

namespace sonde::net
{

struct SystemEndpoint {
    sockaddr_storage storage{};
    socklen_t length = 0; // 0: none

    [[nodiscard]] static SystemEndpoint of(const QHostAddress &address, quint16 port);
    // Of either end of a socket.
    [[nodiscard]] static SystemEndpoint ofLocal(int descriptor);
    [[nodiscard]] static SystemEndpoint ofPeer(int descriptor);
    [[nodiscard]] const sockaddr *get() const
    {
        return reinterpret_cast<const sockaddr *>(&storage);
    }
    // As endpointText(); empty for none.
    [[nodiscard]] QByteArray text() const;
};

// "127.0.0.1:80", "[::1]:80".
[[nodiscard]] QByteArray endpointText(const QHostAddress &address, quint16 port);

} // namespace sonde::net
