// The dynamic table at one moment as a table. GUI thread.
#pragma once

#include "ui/protocol/hpack_rows.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class HpackTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Index, State, Name, Value, Size, Origin, Columns };

    explicit HpackTable(QObject *parent = nullptr);

    void setRows(std::vector<HpackRow> rows);
    [[nodiscard]] const std::vector<HpackRow> &rows() const { return m_rows; }
    [[nodiscard]] QString text() const; // in columns, tabs between

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString cell(const HpackRow &row, int column);

    std::vector<HpackRow> m_rows;
};

} // namespace sonde::ui
