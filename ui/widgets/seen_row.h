// Lists whose current row stays in sight when they get less room, as by a notice below them. GUI
// thread.
#pragma once

class QAbstractItemView;

namespace sonde::ui
{

// A row that was scrolled out of sight stays there.
void keepCurrentRowSeen(QAbstractItemView *view);

} // namespace sonde::ui
