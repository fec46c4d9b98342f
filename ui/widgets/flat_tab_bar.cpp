#include "ui/widgets/flat_tab_bar.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

#include <QHoverEvent>
#include <QPainter>

namespace sonde::ui
{

namespace
{

constexpr int sidePadding = 12;
constexpr int badgeGap = 6;
constexpr int badgePadding = 5;

} // namespace

FlatTabBar::FlatTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setDocumentMode(true);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void FlatTabBar::setBadge(int index, const QString &badge, const QString &spoken)
{
    if (index < 0 || index >= count() || this->badge(index) == badge)
        return;
    setTabData(index, badge);
    QString name = tabText(index).remove(u'&');
    if (!badge.isEmpty())
        name += QStringLiteral(", ") + (spoken.isEmpty() ? badge : spoken);
    setAccessibleTabName(index, name);
    // Nothing else makes QTabBar lay its tabs out again when only our own data changed.
    setTabText(index, tabText(index));
    updateGeometry();
    QResizeEvent again(size(), size());
    QTabBar::resizeEvent(&again);
    update();
}

QString FlatTabBar::badge(int index) const
{
    return tabData(index).toString();
}

QFont FlatTabBar::badgeFont() const
{
    return smallFont(font());
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    int width = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width() + 2 * sidePadding;
    if (const QString text = badge(index); !text.isEmpty())
        width += badgeGap + QFontMetrics(badgeFont()).horizontalAdvance(text) + 2 * badgePadding;
    return {width, fontMetrics().height() + 14};
}

QSize FlatTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

bool FlatTabBar::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter) {
        m_hovered = tabAt(static_cast<QHoverEvent *>(event)->position().toPoint());
        update();
    } else if (event->type() == QEvent::HoverLeave) {
        m_hovered = -1;
        update();
    }
    return QTabBar::event(event);
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void FlatTabBar::paintTab(QPainter &painter, int index) const
{
    const Theme &theme = Theme::instance();
    const bool current = index == currentIndex();
    QRect rect = tabRect(index);
    if (!isTabEnabled(index))
        painter.setOpacity(0.5);
    const QColor ink = theme.color(current || index == m_hovered ? Token::Text : Token::Muted);

    if (current) {
        const QRectF line(rect.left() + sidePadding - 4, rect.bottom() - 1.5,
                          rect.width() - 2 * (sidePadding - 4), 2.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        painter.drawRoundedRect(line, 1.2, 1.2);
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(Token::Accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -5), 4, 4);
        }
    }
    rect.adjust(sidePadding, 0, -sidePadding, -2);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, tabText(index));

    if (const QString text = badge(index); !text.isEmpty()) {
        painter.setFont(badgeFont());
        const QFontMetrics metrics(badgeFont());
        const int width = metrics.horizontalAdvance(text) + 2 * badgePadding;
        const QRect pill(rect.right() + 1 - width, rect.center().y() - metrics.height() / 2, width,
                         metrics.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Border));
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(pill, Qt::AlignCenter, text);
        painter.setFont(font());
    }
    painter.setOpacity(1);
}

} // namespace sonde::ui
