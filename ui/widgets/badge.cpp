#include "ui/widgets/badge.h"

#include <QPainter>

namespace sonde::ui
{
namespace
{

constexpr qreal tint = 0.13; // of the colour over the ground

} // namespace

Badge::Badge(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::NoTextInteraction);
    setVisible(false);
    connect(&Theme::instance(), &Theme::changed, this, &Badge::recolor);
    recolor();
}

void Badge::say(const QString &text, Token token, Style style, const QString &hint)
{
    if (text != this->text())
        setText(text);
    if (hint != toolTip()) {
        setToolTip(hint);
        setAccessibleDescription(hint);
    }
    const int side = style == Style::Plain ? 0 : 7;
    if (token != m_token || style != m_style || margin() != 0) {
        m_token = token;
        m_style = style;
        recolor();
    }
    setContentsMargins(side, 2, side, 2);
    setVisible(!text.isEmpty());
}

void Badge::recolor()
{
    QPalette colors = palette();
    colors.setColor(
        QPalette::WindowText,
        Theme::instance().color(m_style == Style::Filled ? Token::DangerFillText : m_token));
    setPalette(colors);
    update();
}

void Badge::paintEvent(QPaintEvent *event)
{
    if (m_style != Style::Plain) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground =
            Theme::instance().color(m_style == Style::Filled ? Token::DangerFill : m_token);
        if (m_style == Style::Tinted)
            ground.setAlphaF(float(tint));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect(), 4, 4);
    }
    QLabel::paintEvent(event);
}

} // namespace sonde::ui
