#include "ui/request/text_face.h"

#include "ui/request/code_looks.h"
#include "ui/request/http_styles.h"
#include "ui/request/scintilla.h"
#include "ui/request/variable_view.h"
#include "ui/widgets/content_zoom.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace sonde::ui
{

using Sci = QsciScintillaBase;

namespace
{

constexpr std::pair<HttpStyle, Token> styleTokens[] = {
    {HttpStyle::Text, Token::Text},
    {HttpStyle::Separator, Token::Accent},
    {HttpStyle::Comment, Token::SyntaxComment},
    {HttpStyle::Tag, Token::SyntaxControl},
    {HttpStyle::Method, Token::MethodPost},
    {HttpStyle::Target, Token::Link},
    {HttpStyle::Version, Token::Muted},
    {HttpStyle::HeaderName, Token::SyntaxTag},
    {HttpStyle::Script, Token::SyntaxComment},
    {HttpStyle::File, Token::SyntaxString},
    {HttpStyle::String, Token::SyntaxString},
    {HttpStyle::Key, Token::SyntaxKey},
    {HttpStyle::Number, Token::SyntaxNumber},
    {HttpStyle::Keyword, Token::SyntaxKeyword},
    {HttpStyle::Variable, Token::SyntaxKey},
    {HttpStyle::UnknownVariable, Token::Danger},
    {HttpStyle::Fault, Token::Danger},
};
static_assert(std::size(styleTokens) == httpStyleCount);
constexpr int faultMark = 8; // the first indicator that is not a lexer's
constexpr std::chrono::milliseconds pause{600};
constexpr int styleFault = httpStyleCount; // of the sentence below a line

} // namespace

TextFace::TextFace(VariableView *variables, QWidget *parent)
    : QWidget(parent)
    , m_variables(variables)
    , m_note(new NoticeBar(this))
    , m_edit(new QsciScintilla(this))
    , m_told(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_edit, 1);
    column->addWidget(m_told);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setContentsMargins(12, 4, 12, 4);
    m_told->hide();
    setFocusProxy(m_edit);
    setUp();
    for (QTimer *timer : {&m_colouring, &m_telling})
        timer->setSingleShot(true);
    m_telling.setInterval(pause);
    connect(&m_colouring, &QTimer::timeout, this, &TextFace::style);
    connect(&m_telling, &QTimer::timeout, this, &TextFace::tellFaults);
    connect(m_edit, &QsciScintilla::textChanged, this, &TextFace::noteChange);
    connect(m_variables, &VariableView::changed, this, &TextFace::style);
    connect(&Theme::instance(), &Theme::changed, this, &TextFace::colour);
    connect(&ContentZoom::instance(), &ContentZoom::changed, this, &TextFace::colour);
    colour();
}

void TextFace::setUp()
{
    setUpCode(m_edit);
    // The document's own undo spans both faces.
    m_edit->SendScintilla(Sci::SCI_SETUNDOCOLLECTION, 0UL);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETSEPARATOR, ulong('\n'));
    m_edit->SendScintilla(Sci::SCI_AUTOCSETIGNORECASE, 1UL);
    m_edit->SendScintilla(Sci::SCI_AUTOCSETORDER, 1UL); // Scintilla sorts them
    m_edit->SendScintilla(Sci::SCI_ANNOTATIONSETVISIBLE, ulong(Sci::ANNOTATION_INDENTED));
    m_edit->SendScintilla(Sci::SCI_INDICSETSTYLE, ulong(faultMark), long(Sci::INDIC_SQUIGGLE));
    m_edit->installEventFilter(this);
    m_edit->viewport()->installEventFilter(this);
    m_edit->setAccessibleName(tr("Text of the request"));
    connect(m_edit, &QsciScintilla::SCN_CHARADDED, this, &TextFace::offerNames,
            Qt::QueuedConnection);
}

void TextFace::colour()
{
    const Theme &theme = Theme::instance();
    m_edit->setFont(ContentZoom::instance().font()); // also of every style
    m_edit->setColor(theme.color(Token::Text));
    m_edit->setPaper(theme.color(Token::Surface));
    for (const auto &[style, token] : styleTokens)
        m_edit->SendScintilla(Sci::SCI_STYLESETFORE, ulong(style), theme.color(token));
    for (int style = 0; style <= styleFault; ++style)
        m_edit->SendScintilla(Sci::SCI_STYLESETBACK, ulong(style), theme.color(Token::Surface));
    m_edit->SendScintilla(Sci::SCI_STYLESETBOLD, ulong(HttpStyle::Method), 1L);
    m_edit->SendScintilla(Sci::SCI_STYLESETBOLD, ulong(HttpStyle::Separator), 1L);
    m_edit->SendScintilla(Sci::SCI_STYLESETFORE, ulong(styleFault), theme.color(Token::Danger));
    m_edit->SendScintilla(Sci::SCI_STYLESETITALIC, ulong(styleFault), 1L);
    m_edit->SendScintilla(Sci::SCI_INDICSETFORE, ulong(faultMark), theme.color(Token::Danger));
    colourCode(m_edit);
    QPalette own = m_told->palette();
    own.setColor(QPalette::WindowText, theme.color(Token::Danger));
    m_told->setPalette(own);
    style();
}

QByteArray TextFace::octets() const
{
    const long length = m_edit->SendScintilla(Sci::SCI_GETLENGTH);
    QByteArray octets(length + 1, '\0');
    m_edit->SendScintilla(Sci::SCI_GETTEXT, ulong(length + 1), octets.data());
    octets.resize(length);
    return octets;
}

void TextFace::setText(const collection::RequestText &text)
{
    m_text.separated = text.separated;
    const QByteArray old = octets();
    const QByteArray &now = text.octets;
    if (old != now) {
        const QScopedValueRollback filling(m_filling, true);
        const qsizetype shorter = std::min(old.size(), now.size());
        qsizetype head = 0;
        while (head < shorter && old[head] == now[head])
            ++head;
        qsizetype tail = 0;
        while (tail < shorter - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
            ++tail;
        m_edit->SendScintilla(Sci::SCI_SETTARGETSTART, ulong(head));
        m_edit->SendScintilla(Sci::SCI_SETTARGETEND, ulong(old.size() - tail));
        const QByteArray middle = now.sliced(head, now.size() - head - tail);
        m_edit->SendScintilla(Sci::SCI_REPLACETARGET, ulong(middle.size()), middle.constData());
        m_edit->setEolMode(now.contains("\r\n") ? QsciScintilla::EolWindows
                                                : QsciScintilla::EolUnix);
    }
    m_text.octets = octets();
    read();
    style();
    tellFaults();
}

void TextFace::setNote(const QString &english)
{
    const QString note = inWindowLanguage(english);
    if (note.isEmpty())
        m_note->dismiss();
    else if (note != m_note->sentence() || m_note->isHidden())
        m_note->say(NoticeBar::Kind::Note, note);
}

void TextFace::goToLine(size_t line)
{
    m_edit->setCursorPosition(int(line), 0);
    m_edit->ensureLineVisible(int(line));
    m_edit->setFocus(Qt::OtherFocusReason);
}

void TextFace::noteChange()
{
    if (m_filling)
        return;
    m_text.octets = octets();
    read();
    m_colouring.start(0); // Scintilla is still telling of its change
    m_telling.start();
    Q_EMIT edited(m_text.octets);
}

const std::optional<collection::HttpRequest> &TextFace::request() const
{
    return m_read.request;
}

void TextFace::read()
{
    auto read = collection::readText(m_text);
    m_faults = read ? read->faults : std::vector<collection::TextFault>{{0, read.error().sentence}};
    for (collection::TextFault &fault : m_faults)
        fault.sentence = inWindowLanguage(fault.sentence);
    m_read = read ? *std::move(read) : collection::ReadText();
}

void TextFace::style()
{
    const QByteArray styles =
        httpStyles(m_read, [this](const QString &name) { return m_variables->knows(name); });
    if (styles.size() != m_text.octets.size())
        return;
    m_edit->SendScintilla(Sci::SCI_STARTSTYLING, 0UL);
    m_edit->SendScintilla(Sci::SCI_SETSTYLINGEX, ulong(styles.size()), styles.constData());
}

void TextFace::tellFaults()
{
    const QScopedValueRollback filling(m_filling, true);
    m_edit->SendScintilla(Sci::SCI_SETINDICATORCURRENT, ulong(faultMark));
    m_edit->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, long(m_text.octets.size()));
    m_edit->SendScintilla(Sci::SCI_ANNOTATIONCLEARALL);
    for (const collection::TextFault &fault : m_faults) {
        const auto line = ulong(fault.line);
        const long from = m_edit->SendScintilla(Sci::SCI_POSITIONFROMLINE, line);
        const long to = m_edit->SendScintilla(Sci::SCI_GETLINEENDPOSITION, line);
        m_edit->SendScintilla(Sci::SCI_INDICATORFILLRANGE, ulong(from), to - from);
        m_edit->SendScintilla(Sci::SCI_ANNOTATIONSETTEXT, line,
                              fault.sentence.toUtf8().constData());
        m_edit->SendScintilla(Sci::SCI_ANNOTATIONSETSTYLE, line, long(styleFault));
    }
    m_told->setVisible(!m_faults.empty());
    if (!m_faults.empty())
        //: %1 is the number of a line, %2 a sentence
        m_told->setText(
            tr("Line %1: %2").arg(m_faults.front().line + 1).arg(m_faults.front().sentence));
}

// Behind “{{” on this line the names that can be filled in.
void TextFace::offerNames()
{
    int line = 0;
    int column = 0;
    m_edit->getCursorPosition(&line, &column);
    const QString before = m_edit->text(line).left(column);
    const qsizetype open = before.lastIndexOf(QLatin1String("{{"));
    if (open < 0 || before.indexOf(QLatin1String("}}"), open) >= 0)
        return;
    const QString typed = before.mid(open + 2);
    QByteArray names;
    for (const QString &name : m_variables->names()) {
        if (name.startsWith(typed, Qt::CaseInsensitive))
            names += (names.isEmpty() ? "" : "\n") + name.toUtf8() + "}}";
    }
    if (!names.isEmpty())
        m_edit->SendScintilla(Sci::SCI_AUTOCSHOW, ulong(typed.toUtf8().size()), names.constData());
}

void TextFace::explain(const QPoint &at, const QPoint &global)
{
    const long position =
        m_edit->SendScintilla(Sci::SCI_POSITIONFROMPOINTCLOSE, ulong(at.x()), long(at.y()));
    if (position < 0)
        return QToolTip::hideText();
    const long line = m_edit->SendScintilla(Sci::SCI_LINEFROMPOSITION, ulong(position));
    const long start = m_edit->SendScintilla(Sci::SCI_POSITIONFROMLINE, ulong(line));
    const QByteArray octets = m_text.octets.mid(start, position - start);
    const qsizetype column = QString::fromUtf8(octets).size();
    for (const VariableSpan &span : variableSpans(m_edit->text(int(line)))) {
        if (column >= span.start && column < span.start + span.length)
            return QToolTip::showText(global, m_variables->tip(span.name), this);
    }
    QToolTip::hideText();
}

bool TextFace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip && watched == m_edit->viewport()) {
        auto *help = static_cast<QHelpEvent *>(event);
        explain(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
        return QWidget::eventFilter(watched, event);
    event->ignore(); // the window's, for both faces
    return true;
}

} // namespace sonde::ui
