#include "ui/response/overview_facts.h"

#include "ui/response/certificate_table.h"
#include "ui/response/change_list.h"
#include "ui/response/error_text.h"
#include "ui/response/summary_line.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

using trace::What;

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

// "request 2 of this chain", or nothing if it is not one of them.
std::optional<size_t> payer(const std::vector<HopSnapshot> &hops, trace::ExchangeId exchange)
{
    for (size_t i = 0; i < hops.size(); ++i) {
        if (hops[i].exchange.id == exchange)
            return i;
    }
    return std::nullopt;
}

QString versionText(const HopSnapshot &hop)
{
    QString version;
    if (hop.exchange.response)
        version = latin(http::versionName(hop.exchange.response->version));
    else if (hop.connection && !hop.connection->versionReason.isEmpty())
        version = latin(http::versionName(hop.connection->version));
    if (version.isEmpty() || !hop.connection || hop.connection->versionReason.isEmpty())
        return version;
    return QStringLiteral("%1 – %2").arg(version, versionReasonText(hop.connection->versionReason));
}

QString setUpTime(const trace::ConnectionState &connection)
{
    const auto ready = trace::firstOf(connection.events, What::Ready);
    if (!ready || connection.events.empty())
        return {};
    return durationText(*ready - connection.events.front().at);
}

QString timeText(const std::vector<HopSnapshot> &hops, size_t hop)
{
    const trace::ExchangeState &exchange = hops[hop].exchange;
    if (exchange.events.empty())
        return {};
    const QString all = durationText(totalTime(hops));
    if (hops.size() == 1)
        return exchange.isOver() ? Text::tr("%1 from Send to the end").arg(all)
                                 : Text::tr("%1 since Send").arg(all);
    const trace::Stamp end = exchange.isOver() ? exchange.events.back().at : trace::now();
    //: %1 and %2 are times; %n is how many requests
    return Text::tr("%1; all %n request(s) together %2", nullptr, int(hops.size()))
        .arg(durationText(end - exchange.events.front().at), all);
}

Token statusColor(const HopSnapshot &hop)
{
    return hop.exchange.response || hop.exchange.isOver() ? statusToken(hop.status())
                                                          : Token::Muted;
}

} // namespace

QString endText(trace::End end)
{
    switch (end) {
    case trace::End::Open:
        return Text::tr("still running");
    case trace::End::EndStream:
        return Text::tr("the server ended the stream: the body is whole");
    case trace::End::ContentLength:
        return Text::tr("all announced octets arrived: the body is whole");
    case trace::End::LastChunk:
        return Text::tr("the last chunk arrived: the body is whole");
    case trace::End::NoContent:
        return Text::tr("a response of this kind has no body");
    case trace::End::Close:
        return Text::tr("the server closed: nothing proves that the body is whole");
    case trace::End::Failed:
        return Text::tr("it failed");
    case trace::End::Cancelled:
        return Text::tr("it was cancelled");
    }
    Q_UNREACHABLE();
}

QString connectionText(const std::vector<HopSnapshot> &hops, size_t hop)
{
    const HopSnapshot &shown = hops[hop];
    const trace::ExchangeState &exchange = shown.exchange;
    if (!shown.connection)
        return exchange.isOver() ? Text::tr("none: the request did not get that far") : QString();
    const trace::ConnectionState &connection = *shown.connection;
    const auto paid = payer(hops, connection.openedBy);
    if (exchange.connectionReused)
        return paid ? Text::tr("reused; request %1 of this chain opened it").arg(*paid + 1)
                    : Text::tr("reused; an earlier request opened it");
    const QString time = setUpTime(connection);
    if (connection.openedBy != exchange.id)
        return Text::tr("new; another request opened it while this one waited");
    if (time.isEmpty())
        return Text::tr("new; opened for this request");
    return exchange.ownConnection
               ? Text::tr("new, as asked; opened in %1 for this request alone").arg(time)
               : Text::tr("new; opened in %1 for this request").arg(time);
}

std::vector<Fact> overviewFacts(const std::vector<HopSnapshot> &hops, size_t hop)
{
    std::vector<Fact> facts;
    if (hop >= hops.size())
        return facts;
    const HopSnapshot &shown = hops[hop];
    const trace::ExchangeState &exchange = shown.exchange;
    addFact(facts, Text::tr("Request"),
            QStringLiteral("%1 %2").arg(latin(exchange.request.method.token()),
                                        QString::fromUtf8(exchange.request.target.url())));
    addFact(facts, Text::tr("Outcome"), statusText(shown), statusColor(shown));
    addFact(facts, Text::tr("Protocol"), versionText(shown));
    addFact(facts, Text::tr("Connection"), connectionText(hops, hop));
    if (const trace::TlsReport *tls = shown.tls()) {
        const bool bad = tls->verification == trace::Verification::Failed ||
                         tls->verification == trace::Verification::Ignored;
        addFact(facts, Text::tr("Certificate"), verificationText(*tls),
                bad ? Token::Danger : Token::Text);
    } else if (shown.connection && !exchange.request.target.origin.isTls()) {
        addFact(facts, Text::tr("Certificate"), Text::tr("none: http is not encrypted"));
    }
    addFact(facts, Text::tr("Time"), timeText(hops, hop));
    addFact(facts, Text::tr("Content coding"), latin(exchange.contentCodings));
    addFact(facts, Text::tr("End"), endText(exchange.end),
            exchange.end == trace::End::Close ? Token::Warning : Token::Text);
    return facts;
}

} // namespace sonde::ui
