// The rows of a first look for a table with a gutter that marks what differs. GUI thread.
#pragma once

#include "ui/compare/look_rows.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class LookModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Gutter, What, FirstSide };
    using QAbstractTableModel::QAbstractTableModel;

    void setLook(QStringList heads, std::vector<LookRow> rows);
    [[nodiscard]] const std::vector<LookRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString textAt(const LookRow &row, int column) const;

    QStringList m_heads;
    std::vector<LookRow> m_rows;
};

} // namespace sonde::ui
