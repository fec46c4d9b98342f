#include "trace/tcp.h"

#include <algorithm>

namespace sonde::trace
{

void TcpPacing::add(std::vector<TcpSample> &samples, const TcpSample &sample)
{
    ++m_taken;
    m_last = sample.at;
    if (samples.size() >= most) {
        size_t kept = 0;
        for (size_t i = 0; i < samples.size(); i += 2) // the first, of the handshake, stays
            samples[kept++] = samples[i];
        samples.resize(kept);
        m_apart *= 2;
    }
    samples.push_back(sample);
}

std::optional<std::chrono::nanoseconds> leastRoundTrip(const std::vector<TcpSample> &samples)
{
    quint32 least = 0;
    for (const TcpSample &sample : samples) {
        const quint32 known = sample.leastRoundTrip > 0 ? sample.leastRoundTrip : sample.roundTrip;
        if (known > 0 && (least == 0 || known < least))
            least = known;
    }
    if (least == 0)
        return std::nullopt;
    return std::chrono::microseconds(least);
}

QByteArrayView name(TcpSample::When when)
{
    switch (when) {
    case TcpSample::When::Connected:
        return "connected";
    case TcpSample::When::HeadStarted:
        return "head-started";
    case TcpSample::When::Ended:
        return "ended";
    case TcpSample::When::Closed:
        return "closed";
    }
    Q_UNREACHABLE();
}

} // namespace sonde::trace
