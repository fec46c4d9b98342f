// A table whose rows a person adds, moves, switches and deletes with mouse or keys: Delete, Space,
// Alt+Up, Alt+Down. Works on any model whose last row is the empty one. GUI thread.
#pragma once

#include <QTableView>

namespace sonde::ui
{

class RowTable : public QTableView
{
    Q_OBJECT
public:
    explicit RowTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    // Each does what its button says to the selected rows; the empty row is left alone.
    void addRow();
    void removeSelected();
    enum class Direction : quint8 { Up, Down };
    void moveCurrent(Direction direction);
    void toggleSelected();
    [[nodiscard]] bool hasRealSelection() const;

Q_SIGNALS:
    void selectionMoved(); // what may be removed or moved has changed

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] QList<int> selectedRealRows() const; // descending
    [[nodiscard]] int realRows() const;
    void copySelected() const;
};

} // namespace sonde::ui
