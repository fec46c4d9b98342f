#include "ui/response/tls_ladder.h"

#include "ui/widgets/accessible_role.h"
#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace sonde::ui
{
namespace
{

using trace::Direction;
using trace::TlsMessage;

Token tokenOf(const TlsMessage &message)
{
    if (message.kind == TlsMessage::Kind::Alert)
        return Token::Danger;
    return message.direction == Direction::Sent ? Token::PhaseSend : Token::PhaseReceive;
}

} // namespace

TlsLadder::TlsLadder(QObject *parent)
    : RowTable({{tr("Time"), Qt::AlignRight},
                //: the two sides of a conversation, left and right
                {tr("Sonde  ↔  server"), Qt::AlignHCenter},
                {tr("Octets"), Qt::AlignRight},
                {tr("On the wire")}},
               parent)
{
}

QString TlsLadder::cell(const TlsMessage &message, int column) const
{
    switch (column) {
    case Time:
        return durationText(message.at - rows().front().at);
    case Message:
        return QStringLiteral("%1 %2").arg(
            message.direction == Direction::Sent ? QStringLiteral("→") : QStringLiteral("←"),
            QString::fromLatin1(messageName(message)));
    case Octets:
        return QLocale().toString(message.octets);
    default:
        return message.encrypted ? tr("encrypted") : tr("in clear");
    }
}

QVariant TlsLadder::look(const TlsMessage &message, int column, int role) const
{
    const bool sent = message.direction == Direction::Sent;
    if (role == DirectionRole)
        return sent;
    if (role == Qt::AccessibleTextRole && column == Message)
        //: %1 the name of a TLS message
        return (sent ? tr("sent: %1") : tr("received: %1"))
            .arg(QString::fromLatin1(messageName(message)));
    if (role != Qt::ForegroundRole)
        return {};
    if (message.kind == TlsMessage::Kind::Alert)
        return Theme::instance().color(Token::Danger);
    return column == Message ? QVariant() : QVariant(Theme::instance().color(Token::Muted));
}

void RungDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    const QString name = plain.text.mid(2); // the arrow is drawn
    plain.text.clear();
    const QStyle *style = plain.widget ? plain.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);

    const Theme &theme = Theme::instance();
    const bool sent = index.data(TlsLadder::DirectionRole).toBool();
    const bool alert = index.data(Qt::ForegroundRole).isValid();
    const QColor color = theme.color(alert  ? Token::Danger
                                     : sent ? Token::PhaseSend
                                            : Token::PhaseReceive);
    constexpr int margin = 14;
    const QRect rect = option.rect;
    const int left = rect.left() + margin;
    const int right = rect.right() - margin;
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing);
    // The two lives, through all rows.
    painter->setPen(QPen(theme.color(Token::Border), 2));
    painter->drawLine(left, rect.top(), left, rect.bottom());
    painter->drawLine(right, rect.top(), right, rect.bottom());
    const int y = rect.bottom() - rect.height() / 4;
    painter->setPen(QPen(color, 1.5));
    painter->drawLine(left + 2, y, right - 2, y);
    const int tip = sent ? right - 2 : left + 2;
    const int back = sent ? -7 : 7;
    painter->setBrush(color);
    painter->drawPolygon(
        QPolygon({QPoint(tip, y), QPoint(tip + back, y - 4), QPoint(tip + back, y + 4)}));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                    : alert  ? color
                             : option.palette.color(QPalette::Text));
    const QRect room(left + 10, rect.top() + 1, right - left - 20, y - rect.top() - 1);
    painter->drawText(room, Qt::AlignCenter,
                      option.fontMetrics.elidedText(name, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize RungDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 60,
            option.fontMetrics.height() * 3 / 2 + 4};
}

TlsAxis::TlsAxis(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("When the messages went"));
    setAccessibleDescription(tr("The table below has the same in numbers."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TlsAxis::setMessages(const std::vector<TlsMessage> &messages)
{
    if (messages == m_messages)
        return;
    m_messages = messages;
    m_current = -1;
    update();
}

void TlsAxis::setCurrent(int message)
{
    m_current = message;
    update();
}

QSize TlsAxis::sizeHint() const
{
    return {300, fontMetrics().height() + 26};
}

void TlsAxis::paintEvent(QPaintEvent *)
{
    if (m_messages.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    constexpr int tick = 9;
    const auto first = m_messages.front().at;
    const auto length = std::max<qint64>((m_messages.back().at - first).count(), 1);
    const int left = 6;
    const int right = width() - 6;
    const int y = tick + 3;
    const auto place = [&](const TlsMessage &message) {
        return left + double((message.at - first).count()) / double(length) * (right - left);
    };
    painter.setPen(QPen(theme.color(Token::Border), 1));
    painter.drawLine(left, y, right, y);
    for (int i = 0; i < int(m_messages.size()); ++i) {
        const TlsMessage &message = m_messages[size_t(i)];
        const bool sent = message.direction == Direction::Sent;
        painter.setPen(QPen(theme.color(tokenOf(message)), i == m_current ? 4 : 2));
        const QPointF base(place(message), y);
        painter.drawLine(base, base + QPointF(0, sent ? -tick : tick));
    }
    painter.setPen(theme.color(Token::Muted));
    const QRect words(left, y + tick + 2, right - left, fontMetrics().height());
    painter.drawText(words, Qt::AlignLeft, durationText(std::chrono::nanoseconds(0)));
    painter.drawText(words, Qt::AlignHCenter, tr("▲ sent   ▼ received"));
    painter.drawText(words, Qt::AlignRight, durationText(m_messages.back().at - first));
}

} // namespace sonde::ui
