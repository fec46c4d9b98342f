#include "ui/shell/environment_model.h"

#include "ui/widgets/theme.h"

namespace sonde::ui
{

using collection::EditableVariable;

void EnvironmentModel::setVariables(std::vector<EditableVariable> variables)
{
    beginResetModel(); // another environment: none of the rows is the same
    m_variables = std::move(variables);
    endResetModel();
}

void EnvironmentModel::showSecrets(bool shown)
{
    m_secretsShown = shown;
    Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

void EnvironmentModel::remove(int row)
{
    if (row < 0 || row >= int(m_variables.size()))
        return;
    beginRemoveRows({}, row, row);
    m_variables.erase(m_variables.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

int EnvironmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_variables.size()) + 1;
}

int EnvironmentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool EnvironmentModel::isDouble(const QString &name) const
{
    return std::ranges::count(m_variables, name, &EditableVariable::name) > 1;
}

QVariant EnvironmentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.row() == int(m_variables.size())) {
        if (role == Qt::DisplayRole && index.column() == Name)
            return tr("Add a variable");
        if (role == Qt::ForegroundRole)
            return Theme::instance().color(Token::Muted);
        return {};
    }
    const EditableVariable &one = m_variables[size_t(index.row())];
    if (role == Qt::CheckStateRole && index.column() == Private)
        return one.isPrivate ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && index.column() == Private)
        return one.isPrivate ? tr("Private") : tr("Shared");
    if (role == Qt::ForegroundRole && index.column() == Name && isDouble(one.name))
        return Theme::instance().color(Token::Danger);
    if (role == Qt::ToolTipRole && index.column() == Name && isDouble(one.name))
        return tr("The name is there twice; the private value is in force.");
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    if (index.column() == Name)
        return one.name;
    if (index.column() != Value)
        return {};
    const bool hidden = role == Qt::DisplayRole && one.isPrivate && !m_secretsShown;
    return hidden && !one.value.isEmpty() ? QStringLiteral("••••••") : one.value;
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : section == Value ? tr("Value") : tr("Private");
}

Qt::ItemFlags EnvironmentModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    const bool real = index.row() < int(m_variables.size());
    if (index.column() == Private)
        return real ? flags | Qt::ItemIsUserCheckable : flags;
    return real || index.column() == Name ? flags | Qt::ItemIsEditable : flags;
}

bool EnvironmentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto row = size_t(index.row());
    if (row == m_variables.size()) {
        const QString name = value.toString().trimmed();
        if (role != Qt::EditRole || index.column() != Name || name.isEmpty())
            return false;
        beginInsertRows({}, index.row() + 1, index.row() + 1);
        m_variables.push_back({.name = name, .value = {}, .isPrivate = false});
        endInsertRows();
    } else if (role == Qt::CheckStateRole && index.column() == Private) {
        m_variables[row].isPrivate = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && index.column() == Name) {
        if (value.toString().trimmed().isEmpty())
            return false;
        m_variables[row].name = value.toString().trimmed();
    } else if (role == Qt::EditRole && index.column() == Value) {
        m_variables[row].value = value.toString();
    } else {
        return false;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

} // namespace sonde::ui
