// The query parameters of a document as one list: those in the URL and those switched off, which
// the URL does not show, each in its place. Pure functions.
#pragma once

#include "collection/request_document.h"

namespace sonde::ui
{

// What the table shows after the URL was edited: switched-off rows of `shown` keep their place.
[[nodiscard]] std::vector<collection::Row> mergeParams(const std::vector<collection::Row> &shown,
                                                       const std::vector<collection::Row> &inUrl);
[[nodiscard]] std::vector<collection::Row> enabledRows(const std::vector<collection::Row> &rows);
[[nodiscard]] std::vector<collection::Row> disabledRows(const std::vector<collection::Row> &rows);
[[nodiscard]] int enabledCount(const std::vector<collection::Row> &rows);

} // namespace sonde::ui
