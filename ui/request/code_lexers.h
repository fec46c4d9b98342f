// The languages that a request is written in, for QScintilla and in our colours. GUI thread.
#pragma once

#include <QtGlobal>

class QObject;
class QsciLexer;

namespace sonde::ui
{

enum class CodeLanguage : quint8 { Plain, Json, GraphQl, Script };

// Null for Plain.
[[nodiscard]] QsciLexer *makeLexer(CodeLanguage language, QObject *parent);
// In the colours and the size that are in force now.
void colourLexer(QsciLexer *lexer, CodeLanguage language);

} // namespace sonde::ui
