// The steps of the windows as a table: the form of the plot for assistive technology. GUI thread.
#pragma once

#include "ui/protocol/window_story.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class WindowTable : public RowTable<trace::WindowChange>
{
    Q_OBJECT
public:
    enum Column { Time, Whose, Window, Cause, Frame, Columns };

    explicit WindowTable(QObject *parent = nullptr);

    void show(const std::vector<trace::WindowChange> &changes, trace::Stamp zero);

private:
    [[nodiscard]] QString cell(const trace::WindowChange &change, int column) const override;
    [[nodiscard]] QVariant look(const trace::WindowChange &change, int column,
                                int role) const override;

    trace::Stamp m_zero;
};

} // namespace sonde::ui
