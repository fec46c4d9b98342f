// The requests of a chain as rows: what each was answered, what the next one changed, and how long
// all took until then. GUI thread.
#pragma once

#include "ui/response/hop_snapshot.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

struct HopRow {
    QString number;
    QString request; // method and URL
    QString answer;  // "↪ 301"
    QString version;
    QString changed; // since the request before: method, content, fields, party, protocol
    QString time;
    QString total; // from Send to its end
    int status = 0;
    bool shown = false; // by the sections

    bool operator==(const HopRow &) const = default;
};

[[nodiscard]] std::vector<HopRow> hopRows(const std::vector<HopSnapshot> &hops, size_t shown);

class HopTable : public RowTable<HopRow>
{
    Q_OBJECT
public:
    enum Column { Number, Request, Answer, Version, Changed, Time, Total, Columns };

    explicit HopTable(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const HopRow &row, int column) const override;
    [[nodiscard]] QVariant look(const HopRow &row, int column, int role) const override;
};

} // namespace sonde::ui
