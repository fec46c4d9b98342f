// The phases of all hops as a table: the waterfall in numbers, and its form for assistive
// technology. GUI thread.
#pragma once

#include "ui/response/timing_marks.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>

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

class TimingTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Phase, Start, Duration, Note, Columns };

    explicit TimingTable(QObject *parent = nullptr);

    // Changes, adds and removes the rows that differ.
    void setRows(std::vector<TimingRow> rows);
    [[nodiscard]] const std::vector<TimingRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<TimingRow> m_rows;
};

} // namespace sonde::ui
