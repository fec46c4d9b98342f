// Qt has Tab go from one control to the next in the order they were made in, and to what is made
// later when all else of the window has had its turn. GUI thread.
#pragma once

class QWidget;

namespace sonde::ui
{

// Puts the controls in `pane` into the order of its layouts, hidden ones too. To be called again
// when it has got another.
void tabAsLaidOut(QWidget *pane);

} // namespace sonde::ui
