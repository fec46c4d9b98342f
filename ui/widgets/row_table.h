// Tables that only show: columns with their headings in one list, rows that are values, and of a
// cell no more than its text and what is special about it. GUI thread.
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace sonde::ui
{

struct TableColumn {
    QString title;
    Qt::AlignmentFlag side = Qt::AlignLeft; // of heading and cells
    QString toolTip = {};                   // of the heading
};

// What `column` has at its head in `role`; also for models that are no ShownTable.
[[nodiscard]] QVariant headingData(const TableColumn &column, Qt::Orientation orientation,
                                   int role);

class ShownTable : public QAbstractTableModel
{
public:
    // Rows in columns, separated by tabs; a line each.
    [[nodiscard]] QString text(const std::vector<int> &rows) const;
    [[nodiscard]] QString text() const; // of all rows

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const final;

protected:
    ShownTable(std::vector<TableColumn> columns, QObject *parent);

private:
    // Its tool tip, too, as it may not fit.
    [[nodiscard]] virtual QString cellText(int row, int column) const = 0;
    // Any role, also in place of what it has by itself; invalid: nothing special.
    [[nodiscard]] virtual QVariant cellLook(int row, int column, int role) const = 0;

    const std::vector<TableColumn> m_columns;
};

template <typename Row>
class RowTable : public ShownTable
{
public:
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    // The same rows, further on: what differs is changed, added or removed at the end.
    void setRows(std::vector<Row> rows);
    // Others: what was selected is not among them.
    void resetRows(std::vector<Row> rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    using ShownTable::ShownTable;

private:
    [[nodiscard]] virtual QString cell(const Row &row, int column) const = 0;
    [[nodiscard]] virtual QVariant look(const Row &, int /*column*/, int /*role*/) const
    {
        return {};
    }
    [[nodiscard]] QString cellText(int row, int column) const final
    {
        return cell(m_rows[size_t(row)], column);
    }
    [[nodiscard]] QVariant cellLook(int row, int column, int role) const final
    {
        return look(m_rows[size_t(row)], column, role);
    }

    std::vector<Row> m_rows;
};

template <typename Row>
void RowTable<Row>::setRows(std::vector<Row> rows)
{
    const size_t common = std::min(rows.size(), m_rows.size());
    if (m_rows.size() > common) {
        beginRemoveRows({}, int(common), int(m_rows.size()) - 1);
        m_rows.resize(common);
        endRemoveRows();
    }
    size_t first = 0;
    while (first < common && rows[first] == m_rows[first])
        ++first;
    size_t end = common;
    while (end > first && rows[end - 1] == m_rows[end - 1])
        --end;
    std::move(rows.begin(), rows.begin() + qsizetype(common), m_rows.begin());
    if (first < end)
        Q_EMIT dataChanged(index(int(first), 0), index(int(end) - 1, columnCount() - 1));
    if (rows.size() > common) {
        beginInsertRows({}, int(common), int(rows.size()) - 1);
        std::move(rows.begin() + qsizetype(common), rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    }
}

template <typename Row>
void RowTable<Row>::resetRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace sonde::ui
