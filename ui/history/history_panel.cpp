#include "ui/history/history_panel.h"

#include "history/archive.h"
#include "ui/history/history_delegate.h"
#include "ui/history/history_filter_edit.h"
#include "ui/history/history_menu.h"
#include "ui/history/history_model.h"
#include "ui/history/history_words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/seen_row.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

using history::EntryId;
using history::Filter;

namespace
{

constexpr int debounceMilliseconds = 80;

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_filterEdit(new HistoryFilterEdit(this))
    , m_only(new QToolButton(this))
    , m_note(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_list(new QListView(this))
    , m_notice(new NoticeBar(this))
    , m_debounce(new QTimer(this))
    , m_stop(body::makeStopMark())
{
    setAccessibleName(tr("History"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 2, 6);
    column->setSpacing(6);
    column->addWidget(makeHead());
    column->addWidget(m_only);
    column->addWidget(m_note);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, 6, 0);
    foot->addWidget(m_notice);
    column->addLayout(foot);
    makeList();
    for (QLabel *label : {m_note, m_empty}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(4, 0, 4, 0);
        label->setWordWrap(true);
        label->hide();
    }
    m_only->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_only->setIcon(icon("close", Token::Muted));
    m_only->setAutoRaise(true);
    m_only->setToolTip(tr("Show the calls of all requests again"));
    m_only->hide();
    connect(m_only, &QToolButton::clicked, this, [this] { showOnly({}, {}); });
    m_debounce->setSingleShot(true);
    m_debounce->setInterval(debounceMilliseconds);
    connect(m_filterEdit, &QLineEdit::textChanged, m_debounce, qOverload<>(&QTimer::start));
    connect(m_debounce, &QTimer::timeout, this, &HistoryPanel::refresh);
}

HistoryPanel::~HistoryPanel()
{
    m_stop->store(true);
}

QWidget *HistoryPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(2);
    m_filterEdit->setPlaceholderText(tr("Filter history"));
    m_filterEdit->setAccessibleName(tr("Filter history"));
    m_filterEdit->setToolTip(filterHelp());
    m_filterEdit->setClearButtonEnabled(true);
    m_filterEdit->installEventFilter(this);
    row->addWidget(m_filterEdit, 1);
    auto *more = new QToolButton(head);
    more->setIcon(icon("more", Token::Muted));
    more->setAutoRaise(true);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setToolTip(tr("What can be done with the history"));
    more->setAccessibleName(more->toolTip());
    auto *menu = new QMenu(more);
    menu->addAction(icon("delete"), tr("&Clear history"), this, &HistoryPanel::clearHistory);
    menu->addAction(icon("settings"), tr("History &settings…"), this,
                    &HistoryPanel::settingsWanted);
    more->setMenu(menu);
    row->addWidget(more);
    return head;
}

void HistoryPanel::makeList()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Calls of the history"));
    // Part of the sidebar, not a sheet of paper in it; the delegate draws the selection.
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setBackgroundRole(QPalette::Window);
    m_list->viewport()->setAutoFillBackground(true);
    m_list->installEventFilter(this);
    keepCurrentRowSeen(m_list);
    connect(m_list, &QListView::doubleClicked, this, &HistoryPanel::open);
    connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
}

void HistoryPanel::setArchive(history::Archive *archive)
{
    m_archive = archive;
    m_model->setArchive(archive);
    connect(archive, &history::Archive::changed, this, [this] {
        if (isVisible())
            refresh();
        else
            m_asked = false; // when it is looked at again
    });
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_archive)
        return;
    if (!std::exchange(m_asked, true))
        refresh();
    else
        m_archive->lookAround();
}

void HistoryPanel::showOnly(const QString &identity, const QString &title)
{
    m_identity = identity;
    m_only->setVisible(!identity.isEmpty());
    //: %1 is the name of a request
    const QString text = tr("Only %1").arg(title.isEmpty() ? identity : title);
    m_only->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 220));
    m_only->setAccessibleName(text);
    refresh();
}

void HistoryPanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
    chooseSome();
}

// The focus alone makes a row current and selects nothing; keys need one that is selected.
void HistoryPanel::chooseSome()
{
    if (m_list->selectionModel()->hasSelection() || m_model->rowCount() < 2)
        return;
    const QModelIndex current = m_list->currentIndex();
    const bool isCall = current.isValid() && m_model->id(current.row()) != EntryId{};
    m_list->setCurrentIndex(m_model->index(isCall ? current.row() : 1));
    m_list->selectionModel()->select(m_list->currentIndex(), QItemSelectionModel::Select);
}

void HistoryPanel::refresh()
{
    if (!m_archive)
        return;
    m_asked = true;
    const auto parsed = Filter::parse(m_filterEdit->text(), QDateTime::currentMSecsSinceEpoch());
    if (!parsed) {
        // The list stays as it was while one is still typing.
        m_note->setText(problemText(parsed.error()));
        m_note->show();
        return;
    }
    m_stop->store(true);
    m_stop = body::makeStopMark();
    const Filter filter = m_identity.isEmpty() ? *parsed : parsed->ofRequest(m_identity);
    m_archive->find(this, filter, m_stop, [this](history::Archive::Found found) {
        if (found) {
            take(*std::move(found));
            return;
        }
        m_notice->say(NoticeBar::Kind::Danger, found.error().sentence);
    });
}

void HistoryPanel::take(std::vector<history::Listed> listed)
{
    const EntryId current = m_model->id(m_list->currentIndex().row());
    m_model->setListed(std::move(listed));
    if (const QModelIndex there = m_model->indexOf(current); there.isValid())
        m_list->setCurrentIndex(there);
    if (m_list->hasFocus())
        chooseSome();
    if (m_filterEdit->text().trimmed().isEmpty() && m_identity.isEmpty())
        m_all = m_model->callCount();
    showState();
}

void HistoryPanel::showState()
{
    const qsizetype shown = m_model->callCount();
    const bool filtered = !m_filterEdit->text().trimmed().isEmpty() || !m_identity.isEmpty();
    m_note->setVisible(filtered && shown > 0);
    if (filtered)
        m_note->setText(tr("%1 of %n call(s)", nullptr, int(std::max(m_all, shown)))
                            .arg(QLocale().toString(shown)));
    m_empty->setVisible(shown == 0);
    if (filtered)
        m_empty->setText(tr("No call is like this. Esc clears the filter."));
    else if (m_archive && !m_archive->limits().isOn)
        m_empty->setText(tr("The history is off: what you send is not kept."));
    else
        m_empty->setText(tr("Nothing has been sent yet. Every call you send is kept here, without "
                            "passwords, tokens and cookies."));
}

std::vector<history::Entry> HistoryPanel::selected() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    std::vector<history::Entry> entries;
    for (const QModelIndex &index : std::as_const(rows)) {
        if (const history::Entry *entry = m_model->entry(index.row()))
            entries.push_back(*entry);
    }
    return entries;
}

void HistoryPanel::pinSelected(bool pinned)
{
    std::vector<EntryId> ids;
    for (const history::Entry &entry : selected())
        ids.push_back(entry.id);
    if (m_archive && !ids.empty())
        m_archive->setPinned(std::move(ids), pinned);
}

void HistoryPanel::removeSelected()
{
    std::vector<EntryId> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        if (const EntryId id = m_model->id(index.row()); id != EntryId{})
            ids.push_back(id);
    }
    // The one that follows is where one goes on.
    if (!ids.empty()) {
        const int next = m_list->currentIndex().row() + 1;
        if (m_model->id(next) != EntryId{})
            m_list->setCurrentIndex(m_model->index(next));
    }
    remove(std::move(ids));
}

void HistoryPanel::remove(std::vector<EntryId> ids)
{
    if (!m_archive || ids.empty())
        return;
    m_removed = ids;
    m_notice->say(NoticeBar::Kind::Note, tr("%n call(s) deleted.", nullptr, int(ids.size())));
    m_notice->addButton(tr("Undo"), [this] { undoRemove(); });
    m_archive->remove(std::move(ids));
}

void HistoryPanel::clearHistory()
{
    if (!m_archive)
        return;
    const auto filter = Filter::parse(QStringLiteral("-is:pinned"), 0);
    m_archive->find(
        this, *filter, body::makeStopMark(), [this](const history::Archive::Found &found) {
            std::vector<EntryId> ids;
            for (const history::Listed &one : found.value_or(std::vector<history::Listed>()))
                ids.push_back(one.id);
            remove(std::move(ids));
        });
}

void HistoryPanel::undoRemove()
{
    m_notice->dismiss();
    if (m_archive && !m_removed.empty())
        m_archive->restore(std::exchange(m_removed, {}));
}

void HistoryPanel::open(const QModelIndex &index)
{
    if (const EntryId id = m_model->id(index.row()); index.isValid() && id != EntryId{})
        Q_EMIT openWanted(id);
}

void HistoryPanel::showMenu(const QPoint &at)
{
    const std::vector<history::Entry> chosen = selected();
    if (chosen.empty())
        return;
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    fillHistoryMenu(menu, *this, chosen);
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

bool HistoryPanel::filterKey(int key)
{
    if (m_filterEdit->isOffering())
        return false;
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        focusList();
        return true;
    }
    // Esc clears first, and leaves when there is nothing to clear.
    if (key == Qt::Key_Escape) {
        if (m_filterEdit->text().isEmpty())
            m_list->setFocus(Qt::OtherFocusReason);
        m_filterEdit->clear();
        return true;
    }
    return false;
}

bool HistoryPanel::listKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        undoRemove();
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
            return false;
        open(m_list->currentIndex());
        return true;
    case Qt::Key_Delete:
        removeSelected();
        return true;
    default:
        return false;
    }
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo) && !m_removed.empty()) {
        event->accept(); // ours while the list has the focus, not the request's
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_filterEdit && filterKey(key->key()))
            return true;
        if (watched == m_list && listKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui
