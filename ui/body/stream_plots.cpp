#include "ui/body/stream_plots.h"

#include "ui/body/bar_plot.h"
#include "ui/widgets/format.h"

#include <QHBoxLayout>
#include <QTimerEvent>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int soonMilliseconds = 200;
constexpr size_t mostRates = 48;

std::vector<Bar> barsOf(const std::vector<GapHistogram::Bin> &bins)
{
    std::vector<Bar> bars;
    for (const GapHistogram::Bin &bin : bins) {
        const auto count = int(std::min<qint64>(bin.count, std::numeric_limits<int>::max()));
        const QString from = durationText(bin.from);
        bars.push_back({.value = double(bin.count),
                        .place = from,
                        //: a range of times
                        .range = bin.to.count() > 0
                                     ? StreamPlots::tr("%1 to %2").arg(from, durationText(bin.to))
                                     : StreamPlots::tr("%1 and longer").arg(from),
                        .reading = StreamPlots::tr("%Ln gap(s)", nullptr, count)});
    }
    return bars;
}

std::vector<Bar> barsOf(const std::vector<RateBin> &bins)
{
    std::vector<Bar> bars;
    for (const RateBin &bin : bins) {
        const QString from = durationText(bin.from);
        bars.push_back({.value = double(bin.octets),
                        .place = from,
                        .range = StreamPlots::tr("%1 to %2").arg(from, durationText(bin.to)),
                        .reading = rateText(bin.octets, bin.to - bin.from)});
    }
    return bars;
}

} // namespace

StreamPlots::StreamPlots(QWidget *parent)
    : QWidget(parent)
    , m_gaps(new BarPlot(tr("Gaps between events"), tr("Gap"), tr("How often"), this))
    , m_rates(new BarPlot(tr("Throughput"), tr("Time"), tr("Rate"), this))
{
    auto *table = new QToolButton(this);
    table->setText(tr("Table"));
    table->setToolTip(tr("Show the numbers of both plots"));
    table->setCheckable(true);
    table->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(0);
    row->addWidget(m_gaps, 1);
    row->addWidget(m_rates, 1);
    row->addWidget(table, 0, Qt::AlignTop);
    connect(table, &QToolButton::toggled, this, [this](bool on) {
        m_gaps->showTable(on);
        m_rates->showTable(on);
    });
}

void StreamPlots::noteGrowth()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start(soonMilliseconds, this);
}

void StreamPlots::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_soon.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_soon.stop();
    refresh();
}

void StreamPlots::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void StreamPlots::refresh()
{
    if (gaps)
        m_gaps->setBars(barsOf(gaps()));
    if (rates)
        m_rates->setBars(barsOf(rates(mostRates)));
}

} // namespace sonde::ui
