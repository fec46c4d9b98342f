// What differs between two responses of one tab, side by side: a look at one exchange each, no
// measurement. Pure functions on snapshots of calls that are over.
#pragma once

#include "ui/response/hop_snapshot.h"

namespace sonde::ui
{

struct Change {
    enum class Kind : quint8 {
        Heading,
        Same,
        Differs,
        Varies, // a time: it differs with every sending and proves nothing alone
    };
    QString what;
    QString before;
    QString now;
    QString difference; // "+12 ms", "−40 bytes"; empty where there is nothing to subtract
    Kind kind = Kind::Same;

    bool operator==(const Change &) const = default;
};

// How two bodies relate, as far as can be told without reading large ones.
enum class BodyRelation : quint8 {
    Same,    // octet for octet
    Differs, // in octets or in length
    Unknown, // of the same length, and too large to be compared in passing
};
[[nodiscard]] BodyRelation bodyRelation(const body::ByteStore *before, const body::ByteStore *now);

using Hops = std::vector<HopSnapshot>;
// Neither list may be empty; the last hop of each is what is compared.
[[nodiscard]] std::vector<Change> changesBetween(const Hops &before, const Hops &now);
// The same in one line: "HTTP/2 → HTTP/1.1 · 12 ms slower · 1 field differs: connection".
[[nodiscard]] QString changesInShort(const Hops &before, const Hops &now);
// In columns, to be pasted somewhere.
[[nodiscard]] QString changesText(const std::vector<Change> &changes);

// "ALPN chose h2" in the language of the window; what it does not know it leaves as it is.
[[nodiscard]] QString versionReasonText(const QString &reason);

} // namespace sonde::ui
