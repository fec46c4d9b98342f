// What keys and the mouse do to the lanes; see swimlanes.h.
#include "ui/protocol/swimlanes.h"
#include "ui/protocol/wire_selection.h"
#include "ui/protocol/wire_words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

namespace sonde::ui
{
namespace
{

constexpr qreal reach = 8;       // pixels from a mark at which a click still means it
constexpr double zoomStep = 1.5; // of a key or a notch of the wheel
constexpr double panStep = 0.15; // of what is in sight
constexpr double notch = 120;    // as QWheelEvent counts

} // namespace

// The one whose mark is nearest, its direction first.
std::optional<size_t> Swimlanes::rowAt(QPointF position) const
{
    const auto lane = laneAt(position);
    if (!lane || !plot().contains(position))
        return std::nullopt;
    const QRectF area = plot();
    const auto &rows = m_lanes[*lane].rows;
    const auto near =
        nearestRow(m_view, m_lanes[*lane], m_scale.moment(position.x(), area.left(), area.width()));
    if (!near)
        return std::nullopt;
    const auto place = std::ranges::lower_bound(rows, quint32(*near)) - rows.begin();
    std::optional<size_t> best;
    qreal bestDistance = reach;
    constexpr ptrdiff_t around = 16;
    const auto end = std::min<ptrdiff_t>(ptrdiff_t(rows.size()), place + around);
    for (auto i = std::max<ptrdiff_t>(0, place - around); i < end; ++i) {
        const QRectF mark = markIn(laneRectangle(*lane), rows[size_t(i)]);
        const qreal across =
            std::max({mark.left() - position.x(), position.x() - mark.right(), 0.0});
        const bool above = position.y() < mark.top() || position.y() > mark.bottom();
        const qreal distance = across + (above ? reach / 2 : 0);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = rows[size_t(i)];
        }
    }
    return best;
}

void Swimlanes::wheelEvent(QWheelEvent *event)
{
    const QPointF turned = event->angleDelta();
    const bool across = event->modifiers().testFlag(Qt::ShiftModifier) ||
                        std::abs(turned.x()) > std::abs(turned.y());
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / notch;
    m_kept.reset();
    const QRectF area = plot();
    if (across)
        m_scale.pan(-steps * panStep);
    else if (event->position().x() < area.left()) // over the labels it scrolls as everywhere
        verticalScrollBar()->setValue(verticalScrollBar()->value() - int(steps * 2 * laneHeight()));
    else
        m_scale.zoom(std::pow(zoomStep, steps),
                     m_scale.moment(event->position().x(), area.left(), area.width()));
    viewport()->update();
    event->accept();
}

void Swimlanes::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto row = rowAt(event->position()))
        m_selection->select(*row);
}

void Swimlanes::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    if (!area.contains(event->position())) {
        m_selection->pointAt(std::nullopt);
        return;
    }
    m_selection->pointAt(m_scale.moment(event->position().x(), area.left(), area.width()));
}

void Swimlanes::leaveEvent(QEvent *event)
{
    m_selection->pointAt(std::nullopt);
    QAbstractScrollArea::leaveEvent(event);
}

bool Swimlanes::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto row = rowAt(help->pos());
    const auto lane = laneAt(help->pos());
    if (row) {
        QString text = describe(*row) + QLatin1Char('\n') + wireRow(m_view, *row).summary;
        QToolTip::showText(help->globalPos(), text, viewport());
    } else if (lane && help->pos().x() < plot().left()) {
        QToolTip::showText(help->globalPos(), m_lanes[*lane].label, viewport());
    } else {
        QToolTip::hideText();
    }
    return true;
}

void Swimlanes::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        stepInLane(-1);
        break;
    case Qt::Key_Right:
        stepInLane(1);
        break;
    case Qt::Key_Up:
        stepToLane(-1);
        break;
    case Qt::Key_Down:
        stepToLane(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(zoomStep);
        break;
    case Qt::Key_Minus:
        zoom(1 / zoomStep);
        break;
    case Qt::Key_0:
        showStretch(Stretch::Whole);
        break;
    case Qt::Key_1:
        showStretch(Stretch::Request);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_kept.reset();
        m_scale.pan(event->key() == Qt::Key_PageUp ? -panStep * 4 : panStep * 4);
        viewport()->update();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void Swimlanes::stepInLane(int by)
{
    if (m_view.size() == 0)
        return;
    const auto row = m_selection->row();
    const auto lane = row ? laneOf(*row) : std::nullopt;
    if (!lane) {
        m_selection->select(m_subject.firstRow(m_view).value_or(0));
        return;
    }
    const auto &rows = m_lanes[*lane].rows;
    const auto place = std::ranges::lower_bound(rows, quint32(*row)) - rows.begin() + by;
    if (place >= 0 && size_t(place) < rows.size())
        m_selection->select(rows[size_t(place)]);
}

void Swimlanes::stepToLane(int by)
{
    const auto row = m_selection->row();
    const auto lane = row ? laneOf(*row) : std::nullopt;
    if (!lane) {
        stepInLane(0);
        return;
    }
    for (auto next = ptrdiff_t(*lane) + by; next >= 0 && size_t(next) < m_lanes.size();
         next += by) {
        if (const auto near = nearestRow(m_view, m_lanes[size_t(next)], m_view.at(*row))) {
            m_selection->select(*near);
            return;
        }
    }
}

} // namespace sonde::ui
