#include "net/endpoint.h"

#include <QNetworkInterface>

#include <cstring>
#include <netinet/in.h>

namespace sonde::net
{

SystemEndpoint SystemEndpoint::of(const QHostAddress &address, quint16 port)
{
    SystemEndpoint result;
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

SystemEndpoint SystemEndpoint::ofLocal(int descriptor)
{
    SystemEndpoint result{.length = sizeof(sockaddr_storage)};
    if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&result.storage), &result.length) <
        0)
        return {};
    return result;
}

SystemEndpoint SystemEndpoint::ofPeer(int descriptor)
{
    SystemEndpoint result{.length = sizeof(sockaddr_storage)};
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&result.storage), &result.length) <
        0)
        return {};
    return result;
}

QByteArray SystemEndpoint::text() const
{
    if (length == 0)
        return {};
    const auto port = storage.ss_family == AF_INET
                          ? reinterpret_cast<const sockaddr_in *>(&storage)->sin_port
                          : reinterpret_cast<const sockaddr_in6 *>(&storage)->sin6_port;
    return endpointText(QHostAddress(get()), ntohs(port));
}

QByteArray endpointText(const QHostAddress &address, quint16 port)
{
    const auto host = address.toString().toLatin1();
    const auto number = QByteArray::number(port);
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return '[' + host + "]:" + number;
    return host + ':' + number;
}

} // namespace sonde::net
