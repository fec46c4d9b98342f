#include "ui/shell/tab_strip.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_paint.h"

#include <QHoverEvent>
#include <QPainter>

#include <algorithm>

namespace sonde::ui
{

namespace
{

constexpr int padding = 12;
constexpr int gap = 6;
constexpr int closeSize = 16;

} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setMovable(true);
    setExpanding(false);
    setDrawBase(false);
    setDocumentMode(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setSelectionBehaviorOnRemove(SelectPreviousTab);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Open requests"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TabStrip::setFace(int index, const TabFace &face)
{
    if (index < 0 || index >= count() || this->face(index) == face)
        return;
    setTabData(index, QVariant::fromValue(face));
    setTabText(index, face.title);
    setTabToolTip(index, face.toolTip);
    QString spoken = face.method + u' ' + face.title;
    if (face.dirty)
        spoken = tr("%1, not saved").arg(spoken);
    if (face.running)
        spoken = tr("%1, running").arg(spoken);
    setAccessibleTabName(index, spoken);
    update();
}

TabFace TabStrip::face(int index) const
{
    return tabData(index).value<TabFace>();
}

QFont TabStrip::methodFont() const
{
    return strongFont(smallFont(font()));
}

QSize TabStrip::tabSizeHint(int index) const
{
    const TabFace one = face(index);
    const int method = QFontMetrics(methodFont()).horizontalAdvance(shortMethod(one.method));
    const int wanted =
        2 * padding + method + 2 * gap + closeSize + fontMetrics().horizontalAdvance(one.title);
    return {std::clamp(wanted, 120, 230), fontMetrics().height() + 16};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return {96, tabSizeHint(index).height()};
}

QRect TabStrip::closeRect(int index) const
{
    const QRect tab = tabRect(index);
    return {tab.right() - padding - closeSize + 5, tab.center().y() - closeSize / 2 + 1, closeSize,
            closeSize};
}

bool TabStrip::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter) {
        m_pointer = static_cast<QHoverEvent *>(event)->position().toPoint();
        update();
    } else if (event->type() == QEvent::HoverLeave) {
        m_pointer = {-1, -1};
        update();
    }
    return QTabBar::event(event);
}

// Tabs that came while nobody saw the strip were measured by its own layout alone: the row it
// stands in still has the width of before.
void TabStrip::showEvent(QShowEvent *event)
{
    QTabBar::showEvent(event);
    updateGeometry();
}

void TabStrip::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int index = tabAt(at);
    m_pressedClose = -1;
    m_pressedMiddle = event->button() == Qt::MiddleButton ? index : -1;
    if (event->button() == Qt::LeftButton && index >= 0 && closeRect(index).contains(at)) {
        m_pressedClose = index;
        return;
    }
    QTabBar::mousePressEvent(event);
}

void TabStrip::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int index = tabAt(at);
    const bool close =
        m_pressedClose >= 0 && index == m_pressedClose && closeRect(index).contains(at);
    const bool middle = m_pressedMiddle >= 0 && index == m_pressedMiddle;
    m_pressedClose = -1;
    m_pressedMiddle = -1;
    QTabBar::mouseReleaseEvent(event);
    if (close || middle)
        Q_EMIT tabCloseRequested(index);
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void TabStrip::paintTab(QPainter &painter, int index) const
{
    const Theme &theme = Theme::instance();
    const QRect rect = tabRect(index);
    const bool current = index == currentIndex();
    const TabFace one = face(index);
    if (current) {
        painter.fillRect(rect, theme.color(Token::Surface));
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2),
                         theme.color(Token::Accent));
    } else if (rect.contains(m_pointer)) {
        painter.fillRect(rect, theme.color(Token::SurfaceAlternate));
    }
    painter.setPen(theme.color(Token::Border));
    painter.drawLine(rect.right(), rect.top() + (current ? 0 : 8), rect.right(),
                     rect.bottom() - (current ? 0 : 8));
    if (hasFocus() && current) {
        painter.setPen(QPen(theme.color(Token::Focus), 2));
        painter.drawRoundedRect(QRectF(rect).adjusted(3, 4, -3, -3), 3, 3);
    }
    paintText(painter, rect, one, current);
    paintClose(painter, index, one);
}

void TabStrip::paintText(QPainter &painter, const QRect &rect, const TabFace &face,
                         bool current) const
{
    const Theme &theme = Theme::instance();
    QRect text = rect.adjusted(padding, 2, -padding - closeSize, 0);
    const QString method = shortMethod(face.method);
    painter.setFont(methodFont());
    painter.setPen(theme.color(methodToken(face.method.toLatin1())));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, method);
    text.setLeft(text.left() + QFontMetrics(methodFont()).horizontalAdvance(method) + gap);
    painter.setFont(font());
    painter.setPen(theme.color(current ? Token::Text : Token::Muted));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(face.title, Qt::ElideRight, text.width()));
}

void TabStrip::paintClose(QPainter &painter, int index, const TabFace &face) const
{
    const Theme &theme = Theme::instance();
    const QRect box = closeRect(index);
    const bool over = box.contains(m_pointer);
    const bool shown =
        over || tabRect(index).contains(m_pointer) || (index == currentIndex() && !face.dirty);
    if (face.running && !over) {
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(box).adjusted(4, 4, -4, -4));
    } else if (shown) {
        if (over) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::Border));
            painter.drawRoundedRect(box, 3, 3);
        }
        icon("close").paint(&painter, box.adjusted(2, 2, -2, -2));
    } else if (face.dirty) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        painter.drawEllipse(QRectF(box).adjusted(4.5, 4.5, -4.5, -4.5));
    }
}

} // namespace sonde::ui
