// What the kernel said of a TCP connection, moment by moment. GUI thread.
#pragma once

#include "trace/tcp.h"
#include "ui/widgets/row_table.h"

namespace sonde::ui
{

class TcpTable : public RowTable<trace::TcpSample>
{
    Q_OBJECT
public:
    enum Column { Time, When, RoundTrip, Variation, Least, Window, Again, Columns };

    explicit TcpTable(QObject *parent = nullptr);

    // Times are told from `zero`.
    void setSamples(std::vector<trace::TcpSample> samples, trace::Stamp zero);

private:
    [[nodiscard]] QString cell(const trace::TcpSample &sample, int column) const override;
    [[nodiscard]] QVariant look(const trace::TcpSample &sample, int column,
                                int role) const override;

    trace::Stamp m_zero;
};

} // namespace sonde::ui
