// A frame of HTTP/2 or a part of HTTP/1 as a row that a person reads. Pure functions, any thread.
#pragma once

#include "ui/protocol/wire_view.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace sonde::ui
{

struct WireWords {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::WireWords)
};

struct WireRow {
    QString type;  // "HEADERS", "chunk"
    QString flags; // "END_HEADERS END_STREAM"
    quint64 length = 0;
    QString summary; // one line: the fields, the increment, what a rule says
};

[[nodiscard]] WireRow wireRow(const WireView &view, size_t row);
// Octets of its payload; of a part of HTTP/1, all of it.
[[nodiscard]] quint64 wireLength(const WireView &view, size_t row);
[[nodiscard]] QString typeText(const WireView &view, size_t row);
// The colour that its kind has everywhere.
[[nodiscard]] Token kindToken(const WireView &view, size_t row);
// What a rule says about it; a stray octet of HTTP/1 breaks one, too.
[[nodiscard]] trace::Verdict::Kind verdictKind(const WireView &view, size_t row);
// Everything that a word in a filter may mean.
[[nodiscard]] QString searchText(const WireView &view, size_t row);

// "sent", "received".
[[nodiscard]] QString directionText(trace::Direction direction);
// "→", "←".
[[nodiscard]] QString directionArrow(trace::Direction direction);
// "index 62, put into the table by stream 1": how a field stood on the wire.
[[nodiscard]] QString sentAsText(const trace::Conversation &conversation,
                                 trace::Direction direction, const trace::WireField &field);
// Octets as a person may read them: UTF-8 where it is, anything else visible.
[[nodiscard]] QString shownOctets(QByteArrayView octets);
// "12.345 ms", with as many digits as all others have.
[[nodiscard]] QString momentText(trace::Stamp at, trace::Stamp zero);

} // namespace sonde::ui
