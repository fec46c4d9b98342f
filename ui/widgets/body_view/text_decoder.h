// Octets of one row as text that shows everything: what no charset can read, controls and
// characters that would reorder or hide others stand there as visible marks. Pure functions.
#pragma once

#include "ui/widgets/theme.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace sonde::ui
{

enum class Charset : quint8 { Utf8, Latin1 };

// From a Content-Type's charset parameter; empty is UTF-8. ISO-8859-1 is read as windows-1252, as
// every browser does (WHATWG Encoding, labels).
[[nodiscard]] Charset charsetNamed(QByteArrayView name);

// A stretch of text in one colour.
struct Span {
    qint32 start = 0;
    qint32 length = 0;
    Token token = Token::Text;

    bool operator==(const Span &) const = default;
};

struct DecodedText {
    QString text;
    std::vector<qint32> octetAt; // per UTF-16 unit and one past the end: the octet it came from
    std::vector<Span> marks;     // the visible stand-ins

    // The unit at which the character of an octet begins.
    [[nodiscard]] qint32 unitOf(qint32 octet) const;
};

[[nodiscard]] DecodedText decodeRow(QByteArrayView octets, Charset charset);
// For the clipboard: the text itself, nothing replaced but what cannot be read.
[[nodiscard]] QString decodePlain(QByteArrayView octets, Charset charset);

} // namespace sonde::ui
