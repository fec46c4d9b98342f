// What can be done with the chosen calls of the history, as a menu. GUI thread.
#pragma once

#include "history/entry.h"

class QMenu;

namespace sonde::ui
{

class HistoryPanel;

// `chosen` is not empty.
void fillHistoryMenu(QMenu &menu, HistoryPanel &panel, const std::vector<history::Entry> &chosen);

} // namespace sonde::ui
