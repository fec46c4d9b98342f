#include "ui/widgets/list_rows.h"

#include "ui/widgets/row_paint.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace sonde::ui
{

void ListRows::drawFor(QAbstractItemView *list)
{
    list->setItemDelegate(new ListRows(list));
}

void ListRows::paint(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(painter, row);
    painter->restore();
    if (row.state & QStyle::State_Selected)
        row.palette.setColor(QPalette::Text, Theme::instance().color(Token::SelectionText));
    // Drawn above; the style would mark no more than the words.
    row.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver | QStyle::State_HasFocus);
    row.rect.adjust(4, 0, -8, 0);
    row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
}

QSize ListRows::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(option.fontMetrics)};
}

} // namespace sonde::ui
