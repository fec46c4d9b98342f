#include "ui/request/code_edit.h"

#include "ui/request/code_looks.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

// QScintilla's headers are written with Qt's short keywords, which are off in this house.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

namespace sonde::ui
{

namespace
{

using Json = QsciLexerJSON;
constexpr std::pair<int, Token> jsonTokens[] = {
    {Json::Default, Token::Text},
    {Json::Number, Token::SyntaxNumber},
    {Json::String, Token::SyntaxString},
    {Json::UnclosedString, Token::Danger},
    {Json::Property, Token::SyntaxKey},
    {Json::EscapeSequence, Token::SyntaxControl},
    {Json::CommentLine, Token::SyntaxComment},
    {Json::CommentBlock, Token::SyntaxComment},
    {Json::Operator, Token::Text},
    {Json::IRI, Token::SyntaxString},
    {Json::IRICompact, Token::SyntaxString},
    {Json::Keyword, Token::SyntaxKeyword},
    {Json::KeywordLD, Token::SyntaxKeyword},
    {Json::Error, Token::Danger},
};

} // namespace

CodeEdit::CodeEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QsciScintilla(this))
    , m_json(new QsciLexerJSON(this))
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
    m_json->setHighlightComments(true);
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

void CodeEdit::setLanguage(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_edit->setLexer(language == Language::Json ? m_json : nullptr);
    colour();
}

QString CodeEdit::code() const
{
    return m_edit->text();
}

void CodeEdit::setCode(const QString &code)
{
    if (code != m_edit->text())
        m_edit->setText(code);
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
    const QFont fixed = ContentZoom::instance().font();
    const QColor paper = theme.color(Token::Surface);
    m_json->setFont(fixed);
    m_json->setDefaultPaper(paper);
    m_json->setPaper(paper);
    m_json->setDefaultColor(theme.color(Token::Text));
    for (const auto &[style, token] : jsonTokens)
        m_json->setColor(theme.color(token), style);
    if (m_language == Language::Plain) {
        m_edit->setFont(fixed);
        m_edit->setColor(theme.color(Token::Text));
        m_edit->setPaper(paper);
    }
    colourCode(m_edit);
    m_edit->setMatchedBraceBackgroundColor(theme.color(Token::Selection));
    m_edit->setMatchedBraceForegroundColor(theme.color(Token::Text));
    m_edit->setUnmatchedBraceForegroundColor(theme.color(Token::Danger));
}

} // namespace sonde::ui
