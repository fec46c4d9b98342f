// Findings as the rows of a table: how bad, what, by which rule, and where it can be seen. GUI
// thread.
#pragma once

#include "ui/response/overview_findings.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class FindingTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Sentence, Section, Where, Columns };

    explicit FindingTable(QObject *parent = nullptr);

    void setFindings(std::vector<OverviewFinding> findings);
    [[nodiscard]] const std::vector<OverviewFinding> &findings() const { return m_findings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<OverviewFinding> m_findings;
};

} // namespace sonde::ui
