#include "ui/widgets/row_table.h"

namespace sonde::ui
{

QVariant headingData(const TableColumn &column, Qt::Orientation orientation, int role)
{
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return int(column.side | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return column.toolTip.isEmpty() ? QVariant() : QVariant(column.toolTip);
    default:
        return {};
    }
}

ShownTable::ShownTable(std::vector<TableColumn> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int ShownTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ShownTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QVariant look = cellLook(index.row(), index.column(), role);
    if (look.isValid())
        return look;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return cellText(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return int(m_columns[size_t(index.column())].side | Qt::AlignVCenter);
    return {};
}

QVariant ShownTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (size_t(section) >= m_columns.size())
        return {};
    return headingData(m_columns[size_t(section)], orientation, role);
}

QString ShownTable::text(const std::vector<int> &rows) const
{
    QString text;
    for (const int row : rows) {
        for (int column = 0; column < columnCount(); ++column)
            text += cellText(row, column) + (column + 1 < columnCount() ? u'\t' : u'\n');
    }
    return text;
}

QString ShownTable::text() const
{
    std::vector<int> all;
    for (int row = 0; row < rowCount(); ++row)
        all.push_back(row);
    return text(all);
}

} // namespace sonde::ui
