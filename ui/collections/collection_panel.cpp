#include "ui/collections/collection_panel.h"

#include "ui/collections/collection_delegate.h"
#include "ui/collections/collection_filter.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/seen_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{

namespace
{

using Kind = collection::Entry::Kind;

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(CollectionModel::KindRole).toInt());
}

QString pathOf(const QModelIndex &index)
{
    return index.data(CollectionModel::PathRole).toString();
}

} // namespace

CollectionPanel::CollectionPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new CollectionModel(this))
    , m_filter(new CollectionFilter(this))
    , m_delegate(new CollectionDelegate(this))
    , m_filterEdit(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_tree(new LibraryTree(this))
    , m_notice(new NoticeBar(this))
    , m_debounce(new QTimer(this))
{
    setAccessibleName(tr("Collections"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 2, 6);
    column->setSpacing(6);
    column->addWidget(makeHeader());
    column->addWidget(m_count);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
    column->addWidget(m_notice);
    makeTree();

    m_filterEdit->setPlaceholderText(tr("Filter requests"));
    m_filterEdit->setAccessibleName(tr("Filter requests"));
    m_filterEdit->setClearButtonEnabled(true);
    m_filterEdit->installEventFilter(this);
    for (QLabel *label : {m_count, m_empty}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(4, 0, 4, 0);
        label->setWordWrap(true);
        label->hide();
    }
    m_debounce->setSingleShot(true);
    m_debounce->setInterval(80);
    connect(m_filterEdit, &QLineEdit::textChanged, m_debounce, qOverload<>(&QTimer::start));
    connect(m_debounce, &QTimer::timeout, this, &CollectionPanel::applyFilter);
}

QWidget *CollectionPanel::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 6, 0);
    row->setSpacing(2);
    row->addWidget(m_filterEdit, 1);
    const auto button = [&](const char *name, const QString &text) {
        auto *made = new QToolButton(header);
        made->setIcon(icon(name, Token::Muted));
        made->setAutoRaise(true);
        made->setToolTip(text);
        made->setAccessibleName(text);
        row->addWidget(made);
        return made;
    };
    m_new = button("add", tr("New request, file or folder"));
    m_new->setPopupMode(QToolButton::InstantPopup);
    m_new->hide();
    connect(button("refresh", tr("Read the folders again")), &QToolButton::clicked, this,
            &CollectionPanel::rescanWanted);
    connect(button("folder-open", tr("Open a folder")), &QToolButton::clicked, this,
            &CollectionPanel::openFolderWanted);
    return header;
}

void CollectionPanel::setNewMenu(QMenu *menu)
{
    m_new->setMenu(menu);
    m_new->show();
}

void CollectionPanel::makeTree()
{
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setMouseTracking(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setAccessibleName(tr("Requests of the collections"));
    // The tree is part of the sidebar, not a sheet of paper in it.
    m_tree->viewport()->setBackgroundRole(QPalette::Window);
    m_tree->setBackgroundRole(QPalette::Window);
    m_tree->viewport()->setAutoFillBackground(true);
    // The delegate draws the selection, so the tree must not draw its own under the branches.
    QPalette own = m_tree->palette();
    own.setColor(QPalette::Highlight, Qt::transparent);
    m_tree->setPalette(own);
    keepCurrentRowSeen(m_tree);
    connect(m_tree, &LibraryTree::chosen, this, &CollectionPanel::choose);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (kindOf(index) == Kind::Request)
            Q_EMIT requestClicked(pathOf(index), index.data(CollectionModel::IndexRole).toInt());
        else
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &CollectionPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CollectionPanel::currentChanged);
    connect(m_model, &CollectionModel::nameEdited, this,
            [this](const QModelIndex &index, const QString &name) {
                Q_EMIT renameWanted(LibraryTree::placeOf(index), name);
            });
}

void CollectionPanel::setRoots(const std::vector<collection::Entry> &roots)
{
    // What cannot be read for a moment is as open as before once it can.
    for (const collection::Entry &root : roots) {
        if (!root.problem.isEmpty() && root.children.empty())
            follow(root.path, root.path);
    }
    m_model->setRoots(roots);
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex top = m_filter->index(row, 0);
        if (m_known.contains(pathOf(top))) {
            openAgain(top);
            continue;
        }
        m_known.append(pathOf(top));
        // A few files are shown open, a large tree only its first level.
        m_tree->setExpanded(top, true);
        if (m_filter->allRequests() <= 60)
            m_tree->expandRecursively(top, 2);
    }
    const auto unread =
        std::ranges::find_if_not(roots, &QString::isEmpty, &collection::Entry::problem);
    m_empty->setText(unread != roots.end() ? unread->problem
                                           : tr("No requests here yet. Open a folder of .http "
                                                "files, or save a request into one."));
    m_empty->setVisible(m_filter->allRequests() == 0);
    showCount();
}

CollectionPanel::Unfolded CollectionPanel::unfolded() const
{
    return {.known = m_known, .open = m_filter->text().isEmpty() ? openRows() : m_openBefore};
}

void CollectionPanel::unfold(const Unfolded &unfolded)
{
    m_known = unfolded.known;
    m_toOpen = QSet(unfolded.open.begin(), unfolded.open.end());
}

void CollectionPanel::follow(const QString &from, const QString &to)
{
    const QStringList open = unfolded().open;
    for (const QString &path : open) {
        if (path == from || path.startsWith(from + u'/'))
            m_toOpen.insert(to + path.mid(from.size()));
    }
}

QStringList CollectionPanel::openRows() const
{
    QStringList open;
    const auto walk = [&](const auto &again, const QModelIndex &parent) -> void {
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex index = m_filter->index(row, 0, parent);
            if (!m_tree->isExpanded(index))
                continue;
            open.append(pathOf(index));
            again(again, index);
        }
    };
    walk(walk, {});
    return open;
}

void CollectionPanel::openAgain(const QModelIndex &index)
{
    if (m_toOpen.isEmpty())
        return;
    if (m_toOpen.remove(pathOf(index)))
        m_tree->setExpanded(index, true);
    // Requests have nothing to open, and there may be very many.
    if (!m_tree->isExpanded(index) || kindOf(index) != Kind::Folder)
        return;
    for (int row = 0; row < m_filter->rowCount(index); ++row)
        openAgain(m_filter->index(row, 0, index));
}

// As it was before the filter, but for the row that was found with it.
void CollectionPanel::refold()
{
    m_tree->collapseAll();
    m_toOpen = QSet(m_openBefore.begin(), m_openBefore.end());
    for (int row = 0; row < m_filter->rowCount(); ++row)
        openAgain(m_filter->index(row, 0));
    if (m_tree->currentIndex().isValid())
        m_tree->scrollTo(m_tree->currentIndex());
}

void CollectionPanel::applyFilter()
{
    const bool filtered = !m_filter->text().isEmpty();
    if (!filtered)
        m_openBefore = openRows();
    m_delegate->setMarked(m_filterEdit->text().trimmed());
    m_filter->setText(m_filterEdit->text());
    if (filtered && m_filter->text().isEmpty())
        refold();
    // So many rows are not read one by one: the folders that hold them are enough.
    if (!m_filter->text().isEmpty() && m_filter->shownRequests() <= 5000)
        m_tree->expandAll();
    else if (!m_filter->text().isEmpty())
        m_tree->expandToDepth(0);
    m_tree->viewport()->update();
    showCount();
}

void CollectionPanel::showCount()
{
    const bool filtered = !m_filter->text().isEmpty();
    m_count->setVisible(filtered);
    if (filtered)
        m_count->setText(tr("%1 of %n request(s)", nullptr, m_filter->allRequests())
                             .arg(m_filter->shownRequests()));
}

void CollectionPanel::select(const QString &path, int index)
{
    const QModelIndex found = m_filter->mapFromSource(m_model->find(path, index));
    if (found.isValid())
        m_tree->setCurrentIndex(found);
    else
        m_tree->clearSelection();
}

void CollectionPanel::showFolder(const QString &path)
{
    m_filterEdit->clear();
    select(path, -1);
    const QModelIndex row = m_tree->currentIndex();
    m_tree->expand(row);
    m_tree->scrollTo(row, QAbstractItemView::PositionAtTop);
}

QString CollectionPanel::currentPath() const
{
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() ? pathOf(index) : QString();
}

void CollectionPanel::choose(const QModelIndex &index)
{
    if (index.isValid() && kindOf(index) == Kind::Request)
        Q_EMIT requestChosen(pathOf(index), index.data(CollectionModel::IndexRole).toInt());
}

void CollectionPanel::showMenu(const QPoint &at)
{
    // By key it comes for the current row, wherever the pointer is.
    const QModelIndex index = m_tree->indexAt(at);
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    QMenu menu(this);
    if (index.isValid()) {
        const QString path = pathOf(index);
        if (kindOf(index) == Kind::Request) {
            const int number = index.data(CollectionModel::IndexRole).toInt();
            menu.addAction(tr("&Open"), this, [=, this] { Q_EMIT requestChosen(path, number); });
            menu.addSeparator();
        }
        menu.addAction(icon("play"),
                       kindOf(index) == Kind::Folder ? tr("R&un this folder…")
                                                     : tr("R&un this file…"),
                       this, [=, this] { Q_EMIT runWanted(path); });
        menu.addSeparator();
    }
    Q_EMIT menuMade(&menu, index.isValid());
    menu.addSeparator();
    if (index.isValid()) {
        const QString path = pathOf(index);
        menu.addAction(tr("&Show in file manager"), this, [=, this] { Q_EMIT revealWanted(path); });
        if (!index.parent().isValid())
            menu.addAction(tr("&Remove from the sidebar"), this,
                           [=, this] { Q_EMIT removeWanted(path); });
        menu.addSeparator();
    }
    menu.addAction(icon("folder-open"), tr("Open a &folder…"), this,
                   &CollectionPanel::openFolderWanted);
    menu.addAction(icon("refresh"), tr("Read the folders &again"), this,
                   &CollectionPanel::rescanWanted);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

bool CollectionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filterEdit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            m_tree->setFocus(Qt::OtherFocusReason);
            if (!m_tree->currentIndex().isValid())
                m_tree->setCurrentIndex(m_filter->index(0, 0));
            return true;
        }
        // Esc clears first, and leaves when there is nothing to clear.
        if (key == Qt::Key_Escape) {
            if (m_filterEdit->text().isEmpty())
                m_tree->setFocus(Qt::OtherFocusReason);
            m_filterEdit->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sonde::ui
