// The lines of a frame's detail as a table. GUI thread.
#pragma once

#include "ui/protocol/wire_detail.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class DetailTable : public RowTable<DetailLine>
{
    Q_OBJECT
public:
    enum Column { Name, Value, Octets, SentAs, Columns };

    explicit DetailTable(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const DetailLine &line, int column) const override;
    [[nodiscard]] QVariant look(const DetailLine &line, int column, int role) const override;
};

} // namespace sonde::ui
