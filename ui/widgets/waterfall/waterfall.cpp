#include "ui/widgets/waterfall/waterfall.h"

#include "ui/widgets/accessible_role.h"
#include "ui/widgets/format.h"
#include "ui/widgets/waterfall/phase_look.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace sonde::ui
{
namespace
{

constexpr int pad = 10;
constexpr qreal leastBar = 2;   // a phase of microseconds is still there
constexpr int marksApart = 110; // least distance of two marks on the axis
constexpr qreal titleShare = 0.26;

// Round numbers stay round: "50 ms", not "50.0 ms".
QString axisText(std::chrono::nanoseconds at)
{
    const double ms = double(at.count()) / 1e6;
    if (ms < 10'000)
        return Waterfall::tr("%1 ms").arg(QLocale().toString(ms, 'g', 6));
    return Waterfall::tr("%1 s").arg(QLocale().toString(ms / 1000, 'g', 6));
}

} // namespace

Waterfall::Waterfall(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("Timing waterfall"));
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Waterfall::setRows(std::vector<WaterfallRow> rows)
{
    if (rows == m_rows)
        return;
    const bool sameSize = rows.size() == m_rows.size() && rows.size() > 0;
    m_rows = std::move(rows);
    m_start = {};
    m_length = std::chrono::nanoseconds(1);
    if (!m_rows.empty()) {
        trace::Stamp end = m_rows.front().end;
        m_start = m_rows.front().start;
        for (const WaterfallRow &row : m_rows) {
            m_start = std::min(m_start, row.start);
            end = std::max(end, row.end);
        }
        m_length = std::max(end - m_start, std::chrono::nanoseconds(1));
    }
    keepWindow();
    m_current = std::min(m_current, int(m_rows.size()) - 1);
    setAccessibleDescription(
        tr("%n request(s), %1 in all", nullptr, int(m_rows.size())).arg(durationText(m_length)));
    if (!sameSize)
        updateGeometry();
    update();
}

void Waterfall::setCurrentRow(int row)
{
    m_current = row;
    update();
}

int Waterfall::rowHeight() const
{
    return fontMetrics().height() + 12;
}

int Waterfall::axisHeight() const
{
    return fontMetrics().height() + 8;
}

QSize Waterfall::sizeHint() const
{
    const int rows = std::max(1, int(m_rows.size()));
    return {600, axisHeight() + rows * rowHeight() + fontMetrics().height() + 2 * pad};
}

QSize Waterfall::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

QRectF Waterfall::plot() const
{
    const qreal titles = std::clamp(width() * titleShare, 90.0, 260.0);
    const int totals = fontMetrics().horizontalAdvance(QStringLiteral("000.0 ms")) + pad;
    return {titles, 0, std::max(width() - titles - totals - pad, 40.0), qreal(height())};
}

QRectF Waterfall::rowRectangle(int row) const
{
    return {0, qreal(axisHeight() + row * rowHeight()), qreal(width()), qreal(rowHeight())};
}

int Waterfall::rowAt(QPointF position) const
{
    const int row = int(position.y() - axisHeight()) / rowHeight();
    return position.y() >= axisHeight() && row < int(m_rows.size()) ? row : -1;
}

qreal Waterfall::xOf(trace::Stamp stamp) const
{
    const QRectF area = plot();
    const double share = double((stamp - m_start - m_from).count()) / double(m_window.count());
    return area.left() + std::clamp(share, 0.0, 1.0) * area.width();
}

QRectF Waterfall::barRectangle(int row, const PhaseBar &bar) const
{
    const QRectF line = rowRectangle(row);
    const qreal left = std::min(xOf(bar.start), plot().right() - leastBar);
    const qreal right = std::max(xOf(bar.end), left + leastBar);
    // An interim head comes while we wait: a slim mark across the wait's bar.
    const qreal inset = bar.phase == trace::Phase::Interim ? 3 : 6;
    return {left, line.top() + inset, right - left, line.height() - 2 * inset};
}

void Waterfall::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Token::Surface));
    if (m_rows.empty())
        return;
    paintAxis(painter);
    for (int row = 0; row < int(m_rows.size()); ++row)
        paintRow(painter, row);
    paintCursor(painter);
    paintLegend(painter);
}

void Waterfall::paintAxis(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const QRectF area = plot();
    const auto step = axisStep(m_window, std::max(1, int(area.width()) / marksApart));
    const qreal bottom = rowRectangle(int(m_rows.size())).top();
    const auto first = (m_from + step - std::chrono::nanoseconds(1)) / step * step;
    for (auto at = first; at <= m_from + m_window; at += step) {
        const qreal x = xOf(m_start + at);
        painter.setPen(theme.color(Token::Border));
        painter.drawLine(QPointF(x, axisHeight() - 4), QPointF(x, bottom));
        painter.setPen(theme.color(Token::Muted));
        const QString text = axisText(at);
        const int width = fontMetrics().horizontalAdvance(text);
        if (x + 4 + width <= this->width())
            painter.drawText(QPointF(x + 4, fontMetrics().ascent() + 3), text);
    }
    painter.setPen(theme.color(Token::Border));
    painter.drawLine(QPointF(0, axisHeight() - 1), QPointF(width(), axisHeight() - 1));
}

void Waterfall::paintRow(QPainter &painter, int row) const
{
    const Theme &theme = Theme::instance();
    const WaterfallRow &exchange = m_rows[size_t(row)];
    const QRectF line = rowRectangle(row);
    if (row == m_current && m_rows.size() > 1)
        painter.fillRect(line, theme.color(Token::Selection));
    const QRectF area = plot();
    const QString status = exchange.status > 0 ? QString::number(exchange.status) : QString();
    const int statusWidth = fontMetrics().horizontalAdvance(QStringLiteral("000"));
    QRectF title(pad, line.top(), area.left() - 2 * pad - statusWidth, line.height());
    painter.setPen(theme.color(Token::Text));
    painter.drawText(title, Qt::AlignVCenter,
                     fontMetrics().elidedText(exchange.title, Qt::ElideMiddle, int(title.width())));
    painter.setPen(theme.color(statusToken(exchange.status)));
    painter.drawText(
        QRectF(area.left() - pad - statusWidth, line.top(), statusWidth, line.height()),
        Qt::AlignVCenter | Qt::AlignRight, status);
    for (const PhaseBar &bar : exchange.bars) {
        if (isInSight(bar.start, bar.end))
            paintBar(painter, row, bar);
    }
    for (const WaterfallMark &mark : exchange.marks) {
        if (isInSight(mark.start, mark.end))
            paintMark(painter, row, mark);
    }
    painter.setPen(theme.color(exchange.over ? Token::Text : Token::Muted));
    painter.drawText(
        QRectF(area.right() + 4, line.top(), width() - area.right() - pad, line.height()),
        Qt::AlignVCenter | Qt::AlignRight, durationText(exchange.end - exchange.start));
    if (hasFocus() && (row == m_current || m_rows.size() == 1)) {
        painter.setPen(QPen(theme.color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(line.adjusted(1, 1, -1, -1));
    }
}

void Waterfall::paintBar(QPainter &painter, int row, const PhaseBar &bar) const
{
    const Theme &theme = Theme::instance();
    const bool failed = bar.state == trace::PhaseState::Failed;
    const QColor color = theme.color(failed ? Token::PhaseFailed : phaseToken(bar.phase));
    const QRectF where = barRectangle(row, bar);
    painter.setPen(Qt::NoPen);
    if (bar.shared) {
        // Somebody else paid for it: an outline with hatching, never mistaken for own time.
        painter.setBrush(QBrush(color, Qt::BDiagPattern));
        painter.setPen(QPen(color, 1));
        painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.setBrush(color);
        painter.drawRect(where);
    }
    if (bar.state == trace::PhaseState::Running) {
        painter.setPen(QPen(color, 2, Qt::DotLine));
        painter.drawLine(where.topRight() + QPointF(2, 0), where.bottomRight() + QPointF(2, 0));
    }
    if (failed) {
        painter.setPen(theme.color(Token::Danger));
        painter.drawText(QRectF(where.right() + 3, where.top(), 20, where.height()),
                         Qt::AlignVCenter, statusShape(0));
    }
}

QRectF Waterfall::markRectangle(int row, const WaterfallMark &mark) const
{
    const QRectF line = rowRectangle(row);
    const qreal left = std::min(xOf(mark.start), plot().right() - leastBar);
    const qreal right = std::max(xOf(mark.end), left + leastBar);
    const qreal inset = mark.kind == WaterfallMark::Kind::Stall ? 9 : 10;
    return {left, line.top() + inset, right - left, line.height() - 2 * inset};
}

// What is estimated or inferred has a broken outline and hatching; what was measured is filled.
void Waterfall::paintMark(QPainter &painter, int row, const WaterfallMark &mark) const
{
    const Theme &theme = Theme::instance();
    const bool stall = mark.kind == WaterfallMark::Kind::Stall;
    const QColor color = theme.color(stall ? Token::PhaseFailed : Token::Surface);
    const QRectF where = markRectangle(row, mark).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color, 1, mark.exact ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(mark.exact ? QBrush(color) : QBrush(color, Qt::Dense5Pattern));
    painter.drawRect(where);
}

std::vector<trace::Phase> Waterfall::legend() const
{
    std::vector<trace::Phase> shown;
    const auto sameColor = [&shown](trace::Phase phase) {
        return std::any_of(shown.begin(), shown.end(), [phase](trace::Phase known) {
            return phaseToken(known) == phaseToken(phase);
        });
    };
    for (const WaterfallRow &row : m_rows) {
        for (const PhaseBar &bar : row.bars) {
            if (!sameColor(bar.phase))
                shown.push_back(bar.phase);
        }
    }
    std::sort(shown.begin(), shown.end());
    return shown;
}

void Waterfall::paintLegend(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    qreal x = pad;
    const qreal y = rowRectangle(int(m_rows.size())).top() + pad;
    const qreal side = fontMetrics().height() - 6;
    const auto family = [](trace::Phase phase) {
        switch (phaseToken(phase)) {
        case Token::PhaseSend:
            return tr("Send");
        case Token::PhaseWait:
            return tr("Wait");
        case Token::PhaseReceive:
            return tr("Receive");
        case Token::PhaseQueue:
            return tr("Queued");
        default:
            return phaseName(phase);
        }
    };
    for (const trace::Phase phase : legend()) {
        const QString name = family(phase);
        const int width = fontMetrics().horizontalAdvance(name);
        if (x + side + 6 + width > this->width())
            break;
        painter.fillRect(QRectF(x, y + 3, side, side), theme.color(phaseToken(phase)));
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(QPointF(x + side + 6, y + fontMetrics().ascent()), name);
        x += side + 6 + width + 2 * pad;
    }
    paintMarkLegend(painter, {x, y});
}

// What is drawn within the bars, if anything is.
void Waterfall::paintMarkLegend(QPainter &painter, QPointF at) const
{
    const Theme &theme = Theme::instance();
    const qreal side = fontMetrics().height() - 6;
    const auto has = [this](WaterfallMark::Kind kind) {
        return std::ranges::any_of(m_rows, [kind](const WaterfallRow &row) {
            return std::ranges::find(row.marks, kind, &WaterfallMark::kind) != row.marks.end();
        });
    };
    const auto add = [&](const QString &name, WaterfallMark::Kind kind) {
        const int width = fontMetrics().horizontalAdvance(name);
        if (!has(kind) || at.x() + side + 6 + width > this->width())
            return;
        const bool estimate = kind == WaterfallMark::Kind::Server;
        const QRectF box(at.x(), at.y() + 3, side, side);
        painter.fillRect(box, theme.color(estimate ? Token::PhaseWait : Token::PhaseFailed));
        if (estimate) {
            painter.setPen(QPen(theme.color(Token::Surface), 1, Qt::DashLine));
            painter.setBrush(QBrush(theme.color(Token::Surface), Qt::Dense5Pattern));
            painter.drawRect(box.adjusted(2.5, 2.5, -2.5, -2.5));
        }
        painter.setPen(theme.color(Token::Muted));
        painter.drawText(at + QPointF(side + 6, fontMetrics().ascent()), name);
        at.rx() += side + 6 + width + 2 * pad;
    };
    add(tr("Server (estimate)"), WaterfallMark::Kind::Server);
    add(tr("Stalled"), WaterfallMark::Kind::Stall);
}

QString Waterfall::tipAt(QPointF position) const
{
    const int row = rowAt(position);
    if (row < 0)
        return {};
    QStringList lines;
    for (const PhaseBar &bar : m_rows[size_t(row)].bars) {
        // A little more than the bar itself: a phase of microseconds is two pixels wide.
        if (!isInSight(bar.start, bar.end) ||
            !barRectangle(row, bar).adjusted(-2, -6, 2, 6).contains(position))
            continue;
        QString line = tr("%1: %2, from %3")
                           .arg(phaseName(bar.phase), durationText(bar.duration()),
                                durationText(bar.start - m_start));
        if (bar.shared)
            line += QLatin1Char('\n') + tr("Another request opened this connection.");
        if (bar.early)
            line += QLatin1Char('\n') + tr("The response began before the request was all sent.");
        lines << line;
    }
    for (const WaterfallMark &mark : m_rows[size_t(row)].marks) {
        if (isInSight(mark.start, mark.end) && markRectangle(row, mark).contains(position))
            lines << mark.tip;
    }
    return lines.join(QLatin1Char('\n'));
}

bool Waterfall::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

void Waterfall::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position());
    if (row < 0)
        return;
    const bool current = row == m_current;
    setCurrentRow(row);
    Q_EMIT rowActivated(row);
    if (current && plot().contains(event->position()))
        Q_EMIT momentChosen(stampAt(event->position().x()));
}

void Waterfall::setCursorMoment(std::optional<trace::Stamp> moment)
{
    if (moment == m_cursor)
        return;
    m_cursor = moment;
    update();
}

void Waterfall::paintCursor(QPainter &painter) const
{
    if (!m_cursor || !isInSight(*m_cursor, *m_cursor))
        return;
    const qreal x = xOf(*m_cursor);
    painter.setPen(QPen(Theme::instance().color(Token::Accent), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, axisHeight()), QPointF(x, rowRectangle(int(m_rows.size())).top()));
}

} // namespace sonde::ui
