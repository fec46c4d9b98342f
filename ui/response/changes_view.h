// Two responses of one tab side by side, row by row: what differs stands out. GUI thread.
#pragma once

#include "ui/response/change_list.h"

#include <QAbstractTableModel>
#include <QWidget>

class QTableView;

namespace sonde::ui
{

class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Before, Now, Difference, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(std::vector<Change> changes);
    [[nodiscard]] const std::vector<Change> &changes() const { return m_changes; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<Change> m_changes;
};

class ChangesView : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesView(QWidget *parent = nullptr);

    void showChanges(std::vector<Change> changes);
    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();

    ChangesModel *m_model;
    QTableView *m_table;
};

} // namespace sonde::ui
