#include "ui/response/tls_view.h"

#include "ui/response/certificate_table.h"
#include "ui/response/fitted_table.h"
#include "ui/response/tls_ladder.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/sentence.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace sonde::ui
{
namespace
{

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

QString listText(const QList<QByteArray> &list)
{
    return latin(list.join(", "));
}

QString dayText(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

// What the server handed over to prove that its certificate was not revoked.
QString stapleText(const trace::OcspStaple &staple)
{
    QString text;
    switch (staple.status) {
    case trace::OcspStaple::Status::Good:
        text = TlsView::tr("good, as of %1").arg(dayText(staple.thisUpdate));
        break;
    case trace::OcspStaple::Status::Revoked:
        text = TlsView::tr("REVOKED on %1").arg(dayText(staple.revoked));
        break;
    case trace::OcspStaple::Status::Unknown:
        text = TlsView::tr("the responder does not know this certificate");
        break;
    case trace::OcspStaple::Status::Unreadable:
        text = TlsView::tr("it is no answer about this certificate");
        break;
    }
    if (!staple.reason.isEmpty())
        text += QStringLiteral(" (%1)").arg(staple.reason);
    if (staple.nextUpdate.isValid())
        text +=
            QStringLiteral("; ") + TlsView::tr("holds until %1").arg(dayText(staple.nextUpdate));
    if (!staple.responder.isEmpty())
        text += QStringLiteral("; ") + TlsView::tr("says %1").arg(staple.responder);
    if (!staple.problem.isEmpty())
        text += QStringLiteral("; ") + inWindowLanguage(staple.problem);
    return text;
}

void addStatus(std::vector<Fact> &facts, const trace::TlsReport &tls)
{
    if (tls.version.isEmpty())
        return;
    if (tls.ocsp) {
        const bool bad = tls.ocsp->status == trace::OcspStaple::Status::Revoked;
        const bool doubtful =
            tls.ocsp->status != trace::OcspStaple::Status::Good || !tls.ocsp->problem.isEmpty();
        addFact(facts, TlsView::tr("OCSP staple"), stapleText(*tls.ocsp),
                bad        ? Token::Danger
                : doubtful ? Token::Warning
                           : Token::Text);
    } else if (!tls.resumed) {
        addFact(facts, TlsView::tr("OCSP staple"), TlsView::tr("none was sent"));
    }
    QStringList logged;
    for (const trace::SignedTimestamp &timestamp : tls.timestamps)
        logged << dayText(timestamp.at);
    if (!logged.isEmpty())
        addFact(
            facts, TlsView::tr("Transparency logs"),
            TlsView::tr("%n promise(s) to publish it, not checked: %1", nullptr, int(logged.size()))
                .arg(logged.join(QStringLiteral(", "))));
}

} // namespace

std::vector<Fact> tlsFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    const trace::TlsReport *tls = hop.tls();
    if (!tls)
        return facts;
    const bool bad = tls->verification == trace::Verification::Failed ||
                     tls->verification == trace::Verification::Ignored;
    const bool good = tls->verification == trace::Verification::Trusted;
    addFact(facts, TlsView::tr("Certificate check"), verificationText(*tls),
            bad    ? Token::Danger
            : good ? Token::Success
                   : Token::Muted);
    addFact(facts, TlsView::tr("Version"), latin(tls->version));
    addFact(facts, TlsView::tr("Cipher"), latin(tls->cipher));
    addFact(facts, TlsView::tr("Key exchange"), latin(tls->group));
    addFact(facts, TlsView::tr("Server name (SNI)"),
            tls->serverName.isEmpty() ? TlsView::tr("none: an address is not sent")
                                      : latin(tls->serverName));
    addFact(facts, TlsView::tr("ALPN offered"), listText(tls->alpnOffered));
    addFact(facts, TlsView::tr("ALPN chosen"),
            tls->alpnChosen.isEmpty() && !tls->alpnOffered.isEmpty() ? TlsView::tr("none")
                                                                     : latin(tls->alpnChosen));
    if (!tls->version.isEmpty())
        addFact(facts, TlsView::tr("Session"),
                tls->resumed
                    ? TlsView::tr("resumed from an earlier one: the certificates are those "
                                  "of that time")
                    : TlsView::tr("new"));
    addStatus(facts, *tls);
    return facts;
}

QString noTlsText(const HopSnapshot &hop)
{
    if (hop.tls())
        return {};
    if (!hop.exchange.request.target.origin.isTls())
        return TlsView::tr("This request went without TLS: its URL begins with http, so nothing on "
                           "the way was encrypted.");
    if (!hop.connection)
        return hop.exchange.isOver()
                   ? TlsView::tr("The request ended before it had a connection, so there was no "
                                 "handshake.")
                   : TlsView::tr("The request has no connection yet.");
    return hop.exchange.isOver() ? TlsView::tr("The connection ended before its handshake began.")
                                 : TlsView::tr("The handshake is still under way.");
}

TlsView::TlsView(QWidget *parent)
    : QScrollArea(parent)
    , m_empty(factAbsence())
    , m_facts(new FactGrid(tr("What was agreed on")))
    , m_messages(new TlsLadder(this))
{
    auto *column = factPage(this, tr("TLS"));
    column->addWidget(m_empty);
    column->addWidget(m_facts);
    buildChain(column);
    buildHandshake(column);
    column->addStretch(1);
}

void TlsView::buildHandshake(QBoxLayout *column)
{
    m_handshake = new QWidget;
    auto *inner = new QVBoxLayout(m_handshake);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(4);
    inner->addWidget(factHeading(tr("Handshake")));
    m_noMessages = new QLabel(tr("Its messages were not recorded."));
    m_noMessages->setForegroundRole(QPalette::PlaceholderText);
    inner->addWidget(m_noMessages);
    m_axis = new TlsAxis;
    inner->addWidget(m_axis);
    m_ladder = new FittedTable(tr("Messages of the handshake"), FittedTable::Lines::One);
    m_ladder->setModel(m_messages);
    m_ladder->setAlternatingRowColors(false);
    m_ladder->setItemDelegateForColumn(TlsLadder::Message, new RungDelegate(m_ladder));
    m_ladder->verticalHeader()->setDefaultSectionSize(m_ladder->fontMetrics().height() * 3 / 2 + 4);
    auto *header = m_ladder->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TlsLadder::Message, QHeaderView::Stretch);
    const auto width = [this](const char *sample) {
        return m_ladder->fontMetrics().horizontalAdvance(QLatin1String(sample)) + 24;
    };
    m_ladder->setColumnWidth(TlsLadder::Time, width("00.00 ms"));
    m_ladder->setColumnWidth(
        TlsLadder::Octets, std::max(width("000,000"), header->sectionSizeHint(TlsLadder::Octets)));
    // Its words are as long as the language has them, and they are few.
    header->setSectionResizeMode(TlsLadder::Secrecy, QHeaderView::ResizeToContents);
    inner->addWidget(m_ladder);
    column->addWidget(m_handshake);
    connect(m_ladder->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { m_axis->setCurrent(current.row()); });
}

void TlsView::buildChain(QBoxLayout *column)
{
    m_certificates = new QWidget;
    auto *inner = new QVBoxLayout(m_certificates);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(4);
    inner->addWidget(factHeading(tr("Certificates, as the server sent them")));
    m_chain = new CertificateTable;
    inner->addWidget(m_chain);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_trust = new QPushButton(icon("shield"), tr("Trust for this host…"));
    connect(m_trust, &QPushButton::clicked, this, &TlsView::trustHostRequested);
    auto *save = new QPushButton(icon("save"), tr("Save as PEM…"));
    save->setToolTip(tr("Write the selected certificate, or the whole chain, to a file"));
    connect(save, &QPushButton::clicked, this, [this] { m_chain->savePem(m_host); });
    auto *copy = new QPushButton(icon("copy"), tr("Copy as text"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
    for (QPushButton *button : {m_trust, save, copy})
        row->addWidget(button);
    row->addStretch(1);
    inner->addLayout(row);
    column->addWidget(m_certificates);
}

void TlsView::showHop(const HopSnapshot &hop)
{
    const QString empty = noTlsText(hop);
    m_empty->setText(empty);
    m_empty->setVisible(!empty.isEmpty());
    m_facts->setFacts(tlsFacts(hop));
    const trace::TlsReport *tls = hop.tls();
    m_host = latin(hop.exchange.request.target.origin.host);
    m_handshake->setVisible(tls);
    m_certificates->setVisible(tls && !tls->chain.empty());
    if (!tls)
        return;
    m_trust->setVisible(tls->verification == trace::Verification::Failed ||
                        tls->verification == trace::Verification::Ignored);
    m_noMessages->setVisible(tls->messages.empty());
    m_axis->setVisible(!tls->messages.empty());
    m_ladder->setVisible(!tls->messages.empty());
    if (*tls == m_report)
        return; // a table that is filled anew loses what is selected and opened
    m_report = *tls;
    m_axis->setMessages(tls->messages);
    m_messages->resetRows(tls->messages);
    m_chain->setReport(*tls);
}

QString TlsView::text() const
{
    return factsText(m_facts->facts()) + u'\n' + m_chain->text() + u'\n' + m_ladder->allText();
}

} // namespace sonde::ui
