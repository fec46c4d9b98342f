#include "ui/request/part_model.h"

#include "ui/widgets/theme.h"

#include <algorithm>

namespace sonde::ui
{

using collection::Part;

PartModel::PartModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PartModel::setParts(const std::vector<Part> &parts)
{
    if (m_parts == parts)
        return;
    // A part is edited here and nowhere else, so this is a new document: its rows are all new.
    if (!m_parts.empty()) {
        beginRemoveRows({}, 0, int(m_parts.size()) - 1);
        m_parts.clear();
        endRemoveRows();
    }
    if (!parts.empty()) {
        beginInsertRows({}, 0, int(parts.size()) - 1);
        m_parts = parts;
        endInsertRows();
    }
}

bool PartModel::isInvitation(const QModelIndex &index) const
{
    return m_hasInvitation && index.isValid() && index.row() == int(m_parts.size());
}

int PartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size()) + int(m_hasInvitation);
}

int PartModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PartModel::text(const Part &part, int column)
{
    switch (column) {
    case Name:
        return part.name;
    case Kind:
        return part.isFile ? tr("File") : tr("Text");
    case Value:
        return part.value;
    default:
        return part.mediaType;
    }
}

QVariant PartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool invitation = isInvitation(index);
    if (role == Qt::ForegroundRole && (invitation || !m_parts[size_t(index.row())].enabled))
        return Theme::instance().color(Token::Muted);
    if (invitation) {
        const bool shown = role == Qt::DisplayRole && index.column() == Name;
        return shown ? tr("Add a part") : QVariant();
    }
    const Part &part = m_parts[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == MediaType && part.mediaType.isEmpty())
            return tr("by itself");
        if (index.column() == Value && part.isFile && part.value.isEmpty())
            return tr("Choose a file…");
        return text(part, index.column());
    case Qt::EditRole:
        return index.column() == Kind ? QVariant(part.isFile) : text(part, index.column());
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(part.enabled ? Qt::Checked : Qt::Unchecked)
                                      : QVariant();
    case IsFileRole:
        return part.isFile;
    default:
        return {};
    }
}

QVariant PartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Value:
        return tr("Value or file");
    default:
        return tr("Media type");
    }
}

Qt::ItemFlags PartModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    flags |= Qt::ItemIsEditable;
    if (index.column() == Name && !isInvitation(index))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

void PartModel::store(Part &part, int column, const QVariant &value, int role)
{
    if (role == Qt::CheckStateRole && column == Name) {
        part.enabled = value.toInt() == Qt::Checked;
        return;
    }
    if (role != Qt::EditRole)
        return;
    switch (column) {
    case Name:
        part.name = value.toString();
        break;
    case Kind:
        part.isFile = value.toBool();
        break;
    case Value:
        part.value = value.toString();
        break;
    default:
        part.mediaType = value.toString().trimmed();
    }
}

bool PartModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Part changed;
    if (!isInvitation(index))
        changed = m_parts[size_t(index.row())];
    const Part before = changed;
    store(changed, index.column(), value, role);
    if (changed == before)
        return false;
    if (isInvitation(index)) {
        m_parts.push_back(changed);
        m_hasInvitation = false;
        beginInsertRows({}, index.row() + 1, index.row() + 1);
        m_hasInvitation = true;
        endInsertRows();
    } else {
        m_parts[size_t(index.row())] = changed;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

bool PartModel::insertRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || row > int(m_parts.size()) || count < 1)
        return false;
    beginInsertRows({}, row, row + count - 1);
    m_parts.insert(m_parts.begin() + row, size_t(count), Part{});
    endInsertRows();
    Q_EMIT edited();
    return true;
}

bool PartModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > int(m_parts.size()))
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_parts.erase(m_parts.begin() + row, m_parts.begin() + row + count);
    endRemoveRows();
    Q_EMIT edited();
    return true;
}

bool PartModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                         int destination)
{
    const int size = int(m_parts.size());
    if (from.isValid() || to.isValid() || count != 1 || row < 0 || row >= size || destination < 0 ||
        destination > size || !beginMoveRows({}, row, row, {}, destination))
        return false;
    const auto begin = m_parts.begin();
    if (destination > row)
        std::rotate(begin + row, begin + row + 1, begin + destination);
    else
        std::rotate(begin + destination, begin + row, begin + row + 1);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

} // namespace sonde::ui
