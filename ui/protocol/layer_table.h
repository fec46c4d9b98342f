// The layers that an octet lies in, from the connection down to the content. GUI thread.
#pragma once

#include "ui/protocol/wire_map.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class LayerTable : public RowTable<WireLayer>
{
    Q_OBJECT
public:
    enum Column { Layer, What, Octets, Columns };

    explicit LayerTable(QObject *parent = nullptr);

private:
    [[nodiscard]] QString cell(const WireLayer &layer, int column) const override;
    [[nodiscard]] QVariant look(const WireLayer &layer, int column, int role) const override;
};

} // namespace sonde::ui
