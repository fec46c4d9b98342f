#include "ui/response/connection_view.h"

#include "ui/response/fitted_table.h"
#include "ui/response/tcp_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace sonde::ui
{

ConnectionView::ConnectionView(QWidget *parent)
    : QScrollArea(parent)
    , m_empty(factAbsence())
    , m_connection(new FactGrid(tr("Connection")))
    , m_attempts(new FactGrid(tr("Addresses tried")))
    , m_tcp(new TcpTable(this))
    , m_tcpHeading(factHeading(tr("TCP, as the kernel sees it")))
    , m_samples(new FittedTable(tr("TCP, moment by moment"), FittedTable::Lines::One))
{
    auto *column = factPage(this, tr("Connection"));
    column->addWidget(m_empty);
    column->addWidget(m_connection);
    column->addWidget(m_attempts);
    column->addWidget(m_tcpHeading);
    column->addWidget(m_samples);
    m_samples->setModel(m_tcp);
    m_samples->horizontalHeader()->setStretchLastSection(false);
    const int character = fontMetrics().averageCharWidth();
    for (int wide = 0; wide < TcpTable::Columns; ++wide) {
        const int usual = (wide == TcpTable::When     ? 26
                           : wide == TcpTable::Window ? 20
                                                      : 13) *
                          character;
        // A title is longer in some languages than any number below it.
        m_samples->setColumnWidth(
            wide, std::max(usual, m_samples->horizontalHeader()->sectionSizeHint(wide)));
    }
    column->addStretch(1);
}

void ConnectionView::showHops(const std::vector<HopSnapshot> &hops, size_t hop)
{
    const HopSnapshot &shown = hops[hop];
    m_empty->setVisible(!shown.connection);
    if (!shown.connection)
        m_empty->setText(shown.exchange.isOver()
                             ? tr("The request ended before it had a connection.")
                             : tr("The request has no connection yet."));
    m_connection->setFacts(connectionFacts(hops, hop));
    m_attempts->setFacts(attemptFacts(shown));
    const bool sampled = shown.connection && !shown.connection->tcp.empty();
    m_tcpHeading->setVisible(sampled);
    m_samples->setVisible(sampled);
    if (sampled)
        m_tcp->setSamples(shown.connection->tcp, shown.exchange.events.front().at);
}

} // namespace sonde::ui
