// The TLS records of one connection as they went over the wire: what each was, how many octets it
// took, and which of the decrypted octets it carried. None of its octets. Written on the network
// thread, read from any; bounded, and counted beyond that.
#pragma once

#include "trace/clock.h"
#include "trace/verdict.h"

#include <QByteArrayView>

#include <array>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace sonde::trace
{

struct TlsRecord {
    static constexpr quint32 headerOctets = 5;
    // RFC 8446 section 5.1.
    enum Type : quint8 { ChangeCipherSpec = 20, Alert = 21, Handshake = 22, ApplicationData = 23 };

    Stamp at;               // sent: when it was made; received: when its last octets were read
    quint32 wireOctets = 0; // with its header
    quint16 carried = 0;    // octets of HTTP
    quint8 type = 0;        // what was inside: TLS 1.3 calls all that is encrypted application data
    Direction direction = Direction::Sent;

    bool operator==(const TlsRecord &) const = default;
};

// "application data"; "type 24" for one that is not known.
[[nodiscard]] QByteArray recordName(quint8 type);

class RecordLog
{
public:
    // A megabyte: a body of a gigabyte in the largest records.
    static constexpr size_t limit = 65'536;

    // In the order in which they went. One without octets on the wire goes on with what the last of
    // its direction carried.
    void append(std::span<const TlsRecord> records);
    // What stood before the first record is not here: so many octets of a direction.
    void beginAt(Direction direction, quint64 octet);

    struct Placed {
        TlsRecord record;
        quint64 number = 0; // in its direction, from 0
        quint64 from = 0;   // of the decrypted octets of its direction
        bool operator==(const Placed &) const = default;

        [[nodiscard]] quint64 to() const { return from + record.carried; }
    };
    [[nodiscard]] std::vector<Placed> records() const;
    // That which carried this octet.
    [[nodiscard]] std::optional<Placed> find(Direction direction, quint64 octet) const;

    // Of all that went, kept or not.
    struct Totals {
        quint64 records = 0;
        quint64 wireOctets = 0;
        quint64 carried = 0;

        bool operator==(const Totals &) const = default;
    };
    [[nodiscard]] Totals totals(Direction direction) const;
    // More went by than are kept.
    [[nodiscard]] bool isFull() const;

private:
    template <typename Take>
    void eachPlaced(Take take) const;

    mutable std::mutex m_mutex;
    std::vector<TlsRecord> m_records;
    std::array<std::optional<size_t>, 2> m_last; // of each direction, while it is kept
    std::array<quint64, 2> m_begin{};
    std::array<Totals, 2> m_totals;
};

} // namespace sonde::trace
