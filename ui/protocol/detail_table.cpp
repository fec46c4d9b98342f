#include "ui/protocol/detail_table.h"

#include <QFont>
#include <QLocale>

namespace sonde::ui
{

DetailTable::DetailTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DetailTable::setLines(std::vector<DetailLine> lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int DetailTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int DetailTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant DetailTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DetailLine &line = m_lines[size_t(index.row())];
    const bool heading = line.kind == DetailLine::Kind::Heading;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Name: // a heading has the whole row
            return heading && !line.value.isEmpty()
                       ? QStringLiteral("%1 – %2").arg(line.name, line.value)
                       : line.name;
        case Value:
            return line.value;
        case Octets:
            return line.wireOctets > 0 ? QLocale().toString(qulonglong(line.wireOctets))
                                       : QString();
        default:
            return line.note;
        }
    case Qt::TextAlignmentRole:
        return int((index.column() == Octets ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(heading && index.column() == Name);
        return font;
    }
    case Qt::ForegroundRole: {
        if (line.token != Token::Text)
            return Theme::instance().color(line.token);
        const bool field = line.kind == DetailLine::Kind::Field;
        if (index.column() == Name && !heading)
            return Theme::instance().color(field ? Token::SyntaxKey : Token::Muted);
        if (index.column() == SentAs)
            return Theme::instance().color(Token::Muted);
        return {};
    }
    default:
        return {};
    }
}

QVariant DetailTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Octets ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Octets)
        return tr("Octets of the field on the wire");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Octets:
        return tr("Octets");
    default:
        return tr("Sent as");
    }
}

} // namespace sonde::ui
