#include "ui/shell/environment_model.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

using collection::EditableVariable;

QString EnvironmentModel::keptText(Place place)
{
    switch (place) {
    case Place::Shared:
        return tr("Shared");
    case Place::Private:
        return tr("Private");
    case Place::Secret:
        return tr("Secret");
    case Place::User:
        return tr("User file");
    }
    return {};
}

void EnvironmentModel::setVariables(std::vector<EditableVariable> variables)
{
    beginResetModel(); // another environment: none of the rows is the same
    m_variables = std::move(variables);
    m_open.clear();
    endResetModel();
}

void EnvironmentModel::takeSecrets(const collection::SecretValues &values)
{
    collection::layIn(m_variables, values);
    Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Eye));
}

void EnvironmentModel::toggleEye(int row)
{
    if (row < 0 || row >= int(m_variables.size()) || isForAllEyes(m_variables[size_t(row)].kept))
        return;
    const QString &name = m_variables[size_t(row)].name;
    if (!m_open.remove(name))
        m_open.insert(name);
    Q_EMIT dataChanged(index(row, Value), index(row, Eye));
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

bool EnvironmentModel::isHidden(int row) const
{
    const EditableVariable &one = m_variables[size_t(row)];
    return !isForAllEyes(one.kept) && !m_open.contains(one.name);
}

QVariant EnvironmentModel::eyeData(int row, int role) const
{
    if (isForAllEyes(m_variables[size_t(row)].kept))
        return {};
    if (role == Qt::DecorationRole)
        return icon(isHidden(row) ? "eye" : "eye-off");
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return isHidden(row) ? tr("Show the value") : tr("Hide the value");
    return {};
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
    if (role == HiddenRole)
        return isHidden(index.row());
    if (index.column() == Eye)
        return eyeData(index.row(), role);
    if (role == Qt::ForegroundRole && index.column() == Name && isDouble(one.name))
        return Theme::instance().color(Token::Danger);
    if (role == Qt::ToolTipRole && index.column() == Name && isDouble(one.name))
        return tr("The name is there twice: a private value beats one of the user file, and that "
                  "beats a shared one.");
    if (role == Qt::DecorationRole && index.column() == Kept && one.kept == Place::Secret)
        return icon("lock", Token::Muted);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Name:
        return one.name;
    case Kept:
        return role == Qt::EditRole ? QVariant(int(one.kept)) : QVariant(keptText(one.kept));
    default:
        break;
    }
    if (role == Qt::EditRole || !isHidden(index.row()))
        return one.value;
    // How long a secret is, or whether it was read yet, is nobody's business either.
    return one.value.isEmpty() && one.secretName.isEmpty() ? QString() : QStringLiteral("••••••");
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto heading = [&](const QString &title) {
        return headingData({title}, orientation, role);
    };
    switch (section) {
    case Name:
        return heading(tr("Name"));
    case Value:
        return heading(tr("Value"));
    case Kept:
        return heading(tr("Kept"));
    default:
        return {};
    }
}

Qt::ItemFlags EnvironmentModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    const bool real = index.row() < int(m_variables.size());
    if (index.column() == Eye)
        return flags;
    return real || index.column() == Name ? flags | Qt::ItemIsEditable : flags;
}

bool EnvironmentModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    const auto row = size_t(index.row());
    if (row == m_variables.size()) {
        const QString name = value.toString().trimmed();
        if (index.column() != Name || name.isEmpty())
            return false;
        beginInsertRows({}, index.row() + 1, index.row() + 1);
        m_variables.push_back({.name = name, .value = {}, .secretName = {}});
        endInsertRows();
    } else if (index.column() == Kept) {
        m_variables[row].kept = Place(value.toInt());
    } else if (index.column() == Name) {
        if (value.toString().trimmed().isEmpty())
            return false;
        m_variables[row].name = value.toString().trimmed();
    } else if (index.column() == Value) {
        m_variables[row].value = value.toString();
    } else {
        return false;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

} // namespace sonde::ui
