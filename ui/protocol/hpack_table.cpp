#include "ui/protocol/hpack_table.h"

#include "ui/widgets/theme.h"

#include <QFont>
#include <QLocale>

namespace sonde::ui
{

HpackTable::HpackTable(QObject *parent)
    : RowTable({{tr("Index"), Qt::AlignRight},
                {tr("Change")},
                {tr("Name")},
                {tr("Value")},
                {tr("Size"), Qt::AlignRight,
                 tr("Octets as RFC 7541 section 4.1 counts: name, value and 32 more")},
                {tr("Put there by")}},
               parent)
{
}

QString HpackTable::cell(const HpackRow &row, int column) const
{
    switch (column) {
    case Index:
        return QString::number(row.index);
    case State:
        return row.state == HpackRow::State::New       ? tr("+ new")
               : row.state == HpackRow::State::Evicted ? tr("− evicted")
                                                       : QString();
    case Name:
        return row.name;
    case Value:
        return row.value;
    case Size:
        return QLocale().toString(qulonglong(row.size));
    default:
        return tr("frame %1, stream %2").arg(row.frame).arg(row.stream);
    }
}

QVariant HpackTable::look(const HpackRow &row, int column, int role) const
{
    const bool evicted = row.state == HpackRow::State::Evicted;
    if (role == Qt::FontRole) {
        QFont font;
        font.setStrikeOut(evicted && column != State);
        return font;
    }
    if (role != Qt::ForegroundRole)
        return {};
    if (row.state == HpackRow::State::New && column == State)
        return Theme::instance().color(Token::Success);
    if (evicted)
        return Theme::instance().color(column == State ? Token::Danger : Token::Muted);
    if (column == Name)
        return Theme::instance().color(Token::SyntaxKey);
    return column == Origin ? QVariant(Theme::instance().color(Token::Muted)) : QVariant();
}

} // namespace sonde::ui
