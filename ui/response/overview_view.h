// The first thing to read about an exchange: outcome, protocol, connection, time, octets layer by
// layer, the chain that led here, and what was noticed, each with the way to its evidence. GUI
// thread.
#pragma once

#include "ui/response/overview_findings.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;

namespace sonde::ui
{

class FactGrid;
class FindingTable;
class FittedTable;
class HopTable;
class SizeTable;
class WireFeed;

class OverviewView : public QScrollArea
{
    Q_OBJECT
public:
    explicit OverviewView(QWidget *parent = nullptr);

    void showHops(std::vector<HopSnapshot> hops, size_t hop);
    // Where findings about frames come from; follows it from then on.
    void followWire(WireFeed *feed);

    [[nodiscard]] FittedTable *findings() const { return m_findings; }
    [[nodiscard]] FittedTable *sizes() const { return m_sizes; }
    [[nodiscard]] FittedTable *chain() const { return m_chain; }
    // All of it, for a bug report.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void evidenceRequested(const sonde::ui::Evidence &evidence);
    void hopActivated(int hop);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildTop();
    void buildChain(QBoxLayout *column);
    void buildFindings(QBoxLayout *column);
    void showFindings();
    void sizeColumns();
    void sizeFindings();

    std::vector<HopSnapshot> m_hops;
    size_t m_hop = 0;
    WireFeed *m_feed = nullptr;
    FactGrid *m_facts = nullptr;
    QBoxLayout *m_top = nullptr; // facts and sizes: side by side where there is room
    SizeTable *m_sizeModel;
    FittedTable *m_sizes = nullptr;
    HopTable *m_chainModel;
    QLabel *m_chainHeading = nullptr;
    FittedTable *m_chain = nullptr;
    FindingTable *m_findingModel;
    FittedTable *m_findings = nullptr;
    QLabel *m_none = nullptr; // why there are no findings
};

} // namespace sonde::ui
