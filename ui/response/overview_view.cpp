#include "ui/response/overview_view.h"

#include "trace/size_layers.h"
#include "ui/protocol/wire_feed.h"
#include "ui/response/finding_table.h"
#include "ui/response/fitted_table.h"
#include "ui/response/hop_table.h"
#include "ui/response/overview_facts.h"
#include "ui/response/size_table.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

constexpr int sideBySide = 760; // pixels from which facts and sizes have room beside each other
constexpr int sizesWidth = 400;

} // namespace

OverviewView::OverviewView(QWidget *parent)
    : QScrollArea(parent)
    , m_sizeModel(new SizeTable(this))
    , m_chainModel(new HopTable(this))
    , m_findingModel(new FindingTable(this))
{
    auto *column = factPage(this, tr("Overview"));
    column->addWidget(buildTop());
    buildChain(column);
    buildFindings(column);
    column->addStretch(1);
    FocusHand::set(this, m_findings);
}

QWidget *OverviewView::buildTop()
{
    auto *top = new QWidget;
    m_top = new QBoxLayout(QBoxLayout::TopToBottom, top);
    m_top->setContentsMargins(0, 0, 0, 0);
    m_top->setSpacing(24);
    m_facts = new FactGrid(tr("In short"), top);
    auto *left = new QVBoxLayout;
    left->addWidget(m_facts);
    left->addStretch(1);
    m_top->addLayout(left, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(factHeading(tr("Octets"), top));
    m_sizes = new FittedTable(tr("Octets, layer by layer"), FittedTable::Lines::One, top);
    m_sizes->setAlternatingRowColors(false);
    m_sizes->setModel(m_sizeModel);
    m_sizes->setItemDelegate(new BarDelegate(m_sizes));
    m_sizes->horizontalHeader()->setStretchLastSection(false);
    m_sizes->horizontalHeader()->setSectionResizeMode(SizeTable::Layer,
                                                      QHeaderView::ResizeToContents);
    for (const auto column : {SizeTable::Sent, SizeTable::Received})
        m_sizes->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    right->addWidget(m_sizes);
    right->addStretch(1);
    m_top->addLayout(right, 0);
    return top;
}

void OverviewView::buildChain(QBoxLayout *column)
{
    m_chainHeading = factHeading(tr("The way here"));
    m_chain = new FittedTable(tr("Requests of this chain"), FittedTable::Lines::One);
    m_chain->setModel(m_chainModel);
    m_chain->setActionText([](int) { return tr("Show this request"); });
    m_chain->horizontalHeader()->setStretchLastSection(false);
    column->addWidget(m_chainHeading);
    column->addWidget(m_chain);
    connect(m_chain, &FittedTable::rowActivated, this, &OverviewView::hopActivated);
}

void OverviewView::buildFindings(QBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->addWidget(factHeading(tr("What was noticed")));
    row->addStretch(1);
    auto *copy = new QToolButton;
    copy->setIcon(icon("copy"));
    copy->setText(tr("Copy overview"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
    row->addWidget(copy, 0, Qt::AlignBottom);
    column->addLayout(row);
    m_none = new QLabel;
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_none);
    m_findings = new FittedTable(tr("What was noticed"), FittedTable::Lines::Wrapped);
    m_findings->setModel(m_findingModel);
    m_findings->setLinkColumn(FindingTable::Where);
    m_findings->setActionText(
        [this](int row) { return evidenceText(m_findingModel->rows()[size_t(row)].evidence); });
    auto *header = m_findings->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FindingTable::Sentence, QHeaderView::Stretch);
    column->addWidget(m_findings);
    connect(m_findings, &FittedTable::rowActivated, this, [this](int row) {
        const Evidence &evidence = m_findingModel->rows()[size_t(row)].evidence;
        if (evidence.where != Evidence::Where::Nowhere)
            Q_EMIT evidenceRequested(evidence);
    });
}

void OverviewView::followWire(WireFeed *feed)
{
    m_feed = feed;
    connect(feed, &WireFeed::grown, this, [this] {
        if (isVisible())
            showFindings();
    });
}

void OverviewView::showHops(std::vector<HopSnapshot> hops, size_t hop)
{
    m_hops = std::move(hops);
    m_hop = hop;
    if (m_hop >= m_hops.size())
        return;
    const trace::ExchangeState &exchange = m_hops[m_hop].exchange;
    m_facts->setFacts(overviewFacts(m_hops, m_hop));
    m_sizeModel->setLayers(trace::sentLayers(exchange), trace::receivedLayers(exchange));
    const bool chain = m_hops.size() > 1;
    m_chainHeading->setVisible(chain);
    m_chain->setVisible(chain);
    m_chainModel->setRows(chain ? hopRows(m_hops, m_hop) : std::vector<HopRow>());
    showFindings();
    sizeColumns();
}

// The record may be of the connection of another hop, which knows nothing of this one.
void OverviewView::showFindings()
{
    if (m_hop >= m_hops.size())
        return;
    const HopSnapshot &hop = m_hops[m_hop];
    const bool ours = m_feed && m_feed->connection() == hop.exchange.connection;
    m_findingModel->setRows(overviewFindings(hop, ours ? m_feed->view() : WireView()));
    sizeFindings();
    const bool none = m_findingModel->rows().empty();
    m_none->setVisible(none);
    m_none->setText(none ? noFindingsText(hop) : QString());
    m_findings->setVisible(!none);
    FocusHand::set(this, none ? m_sizes : m_findings);
}

QString OverviewView::text() const
{
    QString all = factsText(m_facts->facts()) + u'\n' + m_sizes->allText();
    if (m_chainModel->rowCount() > 0)
        all += u'\n' + m_chain->allText();
    all += u'\n';
    return all + (m_findingModel->rows().empty() ? m_none->text() + u'\n' : m_findings->allText());
}

// As wide as what stands in them; the sentences, which wrap, have the rest.
void OverviewView::sizeFindings()
{
    constexpr int padding = 22;
    const QFontMetrics metrics = m_findings->fontMetrics();
    for (const auto column : {FindingTable::Severity, FindingTable::Section, FindingTable::Where}) {
        int width = metrics.horizontalAdvance(
            m_findingModel->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < m_findingModel->rowCount(); ++row) {
            const QString text = m_findingModel->index(row, column).data().toString();
            width = std::max(width, metrics.horizontalAdvance(text));
        }
        if (column == FindingTable::Severity)
            width += m_findings->style()->pixelMetric(QStyle::PM_SmallIconSize) + 20;
        m_findings->setColumnWidth(column, width + padding);
    }
}

void OverviewView::sizeColumns()
{
    auto *header = m_chain->horizontalHeader();
    if (m_chainModel->rowCount() == 0)
        return;
    for (const auto column :
         {HopTable::Number, HopTable::Answer, HopTable::Version, HopTable::Time, HopTable::Total})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (const auto column : {HopTable::Request, HopTable::Changed})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
}

void OverviewView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool wide = viewport()->width() >= sideBySide;
    m_top->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_sizes->setMaximumWidth(wide ? sizesWidth : QWIDGETSIZE_MAX);
    m_sizes->setMinimumWidth(wide ? sizesWidth : 0);
}

} // namespace sonde::ui
