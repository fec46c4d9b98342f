#include "ui/response/fitted_table.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTimerEvent>

namespace sonde::ui
{

FittedTable::FittedTable(const QString &name, Lines lines, QWidget *parent)
    : QTableView(parent)
    , m_lines(lines)
{
    setAccessibleName(name);
    dressPlainTable(this);
    setAlternatingRowColors(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setWordWrap(lines == Lines::Wrapped);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (lines == Lines::Wrapped)
        connect(horizontalHeader(), &QHeaderView::sectionResized, this, &FittedTable::fitSoon);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == m_linkColumn)
            Q_EMIT rowActivated(index.row());
    });
}

void FittedTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &FittedTable::fitSoon);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FittedTable::fitSoon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &FittedTable::fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &FittedTable::fitSoon);
    fitSoon();
}

// Now, and once more when columns that stretch have their last width.
void FittedTable::fitSoon()
{
    fit();
    m_soon.start(0, this);
}

void FittedTable::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_soon.timerId()) {
        QTableView::timerEvent(event);
        return;
    }
    m_soon.stop();
    fit();
}

void FittedTable::fit()
{
    if (m_lines == Lines::Wrapped)
        resizeRowsToContents();
    updateGeometry();
}

void FittedTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitSoon();
}

QSize FittedTable::sizeHint() const
{
    const int rows = verticalHeader()->length();
    return {360, rows + horizontalHeader()->sizeHint().height() + 2 * frameWidth() + 2};
}

QSize FittedTable::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

// There is nothing to scroll here: the page around it wants to.
void FittedTable::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void FittedTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    // Who comes by keys sees where they are.
    const bool keys =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (keys && currentIndex().isValid() && !selectionModel()->hasSelection())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect |
                                                     QItemSelectionModel::Rows); // Shift or not
}

QString FittedTable::text(const QModelIndexList &rows) const
{
    QString text;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString FittedTable::allText() const
{
    QModelIndexList rows;
    QStringList titles;
    for (int column = 0; column < model()->columnCount(); ++column)
        titles << model()->headerData(column, Qt::Horizontal).toString();
    for (int row = 0; row < model()->rowCount(); ++row)
        rows << model()->index(row, 0);
    return titles.join(u'\t') + u'\n' + text(rows);
}

void FittedTable::copy() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    if (!rows.isEmpty())
        QApplication::clipboard()->setText(text(rows));
}

void FittedTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().row());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void FittedTable::contextMenuEvent(QContextMenuEvent *event)
{
    // From the keyboard it belongs to the row that the keys are on.
    const bool keys = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = keys ? currentIndex() : indexAt(viewport()->mapFrom(this, event->pos()));
    QMenu menu(this);
    const QString action = at.isValid() && m_actionText ? m_actionText(at.row()) : QString();
    if (!action.isEmpty()) {
        menu.addAction(action, this, [this, row = at.row()] { Q_EMIT rowActivated(row); });
        menu.addSeparator();
    }
    menu.addAction(icon("copy"), tr("Copy"), this, [this] { copy(); })
        ->setEnabled(at.isValid() || selectionModel()->hasSelection());
    menu.addAction(tr("Copy all"), this, [this] { QApplication::clipboard()->setText(allText()); });
    const QPoint place =
        keys ? viewport()->mapToGlobal(visualRect(at).bottomLeft()) : event->globalPos();
    menu.exec(place);
    event->accept();
}

} // namespace sonde::ui
