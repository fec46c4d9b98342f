// The steps of the windows as a table: the form of the plot for assistive technology. GUI thread.
#pragma once

#include "ui/protocol/window_story.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class WindowTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Whose, Window, Cause, Frame, Columns };

    explicit WindowTable(QObject *parent = nullptr);

    void show(const std::vector<trace::WindowChange> &changes, trace::Stamp zero);
    [[nodiscard]] const std::vector<trace::WindowChange> &changes() const { return m_changes; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<trace::WindowChange> m_changes;
    trace::Stamp m_zero;
};

} // namespace sonde::ui
