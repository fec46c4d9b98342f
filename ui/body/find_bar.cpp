#include "ui/body/find_bar.h"

#include "ui/body/view_note.h"
#include "ui/widgets/bar_parts.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr qint64 longestSeed = 200; // octets of a selection that become the first needle
constexpr qsizetype longestQuoted = 80;

} // namespace

FindBar::FindBar(BodyView *view)
    : m_view(view)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_problem(new ProblemLabel(this))
    , m_none(new ViewNote(view, tr("Show all rows")))
    , m_row(new QWidget(this))
{
    setAccessibleName(tr("Find in body"));
    m_field->setPlaceholderText(tr("Find in body"));
    m_field->setAccessibleName(tr("Text to find"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count->setMinimumWidth(
        m_count->fontMetrics().horizontalAdvance(QStringLiteral("00,000/00,000…")));
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(2);
    row->addWidget(m_field, 1);
    row->addSpacing(4);
    row->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_row);
    column->addWidget(m_problem);
    buildToggles();
    buildButtons();
    view->setSearch(&m_search);
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_none, &ViewNote::wayBackTaken, this, &FindBar::showAllRows);
    connect(&m_search, &body::BodySearch::progressed, this, &FindBar::showProgress);
    hide();
}

QToolButton *FindBar::addToggle(const QString &text, const QString &name)
{
    auto *button = new QToolButton(m_row);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    m_row->layout()->addWidget(button);
    return button;
}

void FindBar::buildToggles()
{
    m_letterCase = addToggle(QStringLiteral("Aa"), tr("Match upper and lower case"));
    m_words = addToggle(QStringLiteral("|ab|"), tr("Whole words only"));
    m_regex = addToggle(QStringLiteral(".*"), tr("Regular expression, as Perl writes them"));
    m_rowsOnly = addToggle({}, tr("Show only the rows that match"));
    m_rowsOnly->setIcon(icon("filter"));
    for (const auto *button : {m_letterCase, m_words, m_regex})
        connect(button, &QToolButton::toggled, this, &FindBar::search);
    connect(m_rowsOnly, &QToolButton::toggled, this, &FindBar::applyFilter);
}

void FindBar::buildButtons()
{
    const auto add = [this](const char *symbol, const QString &name, const QString &keys,
                            void (FindBar::*action)()) {
        auto *button = new QToolButton(m_row);
        button->setIcon(icon(symbol));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys));
        m_row->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, action);
    };
    const auto native = [](const QKeySequence &keys) {
        return keys.toString(QKeySequence::NativeText);
    };
    add("chevron-up", tr("Previous match"), native(Qt::SHIFT | Qt::Key_F3), &FindBar::findPrevious);
    add("chevron-down", tr("Next match"), native(QKeySequence(Qt::Key_F3)), &FindBar::findNext);
    auto *close = closeButton(m_row, tr("Close the find bar"),
                              QStringLiteral("%1 (%2)").arg(tr("Close the find bar"),
                                                            native(QKeySequence(Qt::Key_Escape))));
    m_row->layout()->addWidget(close);
    connect(close, &QToolButton::clicked, this, &FindBar::close);
}

void FindBar::open()
{
    const OctetRange range = m_view->selection();
    if (!range.isEmpty() && range.length() <= longestSeed && m_view->store()) {
        const auto octets = m_view->store()->read(range.from, range.length());
        if (octets && !octets->contains('\n'))
            m_field->setText(TextDecoder(m_view->charset()).plain(*octets));
    }
    show();
    applyFilter();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_search.isActive())
        search();
}

void FindBar::close()
{
    hide();
    applyFilter();
    m_view->setFocus(Qt::OtherFocusReason);
}

body::Wanted FindBar::wanted() const
{
    using body::Wanted;
    return {.text = m_field->text().toUtf8(),
            .kind = m_regex->isChecked() ? Wanted::Kind::Regex : Wanted::Kind::Literal,
            .letterCase =
                m_letterCase->isChecked() ? body::LetterCase::Same : body::LetterCase::Any,
            .words = m_words->isChecked() ? Wanted::Words::Whole : Wanted::Words::Any};
}

void FindBar::search()
{
    const body::Wanted text = wanted();
    m_from = m_view->selection().from;
    m_jumpToFirst = !text.text.isEmpty();
    m_search.start(m_view->store(), text, m_view->charset());
    applyFilter();
    showProgress();
}

// With the bar closed all rows are shown: what hides them must be in sight.
void FindBar::applyFilter()
{
    // Not whether it can be seen: another tab may be in front while the body is replaced.
    const bool filter = m_rowsOnly->isChecked() && !isHidden() && m_search.isActive();
    const auto wanted = filter ? BodyView::Filter::MatchingRows : BodyView::Filter::Off;
    if (filter || m_view->filter() != wanted)
        m_view->setFilter(wanted);
    sayIfNone();
}

void FindBar::showAllRows()
{
    m_rowsOnly->setChecked(false);
}

// A pane without a row says nothing by itself, least of all after another body took the place of
// the one that had some.
void FindBar::sayIfNone()
{
    const bool filtered = m_view->filter() == BodyView::Filter::MatchingRows &&
                          m_view->mode() == BodyView::Mode::Text;
    const bool refused = !problem().isEmpty();
    if (!filtered || m_search.count() > 0 || !m_view->store()) {
        m_none->hide();
        return;
    }
    const QString text = m_field->fontMetrics().elidedText(
        m_field->text(), Qt::ElideMiddle,
        longestQuoted * m_field->fontMetrics().averageCharWidth());
    QStringList how;
    for (const auto *button : {m_letterCase, m_words, m_regex}) {
        if (button->isChecked())
            how << button->accessibleName();
    }
    const QString sentence = refused ? tr("No rows are shown: “%1” cannot be looked for.").arg(text)
                             : m_view->store()->isFinished()
                                 ? tr("No row of this body matches “%1”.").arg(text)
                                 : tr("No row that has arrived so far matches “%1”.").arg(text);
    // While more of a body comes, what was true of it so far stays in sight.
    if (m_search.isComplete() || refused || m_none->sentence() == sentence)
        m_none->say(sentence, how.join(QStringLiteral(" · ")));
    else
        m_none->hide();
}

void FindBar::noteStore()
{
    if (!m_search.isActive())
        return;
    const bool jump = !isHidden();
    search();
    m_jumpToFirst = jump;
}

void FindBar::noteGrowth()
{
    m_search.noteGrowth();
    sayIfNone();
}

void FindBar::noteMode()
{
    sayIfNone();
}

QString FindBar::countText() const
{
    return m_count->text();
}

QString FindBar::problem() const
{
    return m_search.problem();
}

void FindBar::showProgress()
{
    m_view->noteMatches();
    m_problem->say(problem());
    sayIfNone();
    if (!m_search.isActive()) {
        m_count->clear();
        return;
    }
    if (m_jumpToFirst) {
        const auto first = m_search.next(m_from);
        // From the middle on: the first one around the end counts once all is known.
        if (first && (first->from >= m_from || m_search.isComplete()))
            go(Direction::Forward);
    }
    const QLocale locale;
    const qint64 ordinal = m_search.ordinal(m_view->selection().from);
    const body::ByteSource *store = m_view->store().get();
    const bool whole = m_search.isComplete() && (!store || store->isFinished());
    const QString more = whole ? QString() : QStringLiteral("…");
    if (!problem().isEmpty() && m_search.count() == 0)
        m_count->clear();
    else if (m_search.count() == 0)
        m_count->setText(whole                   ? tr("No match")
                         : m_search.isComplete() ? tr("No match so far")
                                                 : tr("Searching…"));
    else
        m_count->setText(QStringLiteral("%1/%2%3").arg(ordinal > 0 ? locale.toString(ordinal)
                                                                   : QStringLiteral("–"),
                                                       locale.toString(m_search.count()), more));
}

void FindBar::go(Direction direction)
{
    const OctetRange here = m_view->selection();
    const bool onMatch = m_search.ordinal(here.from) > 0 && !m_jumpToFirst;
    m_jumpToFirst = false;
    const auto hit = direction == Direction::Forward
                         ? m_search.next(onMatch ? here.from + 1 : here.from)
                         : m_search.previous(here.from);
    if (!hit)
        return;
    m_view->select({hit->from, hit->to});
    m_view->reveal(hit->from);
    Q_EMIT found(hit->from, hit->to);
}

void FindBar::findNext()
{
    if (!m_search.isActive() && m_field->text().isEmpty())
        open();
    go(Direction::Forward);
    showProgress();
}

void FindBar::findPrevious()
{
    go(Direction::Backward);
    showProgress();
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ShiftModifier)
            findPrevious();
        else
            findNext();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        // The body scrolls while one types.
        QCoreApplication::sendEvent(m_view, event);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace sonde::ui
