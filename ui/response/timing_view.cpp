#include "ui/response/timing_view.h"

#include "ui/protocol/wire_feed.h"
#include "ui/protocol/wire_selection.h"
#include "ui/protocol/wire_subject.h"
#include "ui/protocol/wire_words.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_table.h"
#include "ui/widgets/waterfall/waterfall.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QTimerEvent>
#include <QToolButton>

namespace sonde::ui
{
namespace
{

constexpr int tickMilliseconds = 50;

} // namespace

TimingView::TimingView(QWidget *parent)
    : QWidget(parent)
    , m_waterfall(new Waterfall)
    , m_model(new TimingTable(this))
    , m_table(new QTableView)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_waterfall);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    dressTable();
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->addWidget(scroll);
    m_splitter->addWidget(buildNumbers());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    FocusHand::set(this, m_table);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitterMoved = true; });
    connect(m_waterfall, &Waterfall::rowActivated, this, &TimingView::hopActivated);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_waterfall->setCurrentRow(m_model->rows()[size_t(current.row())].hop);
            });
}

void TimingView::dressTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Timing in numbers"));
    dressPlainTable(m_table);
}

// The table and, below it, a way to take it along.
QWidget *TimingView::buildNumbers()
{
    auto *copy = new QToolButton;
    copy->setIcon(icon("copy"));
    copy->setText(tr("Copy as text"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(timingText(m_model->rows())); });
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(0);
    bar->addStretch(1);
    const auto addZoom = [&](const QString &text, const QString &tip, auto action) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, m_waterfall, action);
        bar->addWidget(button);
        return button;
    };
    constexpr double step = 1.5;
    addZoom(QStringLiteral("+"), tr("Zoom in (+)"), [this] { m_waterfall->zoom(step); });
    auto *out =
        addZoom(QStringLiteral("−"), tr("Zoom out (−)"), [this] { m_waterfall->zoom(1 / step); });
    auto *whole =
        addZoom(tr("All"), tr("Show all of the time (0)"), [this] { m_waterfall->showAll(); });
    const auto showZoom = [this, out, whole] {
        out->setEnabled(m_waterfall->isZoomed());
        whole->setEnabled(m_waterfall->isZoomed());
    };
    connect(m_waterfall, &Waterfall::zoomChanged, this, showZoom);
    showZoom();
    bar->addWidget(copy);
    auto *lower = new QWidget;
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addWidget(m_table, 1);
    lowerColumn->addLayout(bar);
    return lower;
}

void TimingView::showHops(std::vector<HopSnapshot> hops)
{
    m_hops = std::move(hops);
    if (m_hops.empty())
        m_hop = -1;
    refresh();
    const bool running = !m_hops.empty() && !m_hops.back().exchange.isOver();
    if (running && !m_ticker.isActive())
        m_ticker.start(tickMilliseconds, this);
    else if (!running)
        m_ticker.stop();
}

void TimingView::followWire(WireFeed *feed, WireSelection *selection)
{
    m_feed = feed;
    m_selection = selection;
    connect(feed, &WireFeed::grown, this, &TimingView::refresh);
    connect(selection, &WireSelection::selected, this, &TimingView::followSelection);
    connect(m_waterfall, &Waterfall::momentChosen, this, &TimingView::selectAt);
}

// The moment of the frame that is selected, as a line through all bars.
void TimingView::followSelection()
{
    if (!m_selection)
        return;
    const auto row = m_selection->row();
    const WireView &view = m_feed->view();
    if (!row || *row >= view.size()) {
        m_waterfall->setCursorMoment({});
        return;
    }
    m_waterfall->setCursorMoment(view.at(*row));
    if (!m_hops.empty())
        m_waterfall->setAccessibleDescription(
            tr("Selected on the wire: %1, at %2")
                .arg(
                    typeText(view, *row),
                    durationText(view.at(*row) - WireSubject{m_hops.front().exchange, {}}.zero())));
}

// Of what this request sent and received, what is nearest to that moment.
void TimingView::selectAt(trace::Stamp moment)
{
    if (m_hop < 0 || size_t(m_hop) >= m_hops.size())
        return;
    const WireView &view = m_feed->view();
    const trace::ExchangeState &exchange = m_hops[size_t(m_hop)].exchange;
    const auto own = WireSubject{exchange, {}}.stream(view);
    if (!own || m_feed->connection() != exchange.connection)
        return;
    std::optional<size_t> nearest;
    const auto away = [&](size_t row) { return std::chrono::abs(view.at(row) - moment); };
    for (size_t row = 0; row < view.size(); ++row) {
        if (view.stream(row) == *own && (!nearest || away(row) < away(*nearest)))
            nearest = row;
    }
    if (!nearest)
        return;
    m_selection->select(*nearest);
    m_selection->pointAt(view.at(*nearest));
}

TimingWire TimingView::wire() const
{
    return m_feed ? TimingWire{m_feed->connection(), m_feed->view()} : TimingWire{};
}

void TimingView::setCurrentHop(int hop)
{
    if (hop == m_hop)
        return;
    m_hop = hop;
    m_waterfall->setCurrentRow(hop);
    selectHop();
}

// The table begins at the hop looked at, not at the first one, when it gets the focus.
void TimingView::selectHop()
{
    const auto &rows = m_model->rows();
    for (int row = 0; row < int(rows.size()); ++row) {
        if (rows[size_t(row)].heading && rows[size_t(row)].hop == m_hop) {
            m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                                       QItemSelectionModel::NoUpdate);
            return;
        }
    }
}

void TimingView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_ticker.timerId())
        refresh();
    else
        QWidget::timerEvent(event);
}

void TimingView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TimingView::refresh()
{
    if (!isVisible())
        return; // what nobody sees need not be computed
    const trace::Stamp now = trace::now();
    std::vector<WaterfallRow> rows;
    const TimingWire known = wire();
    for (const HopSnapshot &hop : m_hops) {
        rows.push_back(waterfallRow(hop.exchange, now));
        rows.back().marks = timingMarks(hop, known);
    }
    m_waterfall->setRows(std::move(rows));
    followSelection();
    fitWaterfall();
    const bool first = m_model->rowCount() == 0;
    m_model->setRows(timingRows(m_hops, now, known));
    if (first) {
        sizeColumns();
        selectHop();
    }
}

// Room for every hop up to half of the pane, until the user decides otherwise.
void TimingView::fitWaterfall()
{
    const int wanted = std::min(m_waterfall->sizeHint().height() + 2, height() / 2);
    if (m_splitterMoved || wanted == m_splitter->sizes().front())
        return;
    m_splitter->setSizes({wanted, std::max(height() - wanted, 1)});
}

void TimingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWaterfall();
}

void TimingView::sizeColumns()
{
    const int character = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    m_table->setColumnWidth(TimingTable::Phase, character * 28);
    m_table->setColumnWidth(TimingTable::Start, character * 11);
    m_table->setColumnWidth(TimingTable::Duration, character * 11);
}

} // namespace sonde::ui
