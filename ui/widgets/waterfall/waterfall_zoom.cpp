// Which part of the time a waterfall shows, and the keys and the wheel that change it.
#include "ui/widgets/waterfall/waterfall.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace sonde::ui
{
namespace
{

using std::chrono::nanoseconds;

constexpr nanoseconds leastWindow = std::chrono::microseconds(10);
constexpr double zoomStep = 1.5;
constexpr double panShare = 0.25; // of what is in sight

nanoseconds scaled(nanoseconds time, double by)
{
    return nanoseconds(qint64(double(time.count()) * by));
}

} // namespace

void Waterfall::setWindow(nanoseconds from, nanoseconds length)
{
    m_zoomed = length < m_length;
    m_from = from;
    m_window = std::max(length, leastWindow);
    keepWindow();
    update();
    Q_EMIT zoomChanged();
}

// Within what there is; all of it while nobody zooms.
void Waterfall::keepWindow()
{
    // In and out again may end a nanosecond beside where it began.
    if (!m_zoomed || m_window >= m_length - m_length / 1000) {
        m_zoomed = false;
        m_from = nanoseconds(0);
        m_window = m_length;
        return;
    }
    m_from = std::clamp(m_from, nanoseconds(0), m_length - m_window);
}

void Waterfall::showAll()
{
    setWindow(nanoseconds(0), m_length);
}

void Waterfall::zoom(double factor)
{
    zoomRound(factor, m_start + m_from + m_window / 2);
}

// The moment stays where it is.
void Waterfall::zoomRound(double factor, trace::Stamp middle)
{
    const auto length = std::max(scaled(m_window, 1 / factor), leastWindow);
    const auto before = middle - (m_start + m_from);
    const double share = double(before.count()) / double(m_window.count());
    setWindow(middle - m_start - scaled(length, share), length);
}

bool Waterfall::isInSight(trace::Stamp start, trace::Stamp end) const
{
    const trace::Stamp from = m_start + m_from;
    return end >= from && start <= from + m_window;
}

trace::Stamp Waterfall::stampAt(qreal x) const
{
    const QRectF area = plot();
    const double share = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
    return m_start + m_from + scaled(m_window, share);
}

void Waterfall::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier) || event->angleDelta().y() == 0) {
        QWidget::wheelEvent(event);
        return;
    }
    const double steps = event->angleDelta().y() / 120.0;
    zoomRound(std::pow(zoomStep, steps), stampAt(event->position().x()));
    event->accept();
}

void Waterfall::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomStep);
    case Qt::Key_Minus:
        return zoom(1 / zoomStep);
    case Qt::Key_0:
        return showAll();
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool back = event->key() == Qt::Key_Left;
        return setWindow(m_from + scaled(m_window, back ? -panShare : panShare), m_window);
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int by = event->key() == Qt::Key_Up ? -1 : 1;
        if (m_rows.empty())
            return;
        const int row = std::clamp(m_current + by, 0, int(m_rows.size()) - 1);
        if (row == m_current)
            return;
        setCurrentRow(row);
        Q_EMIT rowActivated(row);
        return;
    }
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace sonde::ui
