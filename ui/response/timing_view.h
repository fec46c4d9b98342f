// The waterfall of a call and its numbers below. Live while it runs. GUI thread.
#pragma once

#include "ui/response/timing_table.h"

#include <QBasicTimer>
#include <QWidget>

class QSplitter;
class QTableView;

namespace sonde::ui
{

class Waterfall;
class WireFeed;
class WireSelection;

class TimingView : public QWidget
{
    Q_OBJECT
public:
    explicit TimingView(QWidget *parent = nullptr);

    void showHops(std::vector<HopSnapshot> hops);
    void setCurrentHop(int hop);
    // Where stalls and round trips are known from, and which moment is selected; follows both from
    // then on.
    void followWire(WireFeed *feed, WireSelection *selection);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] Waterfall *waterfall() const { return m_waterfall; }

Q_SIGNALS:
    void hopActivated(int hop);

protected:
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dressTable();
    QWidget *buildNumbers();
    void refresh();
    void selectHop();
    void followSelection();
    void selectAt(trace::Stamp moment);
    void sizeColumns();
    void fitWaterfall();
    [[nodiscard]] TimingWire wire() const;

    std::vector<HopSnapshot> m_hops;
    int m_hop = -1; // the one looked at
    WireFeed *m_feed = nullptr;
    WireSelection *m_selection = nullptr;
    Waterfall *m_waterfall;
    TimingTable *m_model;
    QTableView *m_table;
    QSplitter *m_splitter = nullptr;
    bool m_splitterMoved = false;
    QBasicTimer m_ticker; // bars of running phases grow between two changes
};

} // namespace sonde::ui
