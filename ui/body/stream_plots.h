// Above the events of a stream: how long its gaps are and how fast it came, beside each other, as
// plots or as tables. GUI thread.
#pragma once

#include "ui/body/stream_figures.h"

#include <QBasicTimer>
#include <QWidget>

namespace sonde::ui
{

class BarPlot;

class StreamPlots : public QWidget
{
    Q_OBJECT
public:
    explicit StreamPlots(QWidget *parent = nullptr);

    // Looked at again soon, not at once: a fast stream would have nothing else to do.
    void noteGrowth();
    // Where the figures come from; asked while it is visible.
    std::function<std::vector<GapHistogram::Bin>()> gaps;
    std::function<std::vector<RateBin>(size_t most)> rates;

    [[nodiscard]] BarPlot *gapPlot() const { return m_gaps; }
    [[nodiscard]] BarPlot *ratePlot() const { return m_rates; }

protected:
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    BarPlot *m_gaps;
    BarPlot *m_rates;
    QBasicTimer m_soon;
};

} // namespace sonde::ui
