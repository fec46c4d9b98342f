// Header sections as HTTP/2 wrote them (RFC 7541): every field with its form on the wire, and the
// dynamic table at any moment. Values, made by wire::HpackDecoder, read by any thread.
#pragma once

#include "http/headers.h"
#include "trace/verdict.h"

#include <optional>
#include <span>
#include <vector>

namespace sonde::trace
{

// How a field stood in the block (RFC 7541 section 6).
enum class FieldForm : quint8 {
    Indexed,        // one number for name and value
    LiteralIndexed, // written out, and put into the table
    Literal,        // written out, not put into the table
    NeverIndexed,   // written out, and no intermediary may put it into a table
};

struct WireField {
    QByteArray name;
    QByteArray value;
    FieldForm form = FieldForm::Indexed;
    bool nameHuffman = false;
    bool valueHuffman = false;
    // Of the field, or of the name of a literal: 1 to 61 static, above dynamic; 0: both written
    // out.
    quint32 index = 0;
    quint32 wireOctets = 0;
    // The entry of the dynamic table that `index` meant: a number in HpackHistory::entries.
    std::optional<quint64> refersTo;
    // The entry that this field became.
    std::optional<quint64> became;

    bool operator==(const WireField &) const = default;
};

// One entry that was ever put into the dynamic table.
struct HpackEntry {
    QByteArray name;
    QByteArray value;
    quint64 block = 0; // number of the block that put it there

    // RFC 7541 section 4.1: 32 octets on top.
    [[nodiscard]] quint64 size() const { return quint64(name.size() + value.size()) + 32; }
    bool operator==(const HpackEntry &) const = default;
};

// The table after a block. It is first in, first out: what it holds are the entries with numbers
// from `evicted` to below `inserted`, the last of which has index 62.
struct HpackTable {
    quint64 inserted = 0;   // entries ever put in
    quint64 evicted = 0;    // of these, gone again
    quint64 size = 0;       // octets, as RFC 7541 section 4.1 counts
    quint64 limit = 4096;   // that the encoder keeps to
    quint64 ceiling = 4096; // that SETTINGS_HEADER_TABLE_SIZE allows

    bool operator==(const HpackTable &) const = default;
};

// One header section: the fragments of a HEADERS or PUSH_PROMISE frame and its CONTINUATIONs.
struct HeaderBlock {
    Direction direction = Direction::Sent;
    quint32 stream = 0;
    quint64 firstFrame = 0; // numbers in Conversation::frames
    quint64 lastFrame = 0;
    std::vector<WireField> fields;
    quint64 fieldsLeftOut = 0;         // decoded, but too many to keep
    std::vector<quint64> limitUpdates; // dynamic table size updates at its beginning
    HpackTable before;
    HpackTable after;
    quint64 wireOctets = 0; // of the block, without frame headers, padding and priority
    quint64 textOctets = 0; // what the same section takes as HTTP/1.1 text
    Verdict verdict; // COMPRESSION_ERROR if it cannot be decoded; fields before that are kept

    [[nodiscard]] http::Headers headers() const; // all fields, pseudo-fields included
    bool operator==(const HeaderBlock &) const = default;
};

// One direction of a connection.
struct HpackHistory {
    std::vector<HpackEntry> entries; // in order of insertion
    quint64 wireOctets = 0;
    quint64 textOctets = 0;

    // What the table held, newest first: element 0 has index 62. A view into `entries`, oldest
    // first.
    [[nodiscard]] std::span<const HpackEntry> held(const HpackTable &table) const;
    // 1 − wire/text: 0.8 means that a fifth was sent. 0 before anything was.
    [[nodiscard]] double saved() const;

    bool operator==(const HpackHistory &) const = default;
};

// Octets of one field in HTTP/1.1 text: pseudo-fields as their share of the first line, :authority
// as Host, :scheme nothing. The empty line at the end of a section is two more.
[[nodiscard]] quint64 textOctets(QByteArrayView name, QByteArrayView value);

[[nodiscard]] QByteArrayView name(FieldForm form);

} // namespace sonde::trace
