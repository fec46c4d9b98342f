// A table of app/lab in a view: what a report prints, to be read, sorted through and copied. GUI
// thread.
#pragma once

#include "lab/report_table.h"

#include <QTableView>

class QStandardItemModel;

namespace sonde::ui
{

class LabTable : public QTableView
{
    Q_OBJECT
public:
    // `corner` names the first column, which holds the names of the rows.
    LabTable(const QString &name, const QString &corner, QWidget *parent = nullptr);
    void showTable(const lab::Table &table);
    void chooseRow(int row);
    [[nodiscard]] QString cell(int row, int column) const;

Q_SIGNALS:
    void rowActivated(int row); // Return or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override; // Ctrl+C: the chosen rows in columns

private:
    QString m_corner;
    QStandardItemModel *m_model;
};

} // namespace sonde::ui
