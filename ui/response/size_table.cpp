#include "ui/response/size_table.h"

#include "ui/widgets/format.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QPainter>

namespace sonde::ui
{
namespace
{

enum Row { HeadText, HeadWire, BodyWire, Encoded, Decoded, Rows };

constexpr double leastBar = 0.004; // that there is something is to be seen

std::optional<quint64> valueIn(const std::optional<trace::SizeLayers> &layers, int row)
{
    if (!layers)
        return std::nullopt;
    switch (row) {
    case HeadText:
        return layers->headText;
    case HeadWire:
        return layers->headWire;
    case BodyWire:
        return layers->bodyWire;
    case Encoded:
        return layers->encoded;
    default:
        return layers->decoded;
    }
}

} // namespace

SizeTable::SizeTable(QObject *parent)
    : ShownTable({{tr("Layer")}, {tr("Sent"), Qt::AlignRight}, {tr("Received"), Qt::AlignRight}},
                 parent)
{
}

void SizeTable::setLayers(const std::optional<trace::SizeLayers> &sent,
                          const std::optional<trace::SizeLayers> &received)
{
    if (sent == m_sent && received == m_received)
        return;
    m_sent = sent;
    m_received = received;
    Q_EMIT dataChanged(index(0, Sent), index(Rows - 1, Received));
}

int SizeTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Rows;
}

std::optional<quint64> SizeTable::octets(int row, int column) const
{
    return valueIn(column == Sent ? m_sent : m_received, row);
}

QString SizeTable::cellText(int row, int column) const
{
    if (column == Layer) {
        static const char *const names[] = {
            QT_TR_NOOP("Head as text"), QT_TR_NOOP("Head on the wire"),
            QT_TR_NOOP("Body on the wire"), QT_TR_NOOP("Content, encoded"),
            QT_TR_NOOP("Content, decoded")};
        return tr(names[row]);
    }
    const auto value = octets(row, column);
    return value ? exactOctetsText(qint64(*value)) : QStringLiteral("–");
}

QVariant SizeTable::cellLook(int row, int column, int role) const
{
    if (column == Layer && role == Qt::ToolTipRole) {
        static const char *const tips[] = {
            QT_TR_NOOP("The start line and all fields as HTTP/1.1 would write them"),
            QT_TR_NOOP("The head as it went over the connection"),
            QT_TR_NOOP("Content with the framing around it"),
            QT_TR_NOOP("Content with its content coding, without framing"),
            QT_TR_NOOP("Content with the content coding taken off")};
        return tr(tips[row]);
    }
    const quint64 value = column == Layer ? 0 : octets(row, column).value_or(0);
    if (role == Qt::ForegroundRole && value == 0)
        return Theme::instance().color(Token::Muted);
    if (role != BarRole || value == 0)
        return {};
    quint64 most = 0; // of both sides: one scale
    for (int i = 0; i < Rows; ++i)
        most = std::max({most, valueIn(m_sent, i).value_or(0), valueIn(m_received, i).value_or(0)});
    return std::max(double(value) / double(most), leastBar);
}

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant bar = index.data(SizeTable::BarRole);
    if (!bar.isValid())
        return;
    // Beside the number, never below it: the text keeps its contrast.
    constexpr int gap = 8;
    const int number = plain.fontMetrics.horizontalAdvance(plain.text) + 2 * gap;
    const QRect room = option.rect.adjusted(gap, 0, -number, 0);
    if (room.width() < 12)
        return;
    const int height = std::max(option.rect.height() / 3, 4);
    QRectF shape(0, 0, std::max(room.width() * bar.toDouble(), 1.0), height);
    shape.moveTop(room.top() + (room.height() - height) / 2.0);
    const bool mirrored = option.direction == Qt::RightToLeft;
    shape.moveLeft(mirrored ? room.right() - shape.width() : room.left());
    const Token token = index.column() == SizeTable::Sent ? Token::PhaseSend : Token::PhaseReceive;
    painter->fillRect(shape, Theme::instance().color(token));
}

} // namespace sonde::ui
