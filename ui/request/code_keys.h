// Keys of the window that Scintilla would keep for itself. GUI thread.
#pragma once

class QsciScintilla;

namespace sonde::ui
{

// Its own Ctrl+L, Ctrl+D, … would shadow those of the window.
void freeKeys(QsciScintilla *edit);

} // namespace sonde::ui
