// What the connection pane says, as values.
#include "trace/header_lint.h"
#include "ui/protocol/wire_words.h"
#include "ui/response/certificate_table.h"
#include "ui/response/change_list.h"
#include "ui/response/connection_view.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>

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

void add(std::vector<Fact> &facts, const QString &name, const QString &value,
         Token token = Token::Text)
{
    if (!value.isEmpty())
        facts.push_back({name, value, token});
}

QString endText(trace::End end)
{
    switch (end) {
    case trace::End::Open:
        return ConnectionView::tr("still running");
    case trace::End::EndStream:
        return ConnectionView::tr("the server ended the stream: the body is whole");
    case trace::End::ContentLength:
        return ConnectionView::tr("all announced octets arrived: the body is whole");
    case trace::End::LastChunk:
        return ConnectionView::tr("the last chunk arrived: the body is whole");
    case trace::End::NoContent:
        return ConnectionView::tr("a response of this kind has no body");
    case trace::End::Close:
        return ConnectionView::tr("the server closed: nothing proves that the body is whole");
    case trace::End::Failed:
        return ConnectionView::tr("it failed");
    case trace::End::Cancelled:
        return ConnectionView::tr("it was cancelled");
    }
    Q_UNREACHABLE();
}

// What is said first is what one reads.
constexpr size_t mostFrameFacts = 20;

void addFinding(std::vector<Fact> &facts, const trace::Finding &finding)
{
    const bool note = finding.severity == trace::Severity::Note;
    const bool violation = finding.severity == trace::Severity::Violation;
    QString text = finding.sentence;
    if (!finding.section.isEmpty())
        text += QStringLiteral(" (%1)").arg(latin(finding.section));
    add(facts,
        note        ? ConnectionView::tr("Note")
        : violation ? ConnectionView::tr("Violation")
                    : ConnectionView::tr("Warning"),
        text,
        note        ? Token::Text
        : violation ? Token::Danger
                    : Token::Warning);
}

QString inOurWords(const char *english)
{
    return QCoreApplication::translate("sonde::trace::HeaderLint", english);
}

// The same head in HTTP/1.1: what compression and binary framing saved.
quint64 headText(const http::Headers &fields)
{
    quint64 octets = 2;
    for (const http::Field &field : fields)
        octets += trace::textOctets(field.name, field.value);
    return octets;
}

QString sizeText(quint64 octets)
{
    return exactOctetsText(qint64(octets));
}

} // namespace

std::vector<Fact> connectionFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    if (!hop.connection)
        return facts;
    const trace::ConnectionState &state = *hop.connection;
    if (!state.versionReason.isEmpty()) // before that, none was agreed on
        add(facts, ConnectionView::tr("Protocol"), latin(http::versionName(state.version)));
    add(facts, ConnectionView::tr("Why this one"), versionReasonText(state.versionReason));
    add(facts, ConnectionView::tr("Remote address"), latin(state.remote));
    add(facts, ConnectionView::tr("Local address"), latin(state.local));
    add(facts, ConnectionView::tr("Proxy"), latin(state.proxy));
    add(facts, ConnectionView::tr("Addresses"), listText(state.addresses));
    if (!state.addresses.isEmpty())
        add(facts, ConnectionView::tr("Addresses from"), sourceText(state.addressSource));
    add(facts, ConnectionView::tr("Reused"),
        hop.exchange.connectionReused
            ? ConnectionView::tr("yes; it carried %n request(s) so far", nullptr, state.exchanges)
            : ConnectionView::tr("no; opened for this request"));
    if (hop.exchange.streamId > 0)
        add(facts, ConnectionView::tr("Stream"), QString::number(hop.exchange.streamId));
    add(facts, ConnectionView::tr("Closed"), state.closeReason);
    return facts;
}

std::vector<Fact> tlsFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    const trace::TlsReport *tls = hop.tls();
    if (!tls)
        return facts;
    const bool bad = tls->verification == trace::Verification::Failed ||
                     tls->verification == trace::Verification::Ignored;
    const bool good = tls->verification == trace::Verification::Trusted;
    add(facts, ConnectionView::tr("Certificate check"), verificationText(*tls),
        bad    ? Token::Danger
        : good ? Token::Success
               : Token::Muted);
    add(facts, ConnectionView::tr("Version"), latin(tls->version));
    add(facts, ConnectionView::tr("Cipher"), latin(tls->cipher));
    add(facts, ConnectionView::tr("Key exchange"), latin(tls->group));
    add(facts, ConnectionView::tr("Server name (SNI)"), latin(tls->serverName));
    add(facts, ConnectionView::tr("ALPN offered"), listText(tls->alpnOffered));
    add(facts, ConnectionView::tr("ALPN chosen"),
        tls->alpnChosen.isEmpty() && !tls->alpnOffered.isEmpty() ? ConnectionView::tr("none")
                                                                 : latin(tls->alpnChosen));
    add(facts, ConnectionView::tr("Session"),
        tls->resumed ? ConnectionView::tr("resumed from an earlier one")
                     : ConnectionView::tr("new"));
    return facts;
}

std::vector<Fact> sizeFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    const trace::Sizes &sizes = hop.exchange.sizes;
    const auto addSize = [&facts](const QString &name, quint64 octets) {
        if (octets > 0)
            add(facts, name, sizeText(octets));
    };
    addSize(ConnectionView::tr("Request head on the wire"), sizes.requestHeadWire);
    addSize(ConnectionView::tr("Request body on the wire"), sizes.requestBodyWire);
    addSize(ConnectionView::tr("Response head on the wire"), sizes.responseHeadWire);
    if (hop.exchange.response && hop.exchange.response->version == http::Version::Http2) {
        const auto &fields = hop.exchange.response->headers;
        // The status stands beside the fields: "HTTP/1.1 200 " and the line end.
        const quint64 status = fields.contains(":status") ? 0 : trace::textOctets(":status", "200");
        addSize(ConnectionView::tr("Response head as HTTP/1.1 text"), headText(fields) + status);
    }
    addSize(ConnectionView::tr("Response body on the wire"), sizes.responseBodyWire);
    if (!hop.exchange.contentCodings.isEmpty())
        add(facts, ConnectionView::tr("Content coding"), latin(hop.exchange.contentCodings));
    if (sizes.responseEncoded != sizes.responseDecoded)
        addSize(ConnectionView::tr("Content, encoded"), sizes.responseEncoded);
    addSize(ConnectionView::tr("Content"), sizes.responseDecoded);
    if (hop.connection) {
        addSize(ConnectionView::tr("Connection, received"), hop.connection->octetsReceived);
        addSize(ConnectionView::tr("Connection, sent"), hop.connection->octetsSent);
    }
    const bool unproven = hop.exchange.end == trace::End::Close;
    add(facts, ConnectionView::tr("How it ended"), endText(hop.exchange.end),
        unproven ? Token::Warning : Token::Text);
    return facts;
}

std::vector<Fact> findingFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    for (const trace::Finding &finding : hop.exchange.findings)
        addFinding(facts, finding);
    return facts;
}

std::vector<Fact> headFacts(const HopSnapshot &hop)
{
    std::vector<Fact> facts;
    for (const trace::Finding &finding : trace::lintHead(hop.exchange, inOurWords))
        addFinding(facts, finding);
    return facts;
}

std::vector<Fact> frameFacts(const HopSnapshot &hop, const WireView &wire)
{
    std::vector<Fact> facts;
    if (!wire.http2)
        return facts;
    for (const trace::Frame &frame : wire.http2->frames) {
        const bool own = frame.stream == 0 || frame.stream == hop.exchange.streamId;
        if (!own || frame.verdict.kind == trace::Verdict::Kind::Ok)
            continue;
        if (facts.size() == mostFrameFacts)
            break; // the Frames tab has them all
        const bool broken = frame.verdict.isViolation();
        facts.push_back(
            {.name = ConnectionView::tr("%1, %2").arg(latin(trace::frameTypeName(frame.type)),
                                                      directionText(frame.direction)),
             .value = QStringLiteral("%1 (%2)").arg(frame.verdict.sentence,
                                                    latin(frame.verdict.section)),
             .token = broken ? Token::Danger : Token::Warning,
             .frame = size_t(frame.number)});
    }
    return facts;
}

} // namespace sonde::ui
