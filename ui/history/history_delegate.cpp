#include "ui/history/history_delegate.h"

#include "ui/history/history_model.h"
#include "ui/history/history_words.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_paint.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QUrl>

namespace sonde::ui
{

namespace
{

constexpr int gap = 6;
constexpr int edge = 8;

QString pathOf(const history::Entry &entry)
{
    const QString place = placeText(entry);
    const auto slash = place.indexOf(u'/');
    return slash < 0 ? QStringLiteral("/") : place.sliced(slash);
}

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const QString day = index.data(HistoryModel::DayRole).toString(); !day.isEmpty()) {
        paintDay(painter, row, day);
    } else {
        paintRowGround(painter, row);
        const QVariant entry = index.data(HistoryModel::EntryRole);
        if (entry.isValid())
            paintCall(painter, row, entry.value<history::Entry>());
    }
    painter->restore();
}

void HistoryDelegate::paintDay(QPainter *painter, const QStyleOptionViewItem &row,
                               const QString &day)
{
    painter->setFont(strongFont(smallFont(row.font)));
    painter->setPen(Theme::instance().color(Token::Muted));
    const QRect rect = row.rect.adjusted(edge, 0, -edge, -3);
    painter->drawText(rect, Qt::AlignBottom | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(day, Qt::ElideRight, rect.width()));
}

void HistoryDelegate::paintCall(QPainter *painter, const QStyleOptionViewItem &row,
                                const history::Entry &entry)
{
    const Theme &theme = Theme::instance();
    const bool selected = row.state & QStyle::State_Selected;
    const QColor text = theme.color(selected ? Token::SelectionText : Token::Text);
    const QColor muted = theme.color(selected ? Token::SelectionText : Token::Muted);
    const QFont small = smallFont(row.font);
    const int line = row.fontMetrics.height();
    QRect upper(row.rect.left() + edge, row.rect.top() + 4, row.rect.width() - 2 * edge - 4, line);

    // The end of the line first: what is long is cut before it.
    painter->setFont(small);
    painter->setPen(muted);
    const QString moment = momentText(entry);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, moment);
    upper.setRight(upper.right() - painter->fontMetrics().horizontalAdvance(moment) - gap);
    if (entry.isPinned) {
        const QRect box(upper.right() - 12, upper.center().y() - 6, 12, 12);
        icon("pin", selected ? Token::SelectionText : Token::Accent).paint(painter, box);
        upper.setRight(box.left() - gap);
    }
    if (entry.origin == history::Origin::Run) {
        const QRect box(upper.right() - 12, upper.center().y() - 6, 12, 12);
        icon("play", selected ? Token::SelectionText : Token::Muted).paint(painter, box);
        upper.setRight(box.left() - gap);
    }

    painter->setFont(strongFont(row.font));
    painter->setPen(selected ? text : theme.color(statusToken(entry.status)));
    QString status = statusShape(entry.status);
    if (entry.status > 0)
        status += u' ' + QString::number(entry.status);
    const QFontMetrics bold(strongFont(row.font));
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, status);
    const int column =
        std::max(bold.horizontalAdvance(QStringLiteral("● 000")), bold.horizontalAdvance(status));
    upper.setLeft(upper.left() + column + gap);

    const QFont badge = strongFont(small);
    painter->setFont(badge);
    painter->setPen(selected ? text : theme.color(methodToken(entry.method.toLatin1())));
    const QString method = entry.method.left(7);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, method);
    upper.setLeft(upper.left() + QFontMetrics(badge).horizontalAdvance(method) + gap);
    painter->setFont(row.font);
    painter->setPen(text);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                      row.fontMetrics.elidedText(pathOf(entry), Qt::ElideMiddle, upper.width()));

    QRect lower(row.rect.left() + edge, row.rect.top() + 4 + line, row.rect.width() - 2 * edge - 4,
                QFontMetrics(small).height());
    painter->setFont(small);
    painter->setPen(muted);
    const QFontMetrics metrics(small);
    // Facts are whole, the host gets what is left.
    const QString facts = factsText(entry);
    painter->drawText(lower, Qt::AlignRight | Qt::AlignVCenter, facts);
    lower.setRight(lower.right() - metrics.horizontalAdvance(facts) - gap);
    const QString host = placeText(entry).section(u'/', 0, 0);
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(host, Qt::ElideRight, lower.width()));
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // A list of equal heights finds its rows without asking each of a hundred thousand.
    return {60, option.fontMetrics.height() + QFontMetrics(smallFont(option.font)).height() + 10};
}

} // namespace sonde::ui
