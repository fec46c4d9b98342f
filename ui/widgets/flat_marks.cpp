#include "ui/widgets/flat_marks.h"

#include <QPainter>
#include <QStyleOption>

namespace sonde::ui
{

QColor inkFor(const QStyleOption *option, Token token)
{
    return Theme::instance().color(option->state & QStyle::State_Enabled ? token : Token::Disabled);
}

void drawIndicator(const QStyleOption *option, QPainter *painter, Mark mark)
{
    const Theme &theme = Theme::instance();
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = option->state & QStyle::State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(inkFor(option, on ? Token::Accent : Token::Muted), 1.2));
    painter->setBrush(on ? QBrush(inkFor(option, Token::Accent))
                         : QBrush(theme.color(Token::Surface)));
    const qreal bend = mark == Mark::Dot ? box.width() / 2 : 3;
    painter->drawRoundedRect(box, bend, bend);
    if (on && mark == Mark::Dot) {
        painter->setBrush(theme.color(Token::AccentText));
        painter->drawEllipse(box.center(), box.width() / 5, box.width() / 5);
    } else if (on) {
        painter->setPen(
            QPen(theme.color(Token::AccentText), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF points[] = {box.topLeft() + QPointF(box.width() * 0.22, box.height() * 0.53),
                                  box.topLeft() + QPointF(box.width() * 0.42, box.height() * 0.72),
                                  box.topLeft() + QPointF(box.width() * 0.78, box.height() * 0.30)};
        painter->drawPolyline(points, 3);
    } else if (option->state & QStyle::State_NoChange) {
        painter->drawLine(
            QLineF(box.left() + 3, box.center().y(), box.right() - 3, box.center().y()));
    }
    painter->restore();
}

void drawTool(const QStyleOption *option, QPainter *painter)
{
    constexpr qreal corner = 4;
    const Theme &theme = Theme::instance();
    const bool on = option->state & QStyle::State_On;
    const bool down = option->state & QStyle::State_Sunken;
    const bool over =
        option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->state & QStyle::State_HasFocus ? QPen(theme.color(Token::Focus), 2)
                                                           : QPen(Qt::NoPen));
    painter->setBrush(on || down || over
                          ? QBrush(theme.color(on && !down ? Token::Selection : Token::Border))
                          : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), corner, corner);
    painter->restore();
}

void drawFocus(const QRect &rect, QPainter *painter)
{
    constexpr qreal corner = 4;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::instance().color(Token::Focus), 2));
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), corner, corner);
    painter->restore();
}

void drawChevron(const QRect &rect, const QColor &ink, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF center = QRectF(rect).center();
    const QPointF points[] = {center + QPointF(-3.5, -1.5), center + QPointF(0, 2),
                              center + QPointF(3.5, -1.5)};
    painter->drawPolyline(points, 3);
    painter->restore();
}

} // namespace sonde::ui
