// The dynamic table at one moment as a table. GUI thread.
#pragma once

#include "ui/protocol/hpack_rows.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class HpackTable : public RowTable<HpackRow>
{
    Q_OBJECT
public:
    enum Column { Index, State, Name, Value, Size, Origin, Columns };

    explicit HpackTable(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const HpackRow &row, int column) const override;
    [[nodiscard]] QVariant look(const HpackRow &row, int column, int role) const override;
};

} // namespace sonde::ui
