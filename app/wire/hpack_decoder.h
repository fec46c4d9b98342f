// Our own reading of header compression (RFC 7541), beside nghttp2's: it keeps what that library
// does not tell, the form and cost of every field and each entry of the table. Off the hot path;
// one per direction of a connection, not thread-safe.
#pragma once

#include "trace/hpack.h"

namespace sonde::wire
{

class HpackDecoder
{
public:
    // Fields kept of one block; what is more is decoded, since the table depends on it, and
    // counted.
    static constexpr size_t maxFields = 4096;
    // HPACK lets one octet stand for kilobytes: past this many octets of names and values, as RFC
    // 9113 section 6.5.2 counts them, the fields of a block are only counted.
    static constexpr quint64 maxListOctets = 4 * 1024 * 1024;

    // `history` is where entries and totals go; it outlives this.
    explicit HpackDecoder(trace::HpackHistory &history)
        : m_history(history)
    {
    }

    // SETTINGS_HEADER_TABLE_SIZE, from the moment that its acknowledgement stands on the wire.
    void setCeiling(quint32 octets);

    // One whole block. `number` becomes HpackEntry::block. Fills fields, limitUpdates, before,
    // after, wireOctets, textOctets and verdict. After a block that cannot be decoded none can.
    [[nodiscard]] trace::HeaderBlock decode(QByteArrayView octets, quint64 number);

    // A block has been lost: what comes later cannot be decoded.
    void abandon() { m_broken = true; }

    [[nodiscard]] const trace::HpackHistory &history() const { return m_history; }
    [[nodiscard]] const trace::HpackTable &table() const { return m_table; }

private:
    struct Input;
    struct Text {
        QByteArray octets;
        bool huffman = false;
    };
    [[nodiscard]] QString read(Input &in, trace::HeaderBlock &block);
    [[nodiscard]] QString readLimit(Input &in, trace::HeaderBlock &block);
    [[nodiscard]] QString readField(Input &in, trace::WireField &field);
    [[nodiscard]] QString readText(Input &in, Text &text);
    [[nodiscard]] QString resolve(quint64 index, trace::WireField &field) const;
    void insert(trace::WireField &field);
    void evictDownTo(quint64 octets);
    void keep(trace::HeaderBlock &block, trace::WireField field, quint64 &listOctets);

    trace::HpackHistory &m_history;
    trace::HpackTable m_table;
    std::optional<quint64> m_owedLimit; // the encoder must announce this limit or a smaller one
    bool m_broken = false;
};

} // namespace sonde::wire
