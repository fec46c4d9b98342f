// Rows of a short list of names, looking as those of the sidebar do. GUI thread.
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace sonde::ui
{

class ListRows : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static void drawFor(QAbstractItemView *list);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    using QStyledItemDelegate::QStyledItemDelegate;
};

} // namespace sonde::ui
