#include "ui/connections/uses_model.h"

namespace sonde::ui
{

UsesModel::UsesModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void UsesModel::setUses(std::vector<ConnectionUse> uses, trace::ExchangeId openedBy)
{
    if (uses == m_uses && openedBy == m_openedBy)
        return;
    beginResetModel(); // another connection, or another request on it: rare, and a few rows
    m_uses = std::move(uses);
    m_openedBy = openedBy;
    endResetModel();
}

int UsesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_uses.size());
}

int UsesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant UsesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const ConnectionUse &use = m_uses[size_t(index.row())];
    switch (index.column()) {
    case Request:
        return use.request;
    case Part:
        return use.exchange == m_openedBy ? tr("opened it") : tr("found it open");
    default:
        return use.tab;
    }
}

QVariant UsesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Request:
        return tr("Request on this connection");
    case Part:
        return tr("Its part");
    default:
        return tr("Tab");
    }
}

} // namespace sonde::ui
