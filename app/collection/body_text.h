// How form and multipart bodies are spelled in a `.http` file, read and written. Pure functions.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

// Lines of an urlencoded body, percent-encoding undone; white space round lines, & and = is layout.
// Nothing if rows could not say the same again: octets that are not UTF-8.
[[nodiscard]] std::optional<std::vector<Row>> readForm(const QStringList &lines);
// The rows that are on. Those that `before` holds keep their spelling, and its layout is kept: one
// line, or a line each with & before or behind. Without `before` all stand on one line.
[[nodiscard]] QStringList writeForm(const QStringList &before, const std::vector<Row> &rows);

// Nothing if the lines are not plain form data: other fields on a part, text round it, no end.
[[nodiscard]] std::optional<std::vector<Part>> readMultipart(const QStringList &lines,
                                                             const QString &boundary);
[[nodiscard]] QStringList writeMultipart(const std::vector<Part> &parts, const QString &boundary);
// A boundary that no part holds.
[[nodiscard]] QString freeBoundary(const std::vector<Part> &parts);
// The boundary parameter of a multipart/form-data media type; empty if there is none.
[[nodiscard]] QString boundaryOf(const QString &mediaType);

// A switched-off row or part on one line, for an annotation.
[[nodiscard]] QString writeOffRow(const Row &row);
[[nodiscard]] std::optional<Row> readOffRow(const QString &text);
[[nodiscard]] QString writeOffPart(const Part &part);
[[nodiscard]] std::optional<Part> readOffPart(const QString &text);

} // namespace sonde::collection
