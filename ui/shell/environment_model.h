// The variables of one environment as rows: name, value, where it is kept, and an eye; the last row
// is empty and becomes real when something is typed into it. Values that are not for everybody's
// eyes are masked until their eye is opened. GUI thread.
#pragma once

#include "collection/secret_edit.h"

#include <QAbstractTableModel>
#include <QSet>

namespace sonde::ui
{

class EnvironmentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Kept, Eye, ColumnCount };
    enum Role { HiddenRole = Qt::UserRole };
    using Place = collection::EditableVariable::Kept;
    static constexpr Place places[] = {Place::Shared, Place::Private, Place::Secret, Place::User};
    [[nodiscard]] static QString keptText(Place place);

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(std::vector<collection::EditableVariable> variables);
    [[nodiscard]] const std::vector<collection::EditableVariable> &variables() const
    {
        return m_variables;
    }
    // The values of secrets have come.
    void takeSecrets(const collection::SecretValues &values);
    void toggleEye(int row);
    void remove(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(); // by the person

private:
    [[nodiscard]] static bool isForAllEyes(Place place)
    {
        return place == Place::Shared || place == Place::User;
    }
    [[nodiscard]] bool isDouble(const QString &name) const;
    [[nodiscard]] bool isHidden(int row) const;
    [[nodiscard]] QVariant eyeData(int row, int role) const;

    std::vector<collection::EditableVariable> m_variables;
    QSet<QString> m_open; // names of those shown
};

} // namespace sonde::ui
