// The requests of open tabs that went over one connection: which paid for it, which found it open.
// GUI thread.
#pragma once

#include "ui/connections/pooled_connection.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class UsesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Request, Part, Tab, Columns };

    explicit UsesModel(QObject *parent = nullptr);

    void setUses(std::vector<ConnectionUse> uses, trace::ExchangeId openedBy);
    [[nodiscard]] const std::vector<ConnectionUse> &uses() const { return m_uses; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<ConnectionUse> m_uses;
    trace::ExchangeId m_openedBy{};
};

} // namespace sonde::ui
