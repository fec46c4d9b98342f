#include "interop/bundle_records.h"

#include "interop/bundle_fields.h"

#include <QtEndian>

namespace sonde::interop
{
namespace
{

using trace::Direction;
using trace::TlsRecord;

// Little-endian, in this order.
struct Row {
    quint64 at; // nanoseconds since 1970
    quint32 wireOctets;
    quint16 carried;
    quint8 type;
    quint8 direction;
};
constexpr qsizetype rowOctets = 8 + 4 + 2 + 1 + 1;

void append(QByteArray &rows, const TlsRecord &record)
{
    const auto at = rows.size();
    rows.resize(at + rowOctets);
    char *to = rows.data() + at;
    qToLittleEndian(quint64(trace::wallNanoseconds(record.at)), to);
    qToLittleEndian(record.wireOctets, to + 8);
    qToLittleEndian(record.carried, to + 12);
    to[14] = char(record.type);
    to[15] = char(record.direction);
}

Row rowAt(const char *from)
{
    return {.at = qFromLittleEndian<quint64>(from),
            .wireOctets = qFromLittleEndian<quint32>(from + 8),
            .carried = qFromLittleEndian<quint16>(from + 12),
            .type = quint8(from[14]),
            .direction = quint8(from[15])};
}

} // namespace

QCborMap recordsOut(const trace::RecordLog &log, const std::array<quint64, 2> &begin)
{
    QByteArray rows;
    std::array<std::optional<quint64>, 2> first;
    for (const auto &placed : log.records()) {
        const auto side = size_t(placed.record.direction);
        if (placed.record.carried > 0 && placed.to() <= begin[side])
            continue;
        if (placed.record.carried > 0 && !first[side])
            first[side] = placed.from;
        append(rows, placed.record);
    }
    BundleOut out;
    out("sentFrom", first[size_t(Direction::Sent)].value_or(0));
    out("receivedFrom", first[size_t(Direction::Received)].value_or(0));
    out("rows", rows);
    return out.map();
}

bool recordsIn(const QCborMap &map, trace::RecordLog &log)
{
    quint64 sentFrom = 0;
    quint64 receivedFrom = 0;
    QByteArray rows;
    BundleIn in(map);
    in("sentFrom", sentFrom);
    in("receivedFrom", receivedFrom);
    in("rows", rows);
    const auto count = rows.size() / rowOctets;
    if (!in.isGood() || rows.size() % rowOctets != 0 || size_t(count) > trace::RecordLog::limit)
        return false;
    std::vector<TlsRecord> records;
    records.reserve(size_t(count));
    for (qsizetype at = 0; at < rows.size(); at += rowOctets) {
        const Row row = rowAt(rows.constData() + at);
        TlsRecord record{.wireOctets = row.wireOctets, .carried = row.carried, .type = row.type};
        if (!BundleIn::decode(QCborValue(qint64(row.at)), record.at) ||
            !BundleIn::decode(QCborValue(qint64(row.direction)), record.direction))
            return false;
        records.push_back(record);
    }
    log.beginAt(Direction::Sent, sentFrom);
    log.beginAt(Direction::Received, receivedFrom);
    log.append(records);
    return true;
}

} // namespace sonde::interop
