#include "ui/connections/uses_model.h"

namespace sonde::ui
{

UsesModel::UsesModel(QObject *parent)
    : RowTable({{tr("Request on this connection")}, {tr("Its part")}, {tr("Tab")}}, parent)
{
}

void UsesModel::setUses(std::vector<ConnectionUse> uses, trace::ExchangeId openedBy)
{
    if (std::exchange(m_openedBy, openedBy) != openedBy)
        resetRows({});
    resetRows(std::move(uses)); // another connection, or another request on it: a few rows
}

QString UsesModel::cell(const ConnectionUse &use, int column) const
{
    switch (column) {
    case Request:
        return use.request;
    case Part:
        return use.exchange == m_openedBy ? tr("opened it")
               : use.reused               ? tr("found it open")
                                          : tr("waited while it was opened");
    default:
        return use.tab;
    }
}

} // namespace sonde::ui
