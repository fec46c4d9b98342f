#include "ui/protocol/time_axis.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/waterfall/waterfall_row.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace sonde::ui
{
namespace
{

constexpr int marksApart = 100; // least distance of two marks

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::TimeAxis)
};

// Round numbers stay round: "50 ms", not "50.0 ms".
QString axisText(std::chrono::nanoseconds at)
{
    const double ms = double(at.count()) / 1e6;
    if (std::abs(ms) < 10'000)
        return Words::tr("%1 ms").arg(QLocale().toString(ms, 'g', 7));
    return Words::tr("%1 s").arg(QLocale().toString(ms / 1000, 'g', 7));
}

} // namespace

void paintTimeAxis(QPainter &painter, const QRectF &head, const QRectF &area,
                   const TimeScale &scale, trace::Stamp zero)
{
    const Theme &theme = Theme::instance();
    const auto metrics = painter.fontMetrics();
    const auto step = axisStep(scale.length(), std::max(1, int(area.width()) / marksApart));
    const qint64 first = (scale.from() - zero).count() / step.count();
    for (auto mark = first - 1;; ++mark) {
        const auto at = mark * step;
        const double x = scale.x(zero + at, area.left(), area.width());
        if (x > area.right())
            break;
        if (x < area.left())
            continue;
        painter.setPen(theme.color(Token::Border));
        painter.drawLine(QPointF(x, head.bottom() - 4), QPointF(x, area.bottom()));
        const QString text = axisText(at);
        if (x + 4 + metrics.horizontalAdvance(text) > area.right())
            continue;
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(QPointF(x + 4, head.top() + metrics.ascent() + 2), text);
    }
    painter.setPen(theme.color(Token::Border));
    painter.drawLine(head.bottomLeft(), head.bottomRight());
}

void paintTimeCursor(QPainter &painter, const QRectF &area, const TimeScale &scale,
                     trace::Stamp moment)
{
    if (moment < scale.from() || moment > scale.to())
        return;
    const double x = scale.x(moment, area.left(), area.width());
    painter.setPen(QPen(Theme::instance().color(Token::Accent), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

} // namespace sonde::ui
