#include "ui/widgets/row_paint.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace sonde::ui
{

int rowHeight(const QFontMetrics &font)
{
    return font.height() + 10;
}

void paintRowGround(QPainter *painter, const QStyleOptionViewItem &row)
{
    const Theme &theme = Theme::instance();
    const bool selected = row.state & QStyle::State_Selected;
    if (selected || row.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(selected ? Token::Selection : Token::SurfaceAlternate));
        painter->drawRoundedRect(row.rect.adjusted(0, 1, -4, -1), 4, 4);
    }
    if (row.state & QStyle::State_HasFocus && row.state & QStyle::State_KeyboardFocusChange) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme.color(Token::Focus), 2));
        painter->drawRoundedRect(QRectF(row.rect).adjusted(1, 2, -5, -2), 4, 4);
    }
}

QString shortMethod(const QString &method)
{
    if (method == QLatin1String("DELETE"))
        return QStringLiteral("DEL");
    if (method == QLatin1String("OPTIONS"))
        return QStringLiteral("OPT");
    if (method == QLatin1String("GRAPHQL"))
        return QStringLiteral("GQL");
    return method.left(6);
}

} // namespace sonde::ui
