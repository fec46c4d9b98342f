// Which rows of an edited table are rows of the old one, in order: what is matched keeps its text
// in the file or URL to the octet. Pure function.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

// For each new row the index of the old row it equals, or nothing. Matches never cross.
[[nodiscard]] std::vector<std::optional<size_t>> alignRows(const std::vector<Row> &before,
                                                           const std::vector<Row> &after);

// For each new row the old one whose place it takes: the match of alignRows, or, in a stretch
// between two matches, the old row at the same place of that stretch. An edited row so finds what
// it was before.
struct RowOrigin {
    std::optional<size_t> same;     // equal to this old row
    std::optional<size_t> replaces; // written over this old row
};
[[nodiscard]] std::vector<RowOrigin> originsOfRows(const std::vector<Row> &before,
                                                   const std::vector<Row> &after);

} // namespace sonde::collection
