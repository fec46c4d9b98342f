// Colours for the rows in sight: JSON, XML/HTML, CSS and JavaScript, row by row, with what carries
// over to the next row as one small state. Tolerant: whatever it cannot make sense of stays plain.
// Pure functions.
#pragma once

#include "ui/widgets/body_view/text_decoder.h"

#include <QStringView>

namespace sonde::ui
{

enum class Syntax : quint8 { Plain, Json, Markup, Css, JavaScript };

// From a media type without parameters, "application/problem+json".
[[nodiscard]] Syntax syntaxOf(QByteArrayView mediaType);

enum class LexState : quint8 {
    Start,        // between tokens; in text, for markup
    String,       // inside a JSON string, or JavaScript's `…`
    Tag,          // between < and >
    DoubleQuoted, // inside an attribute's value
    SingleQuoted,
    Comment, // inside <!-- --> or /* */
    CData,
};

// Appends spans to `spans` unless it is null; returns the state at the start of the next row.
LexState lexRow(Syntax syntax, QStringView text, LexState state, std::vector<Span> *spans);

} // namespace sonde::ui
