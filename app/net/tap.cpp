#include "net/tap.h"

namespace sonde::net
{

void Tap::received(QByteArrayView octets, trace::Stamp at, const std::vector<wire::Event> &events)
{
    m_gaps.clear();
    if (m_framed)
        findContent(m_inward, octets);
    else
        findContent(events, octets);
    m_log.append(trace::Direction::Received, at, octets, m_gaps);
}

void Tap::sent(QByteArrayView octets, trace::Stamp at, std::span<const trace::ByteLog::Gap> content)
{
    if (!m_framed) {
        m_log.append(trace::Direction::Sent, at, octets, content);
        return;
    }
    m_gaps.clear();
    findContent(m_outward, octets);
    m_log.append(trace::Direction::Sent, at, octets, m_gaps);
}

void Tap::records(std::vector<trace::TlsRecord> &records, trace::Stamp at)
{
    if (records.empty())
        return;
    for (trace::TlsRecord &record : records)
        record.at = at;
    m_records.append(records);
    records.clear();
}

void Tap::findContent(wire::FrameCutter &cutter, QByteArrayView octets)
{
    using Step = wire::FrameCutter::Step;
    auto rest = octets;
    for (auto step = cutter.next(rest); step != Step::Starved; step = cutter.next(rest)) {
        if (step == Step::Content)
            m_gaps.push_back(
                {quint32(cutter.octets().data() - octets.data()), quint32(cutter.octets().size())});
    }
}

// The session's events view the octets that it was fed.
void Tap::findContent(const std::vector<wire::Event> &events, QByteArrayView octets)
{
    for (const auto &event : events) {
        const auto *content = std::get_if<wire::ContentReceived>(&event);
        if (!content || content->octets.isEmpty())
            continue;
        const auto at = content->octets.data() - octets.data();
        const bool inside = at >= 0 && at + content->octets.size() <= octets.size();
        if (inside)
            m_gaps.push_back({quint32(at), quint32(content->octets.size())});
    }
}

} // namespace sonde::net
