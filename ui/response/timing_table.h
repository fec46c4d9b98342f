// The phases of all hops as a table: the waterfall in numbers, and its form for assistive
// technology. GUI thread.
#pragma once

#include "ui/response/timing_marks.h"
#include "ui/widgets/row_table.h"
#include "ui/widgets/theme.h"

namespace sonde::ui
{

struct TimingRow {
    int hop = 0;
    QString phase;
    QString start;
    QString duration;
    QString note;
    std::optional<Token> color; // of the phase's bar
    bool heading = false;       // the hop itself
    bool failed = false;

    bool operator==(const TimingRow &) const = default;
};

// `now` ends what is still running; `wire` knows of stalls and round trips.
[[nodiscard]] std::vector<TimingRow> timingRows(const std::vector<HopSnapshot> &hops,
                                                trace::Stamp now, const TimingWire &wire = {});
// In columns, for a bug report.
[[nodiscard]] QString timingText(const std::vector<TimingRow> &rows);

class TimingTable : public RowTable<TimingRow>
{
    Q_OBJECT
public:
    enum Column { Phase, Start, Duration, Note, Columns };

    explicit TimingTable(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const TimingRow &row, int column) const override;
    [[nodiscard]] QVariant look(const TimingRow &row, int column, int role) const override;
};

} // namespace sonde::ui
