// Calls of the history as a person reads them, one row each, or as one JSON array. Never shows a
// credential. Main thread; writes to standard output.
#pragma once

#include "history/store.h"

namespace sonde::cli
{

enum class ListForm : quint8 { Rows, Json };
// Read as they are written, so that a list may be of any length. Errors: of the history; of the
// output.
[[nodiscard]] http::Result<void> writeList(history::Store &store,
                                           std::span<const history::EntryId> ids, ListForm form);

} // namespace sonde::cli
