#include "trace/tls_records.h"

namespace sonde::trace
{

QByteArray recordName(quint8 type)
{
    switch (type) {
    case TlsRecord::ChangeCipherSpec:
        return "change cipher spec";
    case TlsRecord::Alert:
        return "alert";
    case TlsRecord::Handshake:
        return "handshake";
    case TlsRecord::ApplicationData:
        return "application data";
    default:
        return "type " + QByteArray::number(type);
    }
}

void RecordLog::append(std::span<const TlsRecord> records)
{
    const std::scoped_lock lock(m_mutex);
    for (const TlsRecord &record : records) {
        const auto side = size_t(record.direction);
        Totals &totals = m_totals[side];
        totals.carried += record.carried;
        if (record.wireOctets == 0) {
            if (m_last[side])
                m_records[*m_last[side]].carried += record.carried;
            continue;
        }
        ++totals.records;
        totals.wireOctets += record.wireOctets;
        m_last[side].reset();
        if (m_records.size() == limit)
            continue;
        m_last[side] = m_records.size();
        m_records.push_back(record);
    }
}

void RecordLog::beginAt(Direction direction, quint64 octet)
{
    const std::scoped_lock lock(m_mutex);
    m_begin[size_t(direction)] = octet;
}

// Ends when `take` says false.
template <typename Take>
void RecordLog::eachPlaced(Take take) const
{
    std::array<quint64, 2> from = m_begin;
    std::array<quint64, 2> number{};
    for (const TlsRecord &record : m_records) {
        const auto side = size_t(record.direction);
        if (!take(Placed{record, number[side]++, from[side]}))
            return;
        from[side] += record.carried;
    }
}

std::vector<RecordLog::Placed> RecordLog::records() const
{
    std::vector<Placed> all;
    const std::scoped_lock lock(m_mutex);
    all.reserve(m_records.size());
    eachPlaced([&](const Placed &placed) {
        all.push_back(placed);
        return true;
    });
    return all;
}

std::optional<RecordLog::Placed> RecordLog::find(Direction direction, quint64 octet) const
{
    std::optional<Placed> found;
    const std::scoped_lock lock(m_mutex);
    eachPlaced([&](const Placed &placed) {
        if (placed.record.direction == direction && octet >= placed.from && octet < placed.to())
            found = placed;
        return !found;
    });
    return found;
}

RecordLog::Totals RecordLog::totals(Direction direction) const
{
    const std::scoped_lock lock(m_mutex);
    return m_totals[size_t(direction)];
}

bool RecordLog::isFull() const
{
    const std::scoped_lock lock(m_mutex);
    return m_totals[0].records + m_totals[1].records > m_records.size();
}

} // namespace sonde::trace
