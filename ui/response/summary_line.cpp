#include "ui/response/summary_line.h"

#include "ui/response/certificate_table.h"
#include "ui/response/change_list.h"
#include "ui/response/error_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"

#include <algorithm>

namespace sonde::ui
{
namespace
{

QString progressText(const trace::ExchangeState &exchange)
{
    using trace::What;
    const auto happened = [&](What what) {
        return trace::firstOf(exchange.events, what).has_value();
    };
    if (happened(What::SendHeadFinished))
        return SummaryLine::tr("Waiting for the response…");
    if (happened(What::SendHeadStarted))
        return SummaryLine::tr("Sending…");
    return SummaryLine::tr("Connecting…");
}

QString reasonOf(const http::ResponseHead &head)
{
    if (!head.reason.isEmpty())
        return QString::fromLatin1(head.reason);
    return QLatin1String(http::reasonPhrase(head.status));
}

QString sizesHint(const HopSnapshot &hop)
{
    const trace::Sizes &sizes = hop.exchange.sizes;
    return SummaryLine::tr("On the wire: %1 of head, %2 of body\nContent as sent: %3\n"
                           "Content decoded: %4")
        .arg(exactOctetsText(qint64(sizes.responseHeadWire)),
             exactOctetsText(qint64(sizes.responseBodyWire)),
             exactOctetsText(qint64(sizes.responseEncoded)),
             exactOctetsText(qint64(sizes.responseDecoded)));
}

// The colour of a warning is for what is one.
Token findingsToken(const HopSnapshot &hop)
{
    const bool notes = std::ranges::all_of(hop.exchange.findings, [](const auto &finding) {
        return finding.severity == trace::Severity::Note;
    });
    return notes ? Token::Muted : Token::Warning;
}

} // namespace

QString statusText(const HopSnapshot &hop)
{
    const trace::ExchangeState &exchange = hop.exchange;
    if (exchange.response)
        return QStringLiteral("%1 %2")
            .arg(exchange.response->status)
            .arg(reasonOf(*exchange.response))
            .trimmed();
    if (exchange.error)
        return errorText(*exchange.error).title;
    if (exchange.end == trace::End::Cancelled)
        return SummaryLine::tr("Cancelled");
    return progressText(exchange);
}

QString summaryText(const std::vector<HopSnapshot> &hops, size_t hop)
{
    if (hop >= hops.size())
        return {};
    QStringList parts{statusText(hops[hop])};
    // A response that has begun may still end badly.
    if (hops[hop].exchange.response && hops[hop].exchange.error)
        parts << errorText(*hops[hop].exchange.error).title;
    if (hops[hop].exchange.isOver())
        parts << durationText(totalTime(hops));
    if (hops[hop].exchange.response)
        parts << octetsText(qint64(hops[hop].exchange.sizes.responseDecoded));
    if (hops[hop].isUnverified())
        parts << SummaryLine::tr("not verified");
    return parts.join(QStringLiteral(", "));
}

SummaryLine::SummaryLine(QWidget *parent)
    : QWidget(parent)
    , m_status(new Badge(this))
    , m_problem(new Badge(this))
    , m_time(new Badge(this))
    , m_size(new Badge(this))
    , m_unverified(new Badge(this))
    , m_protocol(new Badge(this))
    , m_reason(new Badge(this))
    , m_tls(new Badge(this))
    , m_reused(new Badge(this))
    , m_findings(new Badge(this))
{
    setAccessibleName(tr("Response summary"));
    QFont strong = m_status->font();
    strong.setBold(true);
    m_status->setFont(strong);
    auto *row = new FlowLayout(this, 10);
    row->setContentsMargins(12, 6, 12, 6);
    for (Badge *badge : {m_status, m_problem, m_unverified, m_time, m_size, m_protocol, m_reason,
                         m_tls, m_reused, m_findings})
        row->addWidget(badge);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SummaryLine::showHops(const std::vector<HopSnapshot> &hops, size_t hop)
{
    if (hop >= hops.size())
        return;
    const HopSnapshot &shown = hops[hop];
    showStatus(shown);
    const QString since =
        hops.size() > 1 ? tr("From Send to the end, over %n request(s)", nullptr, int(hops.size()))
                        : tr("From Send to the end");
    m_time->say(durationText(totalTime(hops)), Token::Text, Badge::Style::Plain, since);
    showSizes(shown);
    showConnection(shown);
    const auto findings = int(shown.exchange.findings.size());
    m_findings->say(findings > 0 ? tr("%n finding(s)", nullptr, findings) : QString(),
                    findingsToken(shown), Badge::Style::Tinted,
                    tr("What was noticed on the way stands under Overview"));
    setAccessibleDescription(summaryText(hops, hop));
    updateGeometry();
}

void SummaryLine::showStatus(const HopSnapshot &hop)
{
    const bool ended = hop.exchange.response || hop.exchange.isOver();
    const bool cancelled = hop.exchange.end == trace::End::Cancelled && !hop.exchange.response;
    const QString text = statusText(hop);
    if (!ended || cancelled)
        m_status->say(text, Token::Muted, Badge::Style::Plain);
    else
        m_status->say(statusShape(hop.status()) + QLatin1Char(' ') + text,
                      statusToken(hop.status()), Badge::Style::Tinted);
    // A response that has begun may still end badly: its status alone would look like success.
    const bool both = hop.exchange.response && hop.exchange.error;
    m_problem->say(both ? statusShape(0) + QLatin1Char(' ') + errorText(*hop.exchange.error).title
                        : QString(),
                   Token::StatusError, Badge::Style::Tinted,
                   both ? inWindowLanguage(hop.exchange.error->sentence) : QString());
}

void SummaryLine::showSizes(const HopSnapshot &hop)
{
    const bool some = hop.exchange.response.has_value();
    m_size->say(some ? octetsText(qint64(hop.exchange.sizes.responseDecoded)) : QString(),
                Token::Text, Badge::Style::Plain, sizesHint(hop));
}

void SummaryLine::showConnection(const HopSnapshot &hop)
{
    QString protocol;
    QString reason;
    if (hop.exchange.response)
        protocol = QLatin1String(http::versionName(hop.exchange.response->version));
    if (hop.connection) {
        if (protocol.isEmpty() && hop.exchange.error == std::nullopt)
            protocol = QLatin1String(http::versionName(hop.connection->version));
        reason = versionReasonText(hop.connection->versionReason);
    }
    m_protocol->say(protocol, Token::MethodPut, Badge::Style::Tinted, reason);
    m_reason->say(protocol.isEmpty() ? QString() : reason, Token::Muted, Badge::Style::Plain,
                  tr("Why this HTTP version is spoken on this connection"));
    const trace::TlsReport *tls = hop.tls();
    const bool unverified = hop.isUnverified();
    const bool trusted = tls && tls->verification == trace::Verification::Trusted;
    const bool failed = tls && tls->verification == trace::Verification::Failed;
    m_tls->say(tls && !unverified ? QString::fromLatin1(tls->version) : QString(),
               trusted  ? Token::Success
               : failed ? Token::Danger
                        : Token::Muted,
               Badge::Style::Tinted, tls ? verificationText(*tls) : QString());
    m_unverified->say(unverified ? tr("NOT VERIFIED") : QString(), Token::Danger,
                      Badge::Style::Filled, tls ? verificationText(*tls) : QString());
    m_reused->say(hop.exchange.connectionReused ? tr("reused") : QString(), Token::Muted,
                  Badge::Style::Tinted,
                  tr("The connection was open already: no look-up, no connecting, no handshake"));
}

} // namespace sonde::ui
