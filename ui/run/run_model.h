// The requests of a run as rows: what became of each, its status, time and assertions. GUI thread.
#pragma once

#include "lab/collection_run.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class RunModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Request, Status, Time, Checks, ColumnCount };
    enum Role { OutcomeRole = Qt::UserRole };
    using Outcome = lab::RunResult::Outcome;

    using QAbstractTableModel::QAbstractTableModel;
    void setPlan(std::shared_ptr<const lab::RunPlan> plan);
    void noteStarted(size_t index);
    void noteFinished(size_t index, const lab::RunResult &result);

    [[nodiscard]] const std::vector<lab::RunResult> &results() const { return m_results; }
    [[nodiscard]] const lab::PlannedRequest &request(size_t index) const
    {
        return m_plan->requests[index];
    }
    [[nodiscard]] lab::RunCounts counts() const { return m_counts; }
    [[nodiscard]] size_t done() const
    {
        return m_counts.passed + m_counts.failed + m_counts.skipped;
    }
    // "Passed", "Failed", …
    [[nodiscard]] static QString outcomeText(Outcome outcome);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(size_t row, int column) const;
    [[nodiscard]] QColor color(size_t row, int column) const;
    void announce(size_t row);

    std::shared_ptr<const lab::RunPlan> m_plan;
    std::vector<lab::RunResult> m_results;
    lab::RunCounts m_counts;
};

} // namespace sonde::ui
