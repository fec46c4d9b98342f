// Rows as text and back, one to a line, for editing in bulk. "# " switches a row off, as in a .http
// file.
#pragma once

#include "collection/request_document.h"

namespace sonde::ui
{

// "Name: value" for headers, "name=value" for parameters and form fields.
enum class RowSyntax : quint8 { Colon, Equals };

[[nodiscard]] QString rowsToText(const std::vector<collection::Row> &rows, RowSyntax syntax);
// Empty lines are skipped; a line without a separator is a name without a value.
[[nodiscard]] std::vector<collection::Row> textToRows(const QString &text, RowSyntax syntax);

} // namespace sonde::ui
