// The lines of a frame's detail as a table. GUI thread.
#pragma once

#include "ui/protocol/wire_detail.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class DetailTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Value, Octets, SentAs, Columns };

    explicit DetailTable(QObject *parent = nullptr);

    void setLines(std::vector<DetailLine> lines);
    [[nodiscard]] const std::vector<DetailLine> &lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<DetailLine> m_lines;
};

} // namespace sonde::ui
