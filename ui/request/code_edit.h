// The editor of a request body: QScintilla in our colours, with JSON highlighting when asked. For
// what a person types; large bodies are sent from files and shown by the body viewer. GUI thread.
#pragma once

#include <QWidget>

class QsciLexerJSON;
class QsciScintilla;

namespace sonde::ui
{

class CodeEdit : public QWidget
{
    Q_OBJECT
public:
    enum class Language : quint8 { Plain, Json };
    explicit CodeEdit(QWidget *parent = nullptr);
    void setLanguage(Language language);
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
    QsciLexerJSON *m_json;
    Language m_language = Language::Plain;
};

} // namespace sonde::ui
