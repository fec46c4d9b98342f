// One row of the command palette: method, name with the letters that fit in bold, keys or reason at
// the right. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace sonde::ui
{

class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { EntryRole = Qt::UserRole, DetailRole, MethodRole, PositionsRole, BlockedRole };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace sonde::ui
