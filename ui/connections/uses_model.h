// The requests of open tabs that went over one connection: which paid for it, which found it open.
// GUI thread.
#pragma once

#include "ui/connections/pooled_connection.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class UsesModel : public RowTable<ConnectionUse>
{
    Q_OBJECT
public:
    enum Column { Request, Part, Tab, Columns };

    explicit UsesModel(QObject *parent = nullptr);

    void setUses(std::vector<ConnectionUse> uses, trace::ExchangeId openedBy);

private:
    [[nodiscard]] QString cell(const ConnectionUse &use, int column) const override;

    trace::ExchangeId m_openedBy{};
};

} // namespace sonde::ui
