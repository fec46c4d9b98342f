// The connection that carried a hop: how it came about, where it leads, what else it carried. GUI
// thread.
#pragma once

#include "ui/response/fact_grid.h"
#include "ui/response/hop_snapshot.h"

#include <QScrollArea>

class QLabel;

namespace sonde::ui
{

class FittedTable;
class TcpTable;

[[nodiscard]] std::vector<Fact> connectionFacts(const std::vector<HopSnapshot> &hops, size_t hop);
// Every address that was tried, and how it went.
[[nodiscard]] std::vector<Fact> attemptFacts(const HopSnapshot &hop);

class ConnectionView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ConnectionView(QWidget *parent = nullptr);

    void showHops(const std::vector<HopSnapshot> &hops, size_t hop);

private:
    QLabel *m_empty; // why there is nothing
    FactGrid *m_connection;
    FactGrid *m_attempts;
    TcpTable *m_tcp;
    QLabel *m_tcpHeading;
    FittedTable *m_samples; // of TCP, as the kernel tells them
};

} // namespace sonde::ui
