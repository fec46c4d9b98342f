#include "ui/request/row_model.h"

#include "ui/widgets/row_table.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace sonde::ui
{

using collection::Row;

RowModel::RowModel(QString invitation, QObject *parent)
    : InvitedRows(parent)
    , m_invitation(std::move(invitation))
{
}

void RowModel::setRows(const std::vector<Row> &rows)
{
    const auto ends = std::ranges::mismatch(m_rows, rows);
    const auto first = std::distance(m_rows.begin(), ends.in1);
    if (ends.in1 == m_rows.end() && ends.in2 == rows.end())
        return;
    // What is the same at the end stays too: a row deleted in the middle is one removal.
    qsizetype tail = 0;
    const auto shorter = qsizetype(std::min(m_rows.size(), rows.size()));
    while (tail < shorter - first &&
           m_rows[m_rows.size() - 1 - size_t(tail)] == rows[rows.size() - 1 - size_t(tail)])
        ++tail;
    const auto oldEnd = qsizetype(m_rows.size()) - tail;
    const auto newEnd = qsizetype(rows.size()) - tail;
    const auto common = std::min(oldEnd, newEnd);

    std::copy(rows.begin() + first, rows.begin() + common, m_rows.begin() + first);
    if (oldEnd > common) {
        beginRemoveRows({}, int(common), int(oldEnd) - 1);
        m_rows.erase(m_rows.begin() + common, m_rows.begin() + oldEnd);
        endRemoveRows();
    } else if (newEnd > common) {
        beginInsertRows({}, int(common), int(newEnd) - 1);
        m_rows.insert(m_rows.begin() + common, rows.begin() + common, rows.begin() + newEnd);
        endInsertRows();
    }
    if (common > first)
        Q_EMIT dataChanged(index(int(first), 0), index(int(common) - 1, ColumnCount - 1));
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isInvitation(index))
        return invitationData(index.column(), role);
    return rowData(m_rows[size_t(index.row())], index.column(), role);
}

QVariant RowModel::invitationData(int column, int role) const
{
    if (role == Qt::DisplayRole && column == Name)
        return m_invitation;
    if (role == Qt::ForegroundRole)
        return Theme::instance().color(Token::Muted);
    if (role == Qt::AccessibleTextRole)
        return column == Name ? m_invitation : tr("Empty");
    return {};
}

QVariant RowModel::rowData(const Row &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return column == Name ? row.name : row.value;
    case Qt::CheckStateRole:
        return column == Name ? QVariant(row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        if (!row.enabled)
            return Theme::instance().color(Token::Muted);
        if (m_check && !m_check(row).isEmpty())
            return Theme::instance().color(Token::Danger);
        return {};
    case Qt::ToolTipRole:
        return m_check && row.enabled ? m_check(row) : QString();
    case Qt::AccessibleDescriptionRole:
        return row.enabled ? tr("Switched on") : tr("Switched off");
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return headingData({section == Name ? tr("Name") : tr("Value")}, orientation, role);
}

Qt::ItemFlags RowModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
    if (index.column() == Name && !isInvitation(index))
        flags |= Qt::ItemIsUserCheckable;
    return flags | Qt::ItemNeverHasChildren;
}

bool RowModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (isInvitation(index)) {
        if (role != Qt::EditRole || value.toString().isEmpty())
            return false;
        acceptInvitation({});
    }
    if (!store(index.row(), index.column(), value, role))
        return false;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

bool RowModel::store(int at, int column, const QVariant &value, int role)
{
    Row &row = m_rows[size_t(at)];
    const Row before = row;
    if (role == Qt::CheckStateRole && column == Name)
        row.enabled = value.toInt() == Qt::Checked;
    else if (role == Qt::EditRole)
        (column == Name ? row.name : row.value) = value.toString();
    return row != before;
}

} // namespace sonde::ui
