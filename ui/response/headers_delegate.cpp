#include "ui/response/headers_delegate.h"

#include "ui/response/headers_model.h"
#include "ui/widgets/theme.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

namespace sonde::ui
{
namespace
{

constexpr int sidePad = 6;
constexpr int linePad = 3;
// Lines a value takes at most: the tool tip and a copy have the rest.
constexpr int mostLines = 12;

// Returns the height; draws where a painter is given.
qreal layOut(QTextLayout &layout, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (int line = 0; line < mostLines; ++line) {
        QTextLine next = layout.createLine();
        if (!next.isValid())
            break;
        next.setLineWidth(std::max(width, 20.0));
        next.setPosition({0, height});
        height += next.height();
    }
    layout.endLayout();
    return height;
}

QList<QTextLayout::FormatRange> marks(const QString &text, const QString &marked)
{
    QList<QTextLayout::FormatRange> ranges;
    if (marked.isEmpty())
        return ranges;
    QTextCharFormat format;
    format.setBackground(Theme::instance().color(Token::FindHit));
    format.setForeground(Theme::instance().color(Token::Text));
    for (qsizetype at = text.indexOf(marked, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(marked, at + marked.size(), Qt::CaseInsensitive))
        ranges.append({int(at), int(marked.size()), format});
    return ranges;
}

} // namespace

HeadersDelegate::HeadersDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fixed(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
}

void HeadersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    if (index.data(HeadersModel::IsSectionRole).toBool()) {
        paintSection(painter, option, index);
        return;
    }
    if (index.column() == HeadersModel::Cost) {
        paintCost(painter, option, index);
        return;
    }
    const QString text = std::exchange(option.text, QString());
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const bool prose = index.column() == HeadersModel::SentAs; // all else is octets
    QTextLayout layout(text, prose ? option.font : m_fixed);
    layout.setFormats(marks(text, m_marked));
    layOut(layout, option.rect.width() - 2 * sidePad);
    const bool pseudo = index.data(HeadersModel::IsPseudoRole).toBool();
    const bool quiet = pseudo || prose;
    const Token token = index.column() == HeadersModel::Value ? Token::Text
                        : quiet                               ? Token::Muted
                                                              : Token::SyntaxKey;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setPen(Theme::instance().color(token));
    layout.draw(painter, option.rect.topLeft() + QPointF(sidePad, linePad));
    painter->restore();
}

// The octets, and a bar beside them: what makes a header dear is seen at once.
void HeadersDelegate::paintCost(QPainter *painter, QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const QString text = std::exchange(option.text, QString());
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    if (text.isEmpty())
        return;
    const int line = QFontMetrics(m_fixed).height();
    const int number = QFontMetrics(m_fixed).horizontalAdvance(QStringLiteral("0,000"));
    const QRect rect = option.rect.adjusted(sidePad, linePad, -sidePad, 0);
    painter->save();
    painter->setFont(m_fixed);
    painter->setPen(Theme::instance().color(Token::Text));
    painter->drawText(QRect(rect.left(), rect.top(), number, line), Qt::AlignRight, text);
    const double share = index.data(HeadersModel::ShareRole).toDouble();
    const int room = std::max(rect.width() - number - sidePad, 0);
    painter->fillRect(QRectF(rect.left() + number + sidePad, rect.top() + 4,
                             std::max(share * room, 1.0), line - 8),
                      Theme::instance().color(Token::PhaseReceive));
    painter->restore();
}

// The title, and in what room is left how many fields and octets there are.
void HeadersDelegate::paintSection(QPainter *painter, QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const QString note = index.siblingAtColumn(HeadersModel::Value).data().toString();
    const QFontMetrics plain(option.widget->font());
    const int noteWidth = plain.horizontalAdvance(note);
    const int room = option.rect.width() - noteWidth - 4 * sidePad;
    option.text = option.fontMetrics.elidedText(option.text, Qt::ElideMiddle, std::max(room, 60));
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const int after = option.fontMetrics.horizontalAdvance(option.text) + 3 * sidePad;
    painter->save();
    painter->setFont(option.widget->font());
    painter->setPen(Theme::instance().color(Token::Muted));
    painter->drawText(option.rect.adjusted(after, 0, 0, 0), Qt::AlignVCenter, note);
    painter->restore();
}

QSize HeadersDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(HeadersModel::IsSectionRole).toBool())
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    const int width =
        tree ? tree->columnWidth(index.column()) - (index.column() == 0 ? tree->indentation() : 0)
             : 200;
    const bool prose = index.column() == HeadersModel::SentAs;
    QTextLayout layout(index.data().toString(), prose ? option.font : m_fixed);
    const qreal height = layOut(layout, width - 2 * sidePad);
    return {40, int(height) + 2 * linePad};
}

} // namespace sonde::ui
