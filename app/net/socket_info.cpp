// What the kernel knows of a connection. Apart from socket.cpp, because the system's two headers on
// TCP exclude each other and only this one knows the least round trip.
#include "net/socket.h"

#ifdef __linux__
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace sonde::net
{

#ifdef __linux__

std::optional<trace::TcpSample> Socket::sample(trace::TcpSample::When when, trace::Stamp at) const
{
    tcp_info info{};
    socklen_t length = sizeof info;
    if (::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &length) != 0 ||
        length < offsetof(tcp_info, tcpi_total_retrans) + sizeof info.tcpi_total_retrans)
        return std::nullopt;
    // What an older kernel does not fill in stays 0; a newer one says "none" with all ones.
    const bool hasLeast = info.tcpi_min_rtt != ~quint32(0);
    return trace::TcpSample{.at = at,
                            .roundTrip = info.tcpi_rtt,
                            .variation = info.tcpi_rttvar,
                            .leastRoundTrip = hasLeast ? info.tcpi_min_rtt : 0,
                            .congestionWindow = info.tcpi_snd_cwnd,
                            .segmentSize = info.tcpi_snd_mss,
                            .retransmits = info.tcpi_total_retrans,
                            .when = when};
}

QByteArray Socket::congestionControl() const
{
    char name[16] = {}; // TCP_CA_NAME_MAX
    socklen_t length = sizeof name;
    if (::getsockopt(m_descriptor, IPPROTO_TCP, TCP_CONGESTION, name, &length) != 0)
        return {};
    return QByteArray(name, qstrnlen(name, std::min<size_t>(length, sizeof name)));
}

#else

std::optional<trace::TcpSample> Socket::sample(trace::TcpSample::When, trace::Stamp) const
{
    return std::nullopt;
}

QByteArray Socket::congestionControl() const
{
    return {};
}

#endif

} // namespace sonde::net
