#include "ui/protocol/hpack_table.h"

#include "ui/widgets/theme.h"

#include <QFont>
#include <QLocale>

namespace sonde::ui
{

HpackTable::HpackTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HpackTable::setRows(std::vector<HpackRow> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString HpackTable::text() const
{
    QString text;
    for (const HpackRow &row : m_rows) {
        for (int column = 0; column < Columns; ++column)
            text += cell(row, column) + (column + 1 < Columns ? u'\t' : u'\n');
    }
    return text;
}

int HpackTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HpackTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString HpackTable::cell(const HpackRow &row, int column)
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

QVariant HpackTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const HpackRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell(row, index.column());
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Index || index.column() == Size;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(row.state == HpackRow::State::Evicted && index.column() != State);
        return font;
    }
    case Qt::ForegroundRole:
        if (row.state == HpackRow::State::New && index.column() == State)
            return Theme::instance().color(Token::Success);
        if (row.state == HpackRow::State::Evicted)
            return Theme::instance().color(index.column() == State ? Token::Danger : Token::Muted);
        if (index.column() == Name)
            return Theme::instance().color(Token::SyntaxKey);
        if (index.column() == Origin)
            return Theme::instance().color(Token::Muted);
        return {};
    default:
        return {};
    }
}

QVariant HpackTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Index || section == Size;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Size)
        return tr("Octets as RFC 7541 section 4.1 counts: name, value and 32 more");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Index:
        return tr("Index");
    case State:
        return tr("Change");
    case Name:
        return tr("Name");
    case Value:
        return tr("Value");
    case Size:
        return tr("Size");
    default:
        return tr("Put there by");
    }
}

} // namespace sonde::ui
