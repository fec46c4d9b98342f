// A button whose menu was left by a click on one of its entries is never told that the pointer went
// elsewhere, and looks pointed at until it comes by again. GUI thread.
#pragma once

class QMenu;

namespace sonde::ui
{

// Tells the buttons of its window, whenever the menu goes. Calling it again does no more.
void letGoOfButtonsAfter(QMenu *menu);

} // namespace sonde::ui
