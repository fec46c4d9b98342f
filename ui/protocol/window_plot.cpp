#include "ui/protocol/window_plot.h"

#include "ui/protocol/time_axis.h"
#include "ui/protocol/wire_selection.h"
#include "ui/widgets/accessible_role.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

namespace sonde::ui
{
namespace
{

constexpr double zoomStep = 1.5;
constexpr double notch = 120; // as QWheelEvent counts
constexpr qreal labels = 150; // logical pixels for what stands left of a graph

} // namespace

WindowPlot::WindowPlot(WireSelection *selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("Windows in time"));
    connect(m_selection, &WireSelection::selected, this, qOverload<>(&QWidget::update));
    connect(m_selection, &WireSelection::pointed, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WindowPlot::show(WindowStory story, trace::Stamp zero)
{
    const bool other =
        story.stream != m_story.stream || zero != m_zero || story.direction != m_story.direction;
    m_story = std::move(story);
    m_zero = zero;
    m_highest = {1, 1};
    for (const auto &change : m_story.changes) {
        auto &most = m_highest[size_t(graphOf(change))];
        most = std::max(most, change.value);
    }
    m_zoomed = m_zoomed && !other;
    // What matters is the time of the stream, not that of the connection before and after it.
    std::optional<trace::Stamp> from;
    trace::Stamp to;
    for (const auto &change : m_story.changes) {
        if (change.stream != m_story.stream)
            continue;
        from = from.value_or(change.at);
        to = change.at;
    }
    if (from) {
        const auto margin = std::max((to - *from) / 25, std::chrono::nanoseconds(20'000));
        m_scale.setWhole(*from + -margin, to + margin);
        if (!m_zoomed)
            m_scale.fit();
    }
    setAccessibleDescription(storyText(m_story));
    update();
}

qint64 WindowPlot::highest(Graph graph) const
{
    return m_highest[size_t(graph)];
}

QRectF WindowPlot::plot(Graph graph) const
{
    const qreal head = fontMetrics().height() + 6;
    const qreal height = (this->height() - head - 10) / 2;
    const qreal top = head + 4 + (graph == Graph::Stream ? 0 : height + 4);
    return {labels, top, std::max(width() - labels - 8, 20.0), std::max(height - 4, 10.0)};
}

QPointF WindowPlot::pointOf(const trace::WindowChange &change) const
{
    const QRectF area = plot(graphOf(change));
    const double share =
        double(std::max<qint64>(change.value, 0)) / double(highest(graphOf(change)));
    return {m_scale.x(change.at, area.left(), area.width()), area.bottom() - share * area.height()};
}

void WindowPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Token::Surface));
    if (m_story.changes.empty())
        return;
    const QRectF all = plot(Graph::Stream).united(plot(Graph::Connection));
    paintTimeAxis(painter, {0, 0, qreal(width()), qreal(fontMetrics().height() + 6)}, all, m_scale,
                  m_zero);
    for (const Graph graph : {Graph::Stream, Graph::Connection})
        paintGraph(painter, graph);
    painter.setClipRect(all);
    if (m_selection->cursor())
        paintTimeCursor(painter, all, m_scale, *m_selection->cursor());
    painter.setClipping(false);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::instance().color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void WindowPlot::paintGraph(QPainter &painter, Graph graph) const
{
    const Theme &theme = Theme::instance();
    const QRectF area = plot(graph);
    painter.setPen(theme.color(Token::Text));
    const QString name =
        graph == Graph::Stream ? tr("stream %1").arg(m_story.stream) : tr("connection");
    painter.drawText(QRectF(8, area.top(), labels - 14, fontMetrics().height()), Qt::AlignLeft,
                     name);
    painter.setPen(theme.color(Token::Muted));
    painter.drawText(
        QRectF(8, area.top() + fontMetrics().height(), labels - 14, fontMetrics().height()),
        Qt::AlignLeft, tr("up to %1").arg(octetsText(highest(graph))));
    painter.save();
    painter.setClipRect(area.adjusted(0, -1, 0, 2));
    paintStalls(painter, area);
    paintSteps(painter, graph);
    painter.restore();
    painter.setPen(theme.color(Token::Border));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void WindowPlot::paintStalls(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = Theme::instance();
    for (const trace::Stall &stall : m_story.stalls) {
        const double left = m_scale.x(stall.from, area.left(), area.width());
        const double right = m_scale.x(stall.to, area.left(), area.width());
        const QRectF rect(left, area.top(), std::max(right - left, 2.0), area.height());
        painter.fillRect(rect, theme.color(Token::DangerSurface));
        // Inferred ones are hatched: never mistaken for what was seen.
        const bool exact = stall.certainty == trace::Stall::Certainty::Exact;
        painter.fillRect(rect, QBrush(theme.color(Token::PhaseFailed),
                                      exact ? Qt::Dense6Pattern : Qt::BDiagPattern));
    }
}

void WindowPlot::paintSteps(QPainter &painter, Graph graph) const
{
    const Theme &theme = Theme::instance();
    const QRectF area = plot(graph);
    QPainterPath steps;
    std::optional<QPointF> last;
    std::vector<QPointF> marked;
    for (const auto &change : m_story.changes) {
        if (graphOf(change) != graph)
            continue;
        const QPointF point = pointOf(change);
        if (!last) {
            steps.moveTo(point);
        } else {
            steps.lineTo(point.x(), last->y());
            steps.lineTo(point);
        }
        last = point;
        if (m_selection->row() == size_t(change.frame))
            marked.push_back(point);
    }
    if (!last)
        return;
    steps.lineTo(area.right(), last->y());
    painter.setPen(
        QPen(theme.color(graph == Graph::Stream ? Token::PhaseReceive : Token::PhaseTls), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(steps);
    painter.setBrush(theme.color(Token::Accent));
    for (const QPointF &point : marked)
        painter.drawEllipse(point, 4, 4);
}

std::optional<size_t> WindowPlot::nearestChange(QPointF position) const
{
    constexpr qreal reach = 24;
    std::optional<size_t> best;
    qreal bestDistance = reach;
    for (size_t i = 0; i < m_story.changes.size(); ++i) {
        const auto &change = m_story.changes[i];
        const QRectF area = plot(graphOf(change));
        if (position.y() < area.top() - 4 || position.y() > area.bottom() + 4)
            continue;
        const qreal distance =
            std::abs(m_scale.x(change.at, area.left(), area.width()) - position.x());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = i;
        }
    }
    return best;
}

void WindowPlot::mousePressEvent(QMouseEvent *event)
{
    if (const auto change = nearestChange(event->position()))
        m_selection->select(size_t(m_story.changes[*change].frame));
}

void WindowPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot(Graph::Stream);
    const double x = event->position().x();
    if (x < area.left() || x > area.right())
        m_selection->pointAt(std::nullopt);
    else
        m_selection->pointAt(m_scale.moment(x, area.left(), area.width()));
}

void WindowPlot::leaveEvent(QEvent *event)
{
    m_selection->pointAt(std::nullopt);
    QWidget::leaveEvent(event);
}

void WindowPlot::wheelEvent(QWheelEvent *event)
{
    const QRectF area = plot(Graph::Stream);
    m_zoomed = true;
    m_scale.zoom(std::pow(zoomStep, event->angleDelta().y() / notch),
                 m_scale.moment(event->position().x(), area.left(), area.width()));
    update();
    event->accept();
}

void WindowPlot::keyPressEvent(QKeyEvent *event)
{
    const auto middle = m_scale.from() + m_scale.length() / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_scale.zoom(zoomStep, middle);
        break;
    case Qt::Key_Minus:
        m_scale.zoom(1 / zoomStep, middle);
        break;
    case Qt::Key_0:
        m_scale.fit();
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    m_zoomed = event->key() != Qt::Key_0;
    update();
}

// To the next step of a window, from the frame that is selected.
void WindowPlot::step(int by)
{
    const auto &changes = m_story.changes;
    if (changes.empty())
        return;
    const quint64 at = m_selection->row().value_or(0);
    if (by > 0) {
        const auto next = std::ranges::upper_bound(changes, at, {}, &trace::WindowChange::frame);
        if (next != changes.end())
            m_selection->select(size_t(next->frame));
    } else {
        const auto here = std::ranges::lower_bound(changes, at, {}, &trace::WindowChange::frame);
        if (here != changes.begin())
            m_selection->select(size_t(std::prev(here)->frame));
    }
}

} // namespace sonde::ui
