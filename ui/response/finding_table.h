// Findings as the rows of a table: how bad, what, by which rule, and where it can be seen. GUI
// thread.
#pragma once

#include "ui/response/overview_findings.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class FindingTable : public RowTable<OverviewFinding>
{
    Q_OBJECT
public:
    enum Column { Severity, Sentence, Section, Where, Columns };

    explicit FindingTable(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const OverviewFinding &finding, int column) const override;
    [[nodiscard]] QVariant look(const OverviewFinding &finding, int column,
                                int role) const override;
};

} // namespace sonde::ui
