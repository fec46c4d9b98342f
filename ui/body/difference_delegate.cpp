#include "ui/body/difference_delegate.h"

#include "ui/body/difference_model.h"

#include <QFontDatabase>
#include <QPainter>

namespace sonde::ui
{
namespace
{

using Kind = DifferenceModel::Kind;

constexpr int pad = 6;         // pixels
constexpr int leadIn = 12;     // characters in front of the first mark
constexpr int mostDrawn = 600; // characters; a cell is not wider

Token groundOf(Kind kind, bool second)
{
    switch (kind) {
    case Kind::Changed:
        return Token::WarningSurface;
    case Kind::Removed:
        return second ? Token::SurfaceAlternate : Token::DangerSurface;
    case Kind::Added:
        return second ? Token::SuccessSurface : Token::SurfaceAlternate;
    case Kind::Skipped:
        return Token::Gutter;
    case Kind::Same:
        break;
    }
    return Token::Surface;
}

} // namespace

DifferenceDelegate::DifferenceDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_font(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
}

void DifferenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const auto kind = Kind(index.data(DifferenceModel::KindRole).toInt());
    const bool second = index.column() >= DifferenceModel::SecondPlace;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect,
                      theme.color(selected ? Token::Selection : groundOf(kind, second)));
    QString text = index.data().toString();
    const bool isText =
        index.column() == DifferenceModel::First || index.column() == DifferenceModel::Second;
    painter->setFont(isText && kind != Kind::Skipped ? m_font : option.font);
    const QFontMetrics metrics = painter->fontMetrics();
    QRect area = option.rect.adjusted(pad, 0, -pad, 0);
    const Token ink = kind == Kind::Skipped || !isText ? Token::Muted : Token::Text;
    painter->setPen(theme.color(selected ? Token::SelectionText : ink));
    if (!isText) {
        const bool sign = index.column() == DifferenceModel::Sign;
        painter->drawText(area, int(sign ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter),
                          sign ? text : metrics.elidedText(text, Qt::ElideMiddle, area.width()));
        painter->restore();
        return;
    }
    const auto marks = index.data(DifferenceModel::MarksRole).value<DifferenceModel::Marks>();
    int from = 0;
    const int characters = area.width() / std::max(metrics.averageCharWidth(), 1);
    if (!marks.isEmpty() && marks.front().to > characters) {
        from = std::max(marks.front().from - leadIn, 0);
        text = QStringLiteral("…") + text.mid(from, mostDrawn);
        --from; // the sign that something is left out
    } else {
        text = text.left(mostDrawn);
    }
    for (const auto &mark : marks) {
        const int begin = std::clamp<int>(mark.from - from, 0, int(text.size()));
        const int end = std::clamp<int>(mark.to - from, 0, int(text.size()));
        if (begin >= end)
            continue;
        const int x = metrics.horizontalAdvance(text.left(begin));
        const int width = metrics.horizontalAdvance(text.mid(begin, end - begin));
        const QRect place(area.left() + x, area.top() + 1, width, area.height() - 2);
        if (!selected)
            painter->fillRect(place, theme.color(Token::FindHit));
        // Not by colour alone.
        painter->fillRect(place.left(), place.bottom(), place.width(), 1,
                          theme.color(selected ? Token::SelectionText : Token::Warning));
    }
    painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
    painter->restore();
}

} // namespace sonde::ui
