#include "ui/request/row_table.h"

#include "ui/request/cell_delegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_paint.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace sonde::ui
{

RowTable::RowTable(QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(true);
    setItemDelegate(new CellDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(80);
}

void RowTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (!model)
        return;
    horizontalHeader()->resizeSection(0, 220);
    const auto moved = [this] { Q_EMIT selectionMoved(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, moved);
    connect(model, &QAbstractItemModel::rowsRemoved, this, moved);
}

int RowTable::realRows() const
{
    return model() ? model()->rowCount() - 1 : 0;
}

QList<int> RowTable::selectedRealRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        if (index.row() < realRows() && !rows.contains(index.row()))
            rows.append(index.row());
    }
    std::ranges::sort(rows, std::greater());
    return rows;
}

bool RowTable::hasRealSelection() const
{
    return !selectedRealRows().isEmpty();
}

void RowTable::addRow()
{
    const QModelIndex empty = model()->index(realRows(), 0);
    setCurrentIndex(empty);
    scrollTo(empty);
    setFocus();
    edit(empty);
}

void RowTable::removeSelected()
{
    const QList<int> rows = selectedRealRows();
    if (rows.isEmpty())
        return;
    const int column = currentIndex().column();
    for (const int row : rows)
        model()->removeRows(row, 1);
    const int next = std::min(rows.last(), realRows());
    setCurrentIndex(model()->index(next, std::max(column, 0)));
}

void RowTable::moveCurrent(Direction direction)
{
    const int row = currentIndex().row();
    const int target = direction == Direction::Up ? row - 1 : row + 1;
    if (row < 0 || row >= realRows() || target < 0 || target >= realRows())
        return;
    // Qt counts the destination before the row has left its place.
    model()->moveRow({}, row, {}, direction == Direction::Up ? target : target + 1);
    scrollTo(currentIndex());
    Q_EMIT selectionMoved();
}

void RowTable::toggleSelected()
{
    const QList<int> rows = selectedRealRows();
    if (rows.isEmpty())
        return;
    const bool on = model()->index(rows.last(), 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    for (const int row : rows)
        model()->setData(model()->index(row, 0), on ? Qt::Unchecked : Qt::Checked,
                         Qt::CheckStateRole);
}

void RowTable::copySelected() const
{
    QList<int> rows = selectedRealRows();
    std::ranges::reverse(rows);
    QStringList lines;
    for (const int row : rows) {
        const QModelIndex name = model()->index(row, 0);
        lines.append(name.data(Qt::EditRole).toString() + QStringLiteral(": ") +
                     name.siblingAtColumn(1).data(Qt::EditRole).toString());
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

// F2 edits the cell here; elsewhere in the window it renames the request.
bool RowTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2 && currentIndex().isValid()) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
    } else if (event->key() == Qt::Key_Delete && hasRealSelection()) {
        removeSelected();
    } else if (alt && event->key() == Qt::Key_Up) {
        moveCurrent(Direction::Up);
    } else if (alt && event->key() == Qt::Key_Down) {
        moveCurrent(Direction::Down);
    } else if (event->key() == Qt::Key_Space && hasRealSelection()) {
        toggleSelected();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               event->modifiers() == Qt::NoModifier && currentIndex().isValid() &&
               state() != EditingState) {
        edit(currentIndex());
    } else {
        // In the last cell Tab leaves the table, so that the keyboard is never caught in it.
        const bool last = currentIndex() == model()->index(realRows(), model()->columnCount() - 1);
        const bool first = currentIndex() == model()->index(0, 0);
        if ((event->key() == Qt::Key_Tab && last) || (event->key() == Qt::Key_Backtab && first)) {
            event->ignore();
            return;
        }
        QTableView::keyPressEvent(event);
    }
}

void RowTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool empty = index.isValid() && index.row() == realRows();
    if (event->button() == Qt::LeftButton && (empty || !index.isValid()))
        addRow();
}

void RowTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool real = hasRealSelection();
    QMenu menu(this);
    menu.addAction(icon("copy"), tr("&Copy"), this, &RowTable::copySelected)->setEnabled(real);
    menu.addAction(tr("Switch on or &off"), this, &RowTable::toggleSelected)->setEnabled(real);
    menu.addSeparator();
    menu.addAction(icon("arrow-up"), tr("Move &up"), this, [this] { moveCurrent(Direction::Up); })
        ->setEnabled(real);
    menu.addAction(icon("arrow-down"), tr("Move &down"), this,
                   [this] { moveCurrent(Direction::Down); })
        ->setEnabled(real);
    menu.addSeparator();
    menu.addAction(icon("delete"), tr("&Delete"), this, &RowTable::removeSelected)
        ->setEnabled(real);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    menu.exec(byKey ? at : event->globalPos());
}

void RowTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void RowTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT selectionMoved();
}

} // namespace sonde::ui
