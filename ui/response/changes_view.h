// Two responses of one tab side by side, row by row: what differs stands out. GUI thread.
#pragma once

#include "ui/response/change_list.h"
#include "ui/widgets/row_table.h"

#include <QWidget>

class QTableView;

namespace sonde::ui
{

class ChangesModel : public RowTable<Change>
{
    Q_OBJECT
public:
    enum Column { What, Before, Now, Difference, Columns };

    explicit ChangesModel(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const Change &change, int column) const override;
    [[nodiscard]] QVariant look(const Change &change, int column, int role) const override;
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
