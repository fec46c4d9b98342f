// All rows of a run, or its failures alone. GUI thread.
#pragma once

#include <QSortFilterProxyModel>

namespace sonde::ui
{

class RunFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void showFailuresOnly(bool only);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_only = false;
};

} // namespace sonde::ui
