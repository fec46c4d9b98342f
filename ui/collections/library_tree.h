// The tree of the sidebar: names edited in place, rows dragged to where they belong. Says what a
// person wants; the disk is somebody else's. GUI thread.
#pragma once

#include "ui/collections/library_place.h"

#include <QTreeView>

namespace sonde::ui
{

class LibraryTree : public QTreeView
{
    Q_OBJECT
public:
    explicit LibraryTree(QWidget *parent = nullptr);

    [[nodiscard]] static LibraryPlace placeOf(const QModelIndex &index);
    // Nothing without a current row.
    [[nodiscard]] std::optional<LibraryPlace> currentPlace() const;
    // Where the current row would stand one step up (-1) or down (1); nothing at the ends.
    [[nodiscard]] std::optional<LibraryTarget> targetOfStep(int by) const;
    void editCurrentName();

Q_SIGNALS:
    void chosen(const QModelIndex &index); // by Enter or a double click
    void moveWanted(const sonde::ui::LibraryPlace &what, const sonde::ui::LibraryTarget &where);

protected:
    void startDrag(Qt::DropActions supported) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] std::optional<LibraryTarget> targetOf(const LibraryPlace &what,
                                                        const QDropEvent *event) const;

    std::optional<LibraryPlace> m_dragged;
};

} // namespace sonde::ui
