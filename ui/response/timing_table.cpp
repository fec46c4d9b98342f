#include "ui/response/timing_table.h"

#include <QFont>
#include <QPixmap>

namespace sonde::ui
{
namespace
{

constexpr int swatch = 10;

QPixmap swatchOf(Token token)
{
    QPixmap pixmap(swatch, swatch);
    pixmap.fill(Theme::instance().color(token));
    return pixmap;
}

} // namespace

TimingTable::TimingTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TimingTable::setRows(std::vector<TimingRow> rows)
{
    const size_t common = std::min(rows.size(), m_rows.size());
    for (size_t i = 0; i < common; ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), Columns - 1));
    }
    if (rows.size() > common) {
        beginInsertRows({}, int(common), int(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin() + qsizetype(common), rows.end());
        endInsertRows();
    } else if (m_rows.size() > common) {
        beginRemoveRows({}, int(common), int(m_rows.size()) - 1);
        m_rows.resize(common);
        endRemoveRows();
    }
}

int TimingTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TimingTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TimingTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TimingRow &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Phase:
            return row.phase;
        case Start:
            return row.start;
        case Duration:
            return row.duration;
        default:
            return row.note;
        }
    case Qt::DecorationRole:
        return index.column() == Phase && row.color ? QVariant(swatchOf(*row.color)) : QVariant();
    case Qt::TextAlignmentRole: {
        const bool number = index.column() == Start || index.column() == Duration;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.heading);
        return font;
    }
    case Qt::ForegroundRole:
        return row.failed ? QVariant(Theme::instance().color(Token::Danger)) : QVariant();
    default:
        return {};
    }
}

QVariant TimingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Start || section == Duration;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Phase:
        return tr("Phase");
    case Start:
        return tr("Start");
    case Duration:
        return tr("Duration");
    default:
        return tr("Notes");
    }
}

} // namespace sonde::ui
