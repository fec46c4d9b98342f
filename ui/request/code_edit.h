// The editor of a body or a script: QScintilla in our colours, coloured as its language asks. For
// what a person types; large bodies are sent from files and shown by the body viewer. GUI thread.
#pragma once

#include "ui/request/code_lexers.h"

#include <QWidget>

class QsciLexer;
class QsciScintilla;

namespace sonde::ui
{

class CodeEdit : public QWidget
{
    Q_OBJECT
public:
    explicit CodeEdit(QWidget *parent = nullptr);
    void setLanguage(CodeLanguage language);
    // What a screen reader calls it: it is the body, unless this says otherwise.
    void setSpokenName(const QString &name);
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] QString code() const;
    // Leaves undo history and caret alone if nothing differs.
    void setCode(const QString &code);
    // As if a person had typed it: one step of the editor's own undo.
    void replaceCode(const QString &code);

Q_SIGNALS:
    void codeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUp();
    void colour();

    QsciScintilla *m_edit;
    QsciLexer *m_lexer = nullptr; // none for Plain
    CodeLanguage m_language = CodeLanguage::Plain;
};

} // namespace sonde::ui
