// Where a line of a body begins, by its number. Reads no more than the rows of one checkpoint.
#pragma once

#include "body/row_index.h"
#include "body/row_reader.h"

namespace sonde::body
{

// `line` from 0; `reader` reads what `index` is of. Nothing if there is no such line, or not yet.
[[nodiscard]] std::optional<qint64> placeOfLine(RowReader &reader, const RowIndex &index,
                                                qint64 line);

} // namespace sonde::body
