#include "ui/run/run_filter.h"

#include "ui/run/run_model.h"

namespace sonde::ui
{

void RunFilter::showFailuresOnly(bool only)
{
    m_only = only;
    invalidateFilter();
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_only)
        return true;
    const auto outcome =
        RunModel::Outcome(sourceModel()->index(row, 0, parent).data(RunModel::OutcomeRole).toInt());
    return outcome == RunModel::Outcome::Failed || outcome == RunModel::Outcome::Error;
}

} // namespace sonde::ui
