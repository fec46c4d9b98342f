#include "ui/protocol/wire_selection.h"

namespace sonde::ui
{

void WireSelection::select(std::optional<size_t> row, std::optional<size_t> field)
{
    if (row == m_row && field == m_field)
        return;
    m_row = row;
    m_field = field;
    Q_EMIT selected();
}

void WireSelection::pointAt(std::optional<trace::Stamp> moment)
{
    if (moment == m_cursor)
        return;
    m_cursor = moment;
    Q_EMIT pointed();
}

} // namespace sonde::ui
