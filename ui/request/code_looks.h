// What the editors that stand on QScintilla have in common: margins, colours, keys. GUI thread.
#pragma once

class QsciScintilla;

namespace sonde::ui
{

// Numbers of lines beside it, long lines wrapped; its own Ctrl+L, Ctrl+D, … would shadow those of
// the window and are taken away.
void setUpCode(QsciScintilla *edit);
// Caret, selection and margins in the colours and the size that are in force now.
void colourCode(QsciScintilla *edit);

} // namespace sonde::ui
