// The variables of one environment as rows: name, value, private or not; the last row is empty and
// becomes real when something is typed into it. Values of private ones are masked. GUI thread.
#pragma once

#include "collection/environment_file.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class EnvironmentModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Private, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(std::vector<collection::EditableVariable> variables);
    [[nodiscard]] const std::vector<collection::EditableVariable> &variables() const
    {
        return m_variables;
    }
    void showSecrets(bool shown);
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
    [[nodiscard]] bool isDouble(const QString &name) const;

    std::vector<collection::EditableVariable> m_variables;
    bool m_secretsShown = false;
};

} // namespace sonde::ui
