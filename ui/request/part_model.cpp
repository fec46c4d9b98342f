#include "ui/request/part_model.h"

#include "ui/widgets/row_table.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace sonde::ui
{

using collection::Part;

PartModel::PartModel(QObject *parent)
    : InvitedRows(parent)
{
}

void PartModel::setParts(const std::vector<Part> &parts)
{
    if (m_rows == parts)
        return;
    // A part is edited here and nowhere else, so this is a new document: its rows are all new.
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, int(m_rows.size()) - 1);
        m_rows.clear();
        endRemoveRows();
    }
    if (!parts.empty()) {
        beginInsertRows({}, 0, int(parts.size()) - 1);
        m_rows = parts;
        endInsertRows();
    }
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
    if (role == Qt::ForegroundRole && (invitation || !m_rows[size_t(index.row())].enabled))
        return Theme::instance().color(Token::Muted);
    if (invitation) {
        const bool shown = role == Qt::DisplayRole && index.column() == Name;
        return shown ? tr("Add a part") : QVariant();
    }
    const Part &part = m_rows[size_t(index.row())];
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
    const auto heading = [&](const QString &title) {
        return headingData({title}, orientation, role);
    };
    switch (section) {
    case Name:
        return heading(tr("Name"));
    case Kind:
        return heading(tr("Kind"));
    case Value:
        return heading(tr("Value or file"));
    default:
        return heading(tr("Media type"));
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
        changed = m_rows[size_t(index.row())];
    const Part before = changed;
    store(changed, index.column(), value, role);
    if (changed == before)
        return false;
    if (isInvitation(index)) {
        acceptInvitation(changed);
    } else {
        m_rows[size_t(index.row())] = changed;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

} // namespace sonde::ui
