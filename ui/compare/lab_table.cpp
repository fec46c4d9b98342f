#include "ui/compare/lab_table.h"

#include "ui/widgets/plain_table.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace sonde::ui
{
namespace
{

constexpr int widest = 420; // pixels of one column at first

} // namespace

LabTable::LabTable(const QString &name, const QString &corner, QWidget *parent)
    : QTableView(parent)
    , m_corner(corner)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setAccessibleName(name);
    dressPlainTable(this);
    setAlternatingRowColors(true);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
}

void LabTable::showTable(const lab::Table &table)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels(QStringList{m_corner} + table.heads);
    for (const lab::TableRow &row : table.rows) {
        QList<QStandardItem *> items{new QStandardItem(row.name)};
        for (const QString &cell : row.cells) {
            auto *item = new QStandardItem(cell);
            item->setToolTip(cell);
            items.append(item);
        }
        m_model->appendRow(items);
    }
    resizeColumnsToContents();
    const int last = m_model->columnCount() - 1; // as wide as there is room
    for (int column = 0; column <= last; ++column) {
        m_model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignLeft | Qt::AlignVCenter),
                               Qt::TextAlignmentRole);
        if (column < last)
            setColumnWidth(column, std::min(columnWidth(column) + 18, widest));
    }
}

// QTableView::selectRow() asks the layout, which a table that was never shown does not have.
void LabTable::chooseRow(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                 QItemSelectionModel::Rows);
    scrollTo(index);
}

QString LabTable::cell(int row, int column) const
{
    const QStandardItem *item = m_model->item(row, column);
    return item ? item->text() : QString();
}

void LabTable::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTableView::keyPressEvent(event);
        return;
    }
    QString text;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells += cell(row.row(), column);
        text += cells.join(u'\t') + u'\n';
    }
    QApplication::clipboard()->setText(text);
}

} // namespace sonde::ui
