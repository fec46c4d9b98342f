#include "ui/shell/palette_delegate.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace sonde::ui
{

namespace
{

constexpr int padding = 8;

void drawName(QPainter *painter, const QRect &rect, const QString &name, const QList<int> &bold)
{
    QTextLayout layout(name, painter->font());
    QList<QTextLayout::FormatRange> formats;
    for (const int at : bold) {
        QTextLayout::FormatRange range{.start = at, .length = 1, .format = {}};
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(Theme::instance().color(Token::Accent));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool current = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (current || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(current ? Token::Selection : Token::SurfaceAlternate));
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 4, 4);
    }
    QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    const QString detail = index.data(DetailRole).toString();
    const bool blocked = index.data(BlockedRole).toBool();
    painter->setFont(option.font);
    painter->setPen(theme.color(Token::Muted));
    const int detailWidth =
        std::min(option.fontMetrics.horizontalAdvance(detail) + 2, rect.width() / 2);
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(detail, Qt::ElideLeft, detailWidth));
    rect.setRight(rect.right() - detailWidth - padding);
    if (const QString method = index.data(MethodRole).toString(); !method.isEmpty()) {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(theme.color(methodToken(method.toLatin1())));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, method.left(7));
        rect.setLeft(rect.left() + QFontMetrics(bold).horizontalAdvance(QStringLiteral("OPTIONS")) +
                     padding);
    }
    painter->setFont(option.font);
    painter->setPen(theme.color(blocked   ? Token::Disabled
                                : current ? Token::SelectionText
                                          : Token::Text));
    drawName(painter, rect,
             option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()),
             index.data(PositionsRole).value<QList<int>>());
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, option.fontMetrics.height() + 12};
}

} // namespace sonde::ui
