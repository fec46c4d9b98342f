// What the connection pane says, as values.
#include "ui/response/change_list.h"
#include "ui/response/connection_view.h"
#include "ui/response/overview_facts.h"
#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"

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

QString sourceText(trace::AddressSource source)
{
    switch (source) {
    case trace::AddressSource::Literal:
        return ConnectionView::tr("the URL names it");
    case trace::AddressSource::Override:
        return ConnectionView::tr("an override in the options");
    case trace::AddressSource::Resolver:
        return ConnectionView::tr("the resolver of this computer");
    }
    Q_UNREACHABLE();
}

// Those of this chain that it carried, by their number.
QString carriedText(const std::vector<HopSnapshot> &hops, const HopSnapshot &shown)
{
    QStringList ours;
    for (size_t i = 0; i < hops.size(); ++i) {
        if (hops[i].exchange.connection == shown.exchange.connection)
            ours << QString::number(i + 1);
    }
    const int all = shown.connection->exchanges;
    const QString count = ConnectionView::tr("%n request(s) so far", nullptr, all);
    if (hops.size() == 1 || ours.isEmpty())
        return count;
    //: %1 "3 requests so far", %2 numbers of requests: "1, 2"
    return ConnectionView::tr("%1; of this chain: %2").arg(count, ours.join(QStringLiteral(", ")));
}

QString attemptText(const trace::Attempt &attempt)
{
    const QString time = attempt.ended ? durationText(*attempt.ended - attempt.started) : QString();
    switch (attempt.outcome) {
    case trace::Attempt::Outcome::Pending:
        return ConnectionView::tr("trying");
    case trace::Attempt::Outcome::Connected:
        return ConnectionView::tr("connected in %1").arg(time);
    case trace::Attempt::Outcome::Failed:
        return ConnectionView::tr("failed after %1: %2")
            .arg(time, inWindowLanguage(attempt.reason));
    case trace::Attempt::Outcome::Abandoned:
        return ConnectionView::tr("given up: another address was faster");
    }
    Q_UNREACHABLE();
}

QString firstLine(const QByteArray &head)
{
    return QString::fromUtf8(head.left(head.indexOf('\n')).trimmed().left(200));
}

} // namespace

std::vector<Fact> connectionFacts(const std::vector<HopSnapshot> &hops, size_t hop)
{
    std::vector<Fact> facts;
    const HopSnapshot &shown = hops[hop];
    if (!shown.connection)
        return facts;
    const trace::ConnectionState &state = *shown.connection;
    if (!state.versionReason.isEmpty()) // before that, none was agreed on
        addFact(facts, ConnectionView::tr("Protocol"), latin(http::versionName(state.version)));
    addFact(facts, ConnectionView::tr("Why this one"), versionReasonText(state.versionReason));
    addFact(facts, ConnectionView::tr("How it came about"), connectionText(hops, hop));
    addFact(facts, ConnectionView::tr("Carried"), carriedText(hops, shown));
    if (shown.exchange.streamId > 0)
        addFact(facts, ConnectionView::tr("Stream"), QString::number(shown.exchange.streamId));
    addFact(facts, ConnectionView::tr("Remote address"), latin(state.remote));
    addFact(facts, ConnectionView::tr("Local address"), latin(state.local));
    addFact(facts, ConnectionView::tr("Proxy"), latin(state.proxy));
    addFact(facts, ConnectionView::tr("Asked of the proxy"),
            firstLine(trace::tunnelText(state.tunnel, trace::Direction::Sent)));
    addFact(facts, ConnectionView::tr("The proxy answered"),
            firstLine(trace::tunnelText(state.tunnel, trace::Direction::Received)));
    addFact(facts, ConnectionView::tr("Addresses"), listText(state.addresses));
    if (!state.addresses.isEmpty())
        addFact(facts, ConnectionView::tr("Addresses from"), sourceText(state.addressSource));
    if (state.octetsSent > 0)
        addFact(facts, ConnectionView::tr("Sent"), exactOctetsText(qint64(state.octetsSent)));
    if (state.octetsReceived > 0)
        addFact(facts, ConnectionView::tr("Received"),
                exactOctetsText(qint64(state.octetsReceived)));
    if (const auto least = trace::leastRoundTrip(state.tcp))
        addFact(facts, ConnectionView::tr("Least round trip"), durationText(*least));
    addFact(facts, ConnectionView::tr("Congestion control"), latin(state.congestionControl));
    if (!state.tcp.empty()) {
        const trace::TcpSample &last = state.tcp.back();
        addFact(facts, ConnectionView::tr("Congestion window"),
                ConnectionView::tr("%1 segments of %2 octets")
                    .arg(QLocale().toString(last.congestionWindow),
                         QLocale().toString(last.segmentSize)));
        if (last.retransmits > 0)
            addFact(facts, ConnectionView::tr("Sent again"),
                    ConnectionView::tr("%n segment(s): something was lost on the way", nullptr,
                                       int(last.retransmits)),
                    Token::Warning);
    }
    addFact(facts, ConnectionView::tr("Closed"), inWindowLanguage(state.closeReason));
    return facts;
}

std::vector<Fact> attemptFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    if (!hop.connection)
        return facts;
    for (const trace::Attempt &attempt : hop.connection->attempts)
        addFact(facts, latin(attempt.address), attemptText(attempt),
                attempt.outcome == trace::Attempt::Outcome::Failed ? Token::Danger : Token::Text);
    return facts;
}

} // namespace sonde::ui
