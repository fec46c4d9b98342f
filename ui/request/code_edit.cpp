#include "ui/request/code_edit.h"

#include "ui/request/code_looks.h"
#include "ui/request/scintilla.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace sonde::ui
{

CodeEdit::CodeEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QsciScintilla(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    setFocusProxy(m_edit);
    setUp();
    connect(m_edit, &QsciScintilla::textChanged, this, &CodeEdit::codeChanged);
    connect(&Theme::instance(), &Theme::changed, this, &CodeEdit::colour);
    connect(&ContentZoom::instance(), &ContentZoom::changed, this, &CodeEdit::colour);
    colour();
}

void CodeEdit::setUp()
{
    setUpCode(m_edit);
    m_edit->setEolMode(QsciScintilla::EolUnix);
    m_edit->setAutoIndent(true);
    m_edit->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    m_edit->setScrollWidth(1);
    m_edit->setScrollWidthTracking(true);
    m_edit->installEventFilter(this);
    m_edit->setAccessibleName(tr("Body text"));
}

// Undo and redo are the editor's while it has steps of its own, and the document's before that.
bool CodeEdit::eventFilter(QObject *watched, QEvent *event)
{
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if (!asked && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo))
        return QWidget::eventFilter(watched, event);
    const bool ours = undo ? m_edit->isUndoAvailable() : m_edit->isRedoAvailable();
    event->setAccepted(ours);
    if (!asked && ours)
        undo ? m_edit->undo() : m_edit->redo();
    return true;
}

void CodeEdit::setLanguage(CodeLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    QsciLexer *old = std::exchange(m_lexer, makeLexer(language, this));
    m_edit->setLexer(m_lexer);
    delete old;
    colour();
}

void CodeEdit::setSpokenName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void CodeEdit::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

bool CodeEdit::isReadOnly() const
{
    return m_edit->isReadOnly();
}

QString CodeEdit::code() const
{
    return m_edit->text();
}

void CodeEdit::setCode(const QString &code)
{
    if (code == m_edit->text())
        return;
    m_edit->setText(code);
    m_edit->setCursorPosition(0, 0); // newer versions of QScintilla leave it at the end
}

void CodeEdit::replaceCode(const QString &code)
{
    if (code == m_edit->text())
        return;
    m_edit->beginUndoAction();
    m_edit->selectAll();
    m_edit->replaceSelectedText(code);
    m_edit->endUndoAction();
}

void CodeEdit::colour()
{
    const Theme &theme = Theme::instance();
    if (m_lexer) {
        colourLexer(m_lexer, m_language);
    } else {
        m_edit->setFont(ContentZoom::instance().font());
        m_edit->setColor(theme.color(Token::Text));
        m_edit->setPaper(theme.color(Token::Surface));
    }
    colourCode(m_edit);
    m_edit->setMatchedBraceBackgroundColor(theme.color(Token::Selection));
    m_edit->setMatchedBraceForegroundColor(theme.color(Token::Text));
    m_edit->setUnmatchedBraceForegroundColor(theme.color(Token::Danger));
}

} // namespace sonde::ui
