// What of a document a `.http` file can hold, and whether it holds it: the check behind every edit.
// Pure.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

// What stands on one line of a file must not bring a line of its own.
[[nodiscard]] QByteArray oneLine(QString text);

[[nodiscard]] bool isContentType(const Row &row); // and switched on

// The body as lines of the file, blank ones round it left out; empty: none. `before` are the lines
// that stand there now, whose spelling is kept where it means the same.
[[nodiscard]] QStringList bodyLines(const Body &body, const QStringList &before = {},
                                    const QString &boundary = {});

// What of `wanted` the file would not give back: "the URL", "the header “X”", "the body"; empty if
// all would be read as it is meant.
[[nodiscard]] QString firstDifference(const RequestDocument &wanted, const RequestDocument &read);

} // namespace sonde::collection
