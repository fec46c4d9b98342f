#include "ui/request/send_button.h"

#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace sonde::ui
{

SendButton::SendButton(QWidget *parent)
    : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    setText(tr("Send"));
    setToolTip(
        tr("Send the request (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_face == Face::Send)
            Q_EMIT sendRequested();
        else
            Q_EMIT cancelRequested();
    });
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SendButton::setFace(Face face)
{
    if (face == m_face)
        return;
    m_face = face;
    setText(face == Face::Send ? tr("Send") : tr("Cancel"));
    const QString keys =
        QKeySequence(face == Face::Send ? Qt::CTRL | Qt::Key_Return : Qt::SHIFT | Qt::Key_Escape)
            .toString(QKeySequence::NativeText);
    setToolTip(face == Face::Send ? tr("Send the request (%1)").arg(keys)
                                  : tr("Stop, and keep what has arrived (%1)").arg(keys));
    update();
}

QSize SendButton::sizeHint() const
{
    // As wide as the wider word, so that nothing moves under the pointer.
    const QFontMetrics metrics(font());
    const int text =
        std::max(metrics.horizontalAdvance(tr("Send")), metrics.horizontalAdvance(tr("Cancel")));
    return {text + 36, metrics.height() + 14};
}

void SendButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    const bool send = m_face == Face::Send;
    QColor fill = theme.color(send ? Token::Accent : Token::DangerFill);
    if (isDown())
        fill = fill.darker(118);
    else if (underMouse())
        fill = fill.lighter(108);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const qreal inset = hasFocus() ? 3.5 : 1;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4.5, 4.5);
    painter.setPen(theme.color(send ? Token::AccentText : Token::DangerFillText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace sonde::ui
