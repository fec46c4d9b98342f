// The rows of a first look as a table with a gutter that marks what differs: all versions scroll in
// step because they are one table. GUI thread.
#pragma once

#include "ui/compare/look_rows.h"

#include <QTableView>

namespace sonde::ui
{

class LookModel;

class LookTable : public QTableView
{
    Q_OBJECT
public:
    explicit LookTable(QWidget *parent = nullptr);
    void showLook(const QStringList &heads, std::vector<LookRow> rows);
    [[nodiscard]] LookModel *look() const { return m_model; }

Q_SIGNALS:
    void sideActivated(int side); // a cell of its column: Return or a double click

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();

    LookModel *m_model;
};

} // namespace sonde::ui
