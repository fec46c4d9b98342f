// The list behind a table that a person edits: its last row is always an empty one, an invitation,
// that becomes real when something is typed into it. GUI thread.
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace sonde::ui
{

template <typename Row>
class InvitedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] bool isInvitation(const QModelIndex &index) const
    {
        return m_hasInvitation && index.isValid() && index.row() == int(m_rows.size());
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size()) + int(m_hasInvitation);
    }
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override
    {
        if (parent.isValid() || row < 0 || row > int(m_rows.size()) || count < 1)
            return false;
        beginInsertRows({}, row, row + count - 1);
        m_rows.insert(m_rows.begin() + row, size_t(count), Row{});
        endInsertRows();
        noteEdit();
        return true;
    }
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override
    {
        if (parent.isValid() || row < 0 || count < 1 || row + count > int(m_rows.size()))
            return false;
        beginRemoveRows({}, row, row + count - 1);
        m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
        endRemoveRows();
        noteEdit();
        return true;
    }
    // One row at a time.
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                  int destination) override
    {
        const int size = int(m_rows.size());
        if (from.isValid() || to.isValid() || count != 1 || row < 0 || row >= size ||
            destination < 0 || destination > size || !beginMoveRows({}, row, row, {}, destination))
            return false;
        const auto begin = m_rows.begin();
        if (destination > row)
            std::rotate(begin + row, begin + row + 1, begin + destination);
        else
            std::rotate(begin + destination, begin + row, begin + row + 1);
        endMoveRows();
        noteEdit();
        return true;
    }

protected:
    // A person changed the rows.
    virtual void noteEdit() = 0;

    // The invitation becomes `row` where it stands, so that its open editor survives; a new
    // invitation comes below it.
    void acceptInvitation(Row row)
    {
        const int below = int(m_rows.size()) + 1;
        m_rows.push_back(std::move(row));
        m_hasInvitation = false;
        beginInsertRows({}, below, below);
        m_hasInvitation = true;
        endInsertRows();
    }

    std::vector<Row> m_rows;

private:
    bool m_hasInvitation = true; // false only for the moment in which the empty row becomes real
};

} // namespace sonde::ui
