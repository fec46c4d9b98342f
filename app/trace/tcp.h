// What the kernel says of a TCP connection at one moment (TCP_INFO), and what follows from it.
// Plain data; to a proxy, if there is one in between.
#pragma once

#include "trace/clock.h"

#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <vector>

namespace sonde::trace
{

struct TcpSample {
    enum class When : quint8 {
        Connected,
        HeadStarted, // the first octet of a response has come
        Ended,       // a response is complete
        Closed,
    };

    Stamp at;
    quint32 roundTrip = 0;        // microseconds, smoothed (RFC 6298)
    quint32 variation = 0;        // microseconds, of the round trip
    quint32 leastRoundTrip = 0;   // microseconds; 0: not known
    quint32 congestionWindow = 0; // segments
    quint32 segmentSize = 0;      // octets that we put into one
    quint32 retransmits = 0;      // segments sent again, ever
    When when = When::Connected;

    bool operator==(const TcpSample &) const = default;
};

// Samples of one connection, however long it lives: the first few moments as they come, then a
// sample each ten milliseconds at most. When there are many, every second one goes, and those to
// come stand further apart. Owned by the connection that is sampled.
class TcpPacing
{
public:
    // A moment has come: a sample is worth its system call. Two things that came with the same
    // octets are one moment.
    [[nodiscard]] bool isDue(Stamp at) const
    {
        return m_taken == 0 || at - m_last >= m_apart || (m_taken < eager && at != m_last);
    }
    // Adds it, and makes room.
    void add(std::vector<TcpSample> &samples, const TcpSample &sample);

private:
    static constexpr int eager = 8;
    static constexpr size_t most = 128;

    int m_taken = 0;
    Stamp m_last;
    std::chrono::nanoseconds m_apart = std::chrono::milliseconds(10);
};

// The least round trip that is known of the connection; nothing without samples.
[[nodiscard]] std::optional<std::chrono::nanoseconds>
leastRoundTrip(const std::vector<TcpSample> &samples);

[[nodiscard]] QByteArrayView name(TcpSample::When when);

} // namespace sonde::trace
