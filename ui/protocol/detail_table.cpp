#include "ui/protocol/detail_table.h"

#include <QFont>
#include <QLocale>

namespace sonde::ui
{

DetailTable::DetailTable(QObject *parent)
    : RowTable({{tr("Name")},
                {tr("Value")},
                {tr("Octets"), Qt::AlignRight, tr("Octets of the field on the wire")},
                {tr("Sent as")}},
               parent)
{
}

QString DetailTable::cell(const DetailLine &line, int column) const
{
    switch (column) {
    case Name: // a heading has the whole row
        return line.kind == DetailLine::Kind::Heading && !line.value.isEmpty()
                   ? QStringLiteral("%1 – %2").arg(line.name, line.value)
                   : line.name;
    case Value:
        return line.value;
    case Octets:
        return line.wireOctets > 0 ? QLocale().toString(qulonglong(line.wireOctets)) : QString();
    default:
        return line.note;
    }
}

QVariant DetailTable::look(const DetailLine &line, int column, int role) const
{
    const bool heading = line.kind == DetailLine::Kind::Heading;
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(heading && column == Name);
        return font;
    }
    if (role != Qt::ForegroundRole)
        return {};
    if (line.token != Token::Text)
        return Theme::instance().color(line.token);
    if (column == Name && !heading)
        return Theme::instance().color(line.kind == DetailLine::Kind::Field ? Token::SyntaxKey
                                                                            : Token::Muted);
    return column == SentAs ? QVariant(Theme::instance().color(Token::Muted)) : QVariant();
}

} // namespace sonde::ui
