// Everything known of one frame or part, line by line: what it says, how its fields were coded,
// what a rule says about it, and where in its octets each line stands. Pure functions.
#pragma once

#include "ui/protocol/wire_view.h"
#include "ui/widgets/theme.h"

#include <QString>

namespace sonde::ui
{

struct DetailLine {
    enum class Kind : quint8 { Heading, Fact, Field };

    Kind kind = Kind::Fact;
    QString name;
    QString value;
    QString note;           // of a field: how it was sent
    quint64 wireOctets = 0; // of a field
    // Where it stands in the octets of the frame, its header included; empty if it cannot be told.
    quint64 from = 0;
    quint64 to = 0;
    Token token = Token::Text;

    bool operator==(const DetailLine &) const = default;
};

[[nodiscard]] std::vector<DetailLine> wireDetail(const WireView &view, size_t row,
                                                 trace::Stamp zero);
// For the clipboard.
[[nodiscard]] QString detailText(const std::vector<DetailLine> &lines);

} // namespace sonde::ui
