#include "ui/response/connection_view.h"

#include "ui/protocol/wire_feed.h"
#include "ui/response/certificate_table.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

void colorLabel(QLabel *label, Token token)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().color(token));
    label->setPalette(palette);
}

} // namespace

ConnectionView::ConnectionView(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Connection"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(4);
    m_findings = addGroup(column, tr("What was noticed"));
    m_head = addGroup(column, tr("What the header says"));
    m_connection = addGroup(column, tr("Connection"));
    m_tls = addGroup(column, tr("TLS"));
    m_chainHeading = new QLabel(tr("Certificates, as the server sent them"), page);
    m_chainHeading->setFont(m_tls.heading->font());
    m_chainHeading->setContentsMargins(0, 10, 0, 2);
    m_chain = new CertificateTable(page);
    column->addWidget(m_chainHeading);
    column->addWidget(m_chain);
    m_sizes = addGroup(column, tr("Sizes"));
    column->addStretch(1);
    setWidget(page);
    page->setAutoFillBackground(false);
    connect(&Theme::instance(), &Theme::changed, this, &ConnectionView::recolor);
}

ConnectionView::Group ConnectionView::addGroup(QVBoxLayout *into, const QString &title)
{
    Group group;
    group.heading = new QLabel(title);
    QFont font = group.heading->font();
    font.setBold(true);
    group.heading->setFont(font);
    group.heading->setContentsMargins(0, 10, 0, 2);
    group.box = new QWidget;
    group.grid = new QGridLayout(group.box);
    group.grid->setContentsMargins(0, 0, 0, 0);
    group.grid->setHorizontalSpacing(16);
    group.grid->setVerticalSpacing(3);
    group.grid->setColumnStretch(1, 1);
    group.grid->setColumnMinimumWidth(0, 170);
    into->addWidget(group.heading);
    into->addWidget(group.box);
    return group;
}

void ConnectionView::fill(Group &group, std::vector<Fact> facts)
{
    group.heading->setVisible(!facts.empty());
    group.box->setVisible(!facts.empty());
    if (facts == group.facts)
        return;
    const bool sameNames =
        std::equal(facts.begin(), facts.end(), group.facts.begin(), group.facts.end(),
                   [](const Fact &a, const Fact &b) {
                       return a.name == b.name && a.token == b.token && !a.frame && !b.frame;
                   });
    if (!sameNames) {
        while (QLayoutItem *item = group.grid->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    }
    for (int row = 0; row < int(facts.size()); ++row) {
        const Fact &fact = facts[size_t(row)];
        if (sameNames) {
            static_cast<QLabel *>(group.grid->itemAtPosition(row, 1)->widget())
                ->setText(fact.value);
            continue;
        }
        auto *name = new QLabel(fact.name, group.box);
        name->setForegroundRole(QPalette::PlaceholderText);
        QLabel *value = valueLabel(fact, group.box);
        name->setBuddy(value);
        group.grid->addWidget(name, row, 0, Qt::AlignTop);
        group.grid->addWidget(value, row, 1);
    }
    group.facts = std::move(facts);
}

QLabel *ConnectionView::valueLabel(const Fact &fact, QWidget *parent)
{
    auto *value = new QLabel(fact.value, parent);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleDescription(fact.name);
    if (fact.frame) {
        value->setTextFormat(Qt::RichText);
        value->setText(QStringLiteral("%1 <a href=\"%2\">%3</a>")
                           .arg(fact.value.toHtmlEscaped(), QString::number(*fact.frame),
                                tr("Show the frame").toHtmlEscaped()));
        value->setTextInteractionFlags(Qt::TextBrowserInteraction);
        connect(value, &QLabel::linkActivated, this, [this](const QString &frame) {
            Q_EMIT frameRequested(size_t(frame.toULongLong()));
        });
    }
    if (fact.token != Token::Text)
        colorLabel(value, fact.token);
    return value;
}

void ConnectionView::followWire(WireFeed *feed)
{
    m_feed = feed;
    connect(feed, &WireFeed::grown, this, [this] {
        if (m_hop && isVisible())
            showFindings();
    });
}

// The record may be of the connection of another hop, which knows nothing of this one.
void ConnectionView::showFindings()
{
    auto facts = findingFacts(*m_hop);
    if (m_feed && m_feed->connection() == m_hop->exchange.connection) {
        for (Fact &fact : frameFacts(*m_hop, m_feed->view()))
            facts.push_back(std::move(fact));
    }
    fill(m_findings, std::move(facts));
}

void ConnectionView::showHop(const HopSnapshot &hop)
{
    m_hop = hop;
    showFindings();
    fill(m_head, headFacts(hop));
    fill(m_connection, connectionFacts(hop));
    fill(m_tls, tlsFacts(hop));
    fill(m_sizes, sizeFacts(hop));
    const trace::TlsReport *tls = hop.tls();
    const bool chain = tls && !tls->chain.empty();
    m_chainHeading->setVisible(chain);
    m_chain->setVisible(chain);
    if (chain && *tls != m_report) {
        m_report = *tls;
        m_chain->setReport(*tls);
    }
}

void ConnectionView::recolor()
{
    for (Group *group : {&m_findings, &m_head, &m_connection, &m_tls, &m_sizes}) {
        for (int row = 0; row < int(group->facts.size()); ++row) {
            auto *value = static_cast<QLabel *>(group->grid->itemAtPosition(row, 1)->widget());
            const Token token = group->facts[size_t(row)].token;
            if (token != Token::Text)
                colorLabel(value, token);
        }
    }
}

} // namespace sonde::ui
