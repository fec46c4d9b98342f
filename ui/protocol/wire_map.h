// Which octets of a direction are known, and the layers that each of them lies in: TLS record,
// frame or part of HTTP/1, field, content. Pure functions.
#pragma once

#include "ui/protocol/wire_octets.h"
#include "ui/protocol/wire_subject.h"

namespace sonde::ui
{

struct WireMap {
    struct Stretch {
        quint64 from = 0;
        quint64 to = 0;

        bool operator==(const Stretch &) const = default;
    };
    WireOctets::References references; // content of the exchange
    std::vector<Stretch> missing;      // content that nothing has; in order, apart
    std::optional<quint64> end;        // nothing from here on: the record was full

    [[nodiscard]] bool isThere(quint64 octet) const;
    bool operator==(const WireMap &) const = default;
};

// `kept`: how many octets of the content that the exchange sent that way are kept as they went.
[[nodiscard]] WireMap wireMap(const WireView &view, trace::Direction direction,
                              std::optional<quint32> own, quint64 kept);

// From the outermost to the innermost, each within the one before; but that a frame may begin in
// one TLS record and end in another.
struct WireLayer {
    enum class Kind : quint8 { Connection, Read, Record, Message, Part, Content };

    Kind kind = Kind::Connection;
    QString name;     // "Frame 7"
    QString what;     // "HEADERS, stream 1"
    quint64 from = 0; // in all octets of the direction
    quint64 to = 0;

    bool operator==(const WireLayer &) const = default;
};
// Of one octet; only the connection where nothing was read yet.
[[nodiscard]] std::vector<WireLayer> layersAt(const WireView &view,
                                              const trace::Connection &connection,
                                              trace::Direction direction, quint64 octet,
                                              trace::Stamp zero);

} // namespace sonde::ui
