// What the kernel said of a TCP connection, moment by moment. GUI thread.
#pragma once

#include "trace/tcp.h"

#include <QAbstractTableModel>

namespace sonde::ui
{

class TcpTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, When, RoundTrip, Variation, Least, Window, Again, Columns };

    explicit TcpTable(QObject *parent = nullptr);

    // Times are told from `zero`.
    void setSamples(std::vector<trace::TcpSample> samples, trace::Stamp zero);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::vector<trace::TcpSample> m_samples;
    trace::Stamp m_zero;
};

} // namespace sonde::ui
