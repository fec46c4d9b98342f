#include "ui/response/change_list.h"

#include "ui/response/summary_line.h"
#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/waterfall/phase_look.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace sonde::ui
{
namespace
{

using std::chrono::nanoseconds;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::ChangeList)
};

constexpr qsizetype namedFields = 3;  // more would push everything else out of the line
constexpr qsizetype fieldLimit = 400; // rows; a head has at most 1,000 fields

QString latin(QByteArrayView octets)
{
    return QString::fromLatin1(octets);
}

QString versionOf(const HopSnapshot &hop)
{
    if (hop.exchange.response)
        return latin(http::versionName(hop.exchange.response->version));
    const bool agreed = hop.connection && !hop.connection->versionReason.isEmpty();
    return agreed ? latin(http::versionName(hop.connection->version)) : QString();
}

QString signedText(qint64 sign, const QString &size)
{
    return (sign < 0 ? QChar(0x2212) : QLatin1Char('+')) + size;
}

class List
{
public:
    void heading(const QString &what)
    {
        m_changes.push_back({what, {}, {}, {}, Change::Kind::Heading});
    }
    void text(const QString &what, const QString &before, const QString &now)
    {
        if (!before.isEmpty() || !now.isEmpty())
            m_changes.push_back({what,
                                 before,
                                 now,
                                 {},
                                 before == now ? Change::Kind::Same : Change::Kind::Differs});
    }
    void time(const QString &what, std::optional<nanoseconds> before,
              std::optional<nanoseconds> now)
    {
        if (!before && !now)
            return;
        Change change{.what = what, .kind = Change::Kind::Varies};
        change.before = before ? durationText(*before) : QString();
        change.now = now ? durationText(*now) : QString();
        if (before && now && change.before != change.now)
            change.difference = signedText((*now - *before).count(),
                                           durationText(std::chrono::abs(*now - *before)));
        m_changes.push_back(std::move(change));
    }
    void size(const QString &what, quint64 before, quint64 now)
    {
        if (before == 0 && now == 0)
            return;
        const auto step = qint64(now) - qint64(before);
        m_changes.push_back({what, exactOctetsText(qint64(before)), exactOctetsText(qint64(now)),
                             step == 0 ? QString() : signedText(step, exactOctetsText(qAbs(step))),
                             step == 0 ? Change::Kind::Same : Change::Kind::Differs});
    }
    void row(Change change) { m_changes.push_back(std::move(change)); }
    std::vector<Change> take() { return std::move(m_changes); }

private:
    std::vector<Change> m_changes;
};

// One field of both sections; several of one name are compared as they stand, joined.
struct FieldPair {
    QByteArray name;
    QByteArray before;
    QByteArray now;
};

std::vector<FieldPair> differingFields(const http::Headers &before, const http::Headers &now)
{
    std::vector<FieldPair> pairs;
    QSet<QByteArray> seen;
    for (const http::Headers *section : {&now, &before}) {
        for (const http::Field &field : *section) {
            const QByteArray key = field.name.toLower();
            if (seen.contains(key))
                continue;
            seen.insert(key);
            const bool same =
                before.contains(key) == now.contains(key) && before.values(key) == now.values(key);
            if (!same && qsizetype(pairs.size()) < fieldLimit)
                pairs.push_back({field.name, before.combined(key), now.combined(key)});
        }
    }
    return pairs;
}

http::Headers fieldsOf(const HopSnapshot &hop)
{
    return hop.exchange.response ? hop.exchange.response->headers : http::Headers();
}

QString connectionText(const HopSnapshot &hop)
{
    if (!hop.connection)
        return {};
    return hop.exchange.connectionReused ? Text::tr("open already") : Text::tr("opened for it");
}

QString protocolText(const HopSnapshot &hop)
{
    const QString reason = hop.connection ? hop.connection->versionReason : QString();
    return reason.isEmpty()
               ? versionOf(hop)
               : QStringLiteral("%1 (%2)").arg(versionOf(hop), versionReasonText(reason));
}

QString tlsText(const HopSnapshot &hop)
{
    const trace::TlsReport *tls = hop.tls();
    if (!tls)
        return {};
    QString text = latin(tls->version) + QStringLiteral(", ") + latin(tls->cipher);
    if (hop.isUnverified())
        text += QStringLiteral(", ") + Text::tr("not verified");
    return text;
}

std::optional<nanoseconds> lengthOf(const std::vector<trace::PhaseSpan> &spans, trace::Phase phase)
{
    for (const trace::PhaseSpan &span : spans) {
        if (span.phase == phase && span.start && span.end)
            return *span.end - *span.start;
    }
    return std::nullopt;
}

void addTimes(List &list, const Hops &before, const Hops &now)
{
    list.heading(Text::tr("Time"));
    list.time(Text::tr("From Send to the end"), totalTime(before), totalTime(now));
    const auto was = trace::phases(before.back().exchange);
    const auto is = trace::phases(now.back().exchange);
    for (const auto phase : {trace::Phase::Resolve, trace::Phase::Connect, trace::Phase::Proxy,
                             trace::Phase::Tls, trace::Phase::SendHead, trace::Phase::SendBody,
                             trace::Phase::Wait, trace::Phase::Head, trace::Phase::Body})
        list.time(phaseName(phase), lengthOf(was, phase), lengthOf(is, phase));
}

void addSizes(List &list, const trace::Sizes &before, const trace::Sizes &now)
{
    list.heading(Text::tr("Size"));
    list.size(Text::tr("Request head on the wire"), before.requestHeadWire, now.requestHeadWire);
    list.size(Text::tr("Request body on the wire"), before.requestBodyWire, now.requestBodyWire);
    list.size(Text::tr("Response head on the wire"), before.responseHeadWire, now.responseHeadWire);
    list.size(Text::tr("Response body on the wire"), before.responseBodyWire, now.responseBodyWire);
    list.size(Text::tr("Content"), before.responseDecoded, now.responseDecoded);
}

void addFields(List &list, const QString &heading, const http::Headers &before,
               const http::Headers &now)
{
    const auto pairs = differingFields(before, now);
    if (pairs.empty())
        return;
    list.heading(heading);
    for (const FieldPair &pair : pairs)
        list.text(latin(pair.name), latin(pair.before), latin(pair.now));
}

QString bodyText(const HopSnapshot &hop)
{
    return octetsText(hop.body ? hop.body->size() : 0);
}

QString relationText(BodyRelation relation)
{
    switch (relation) {
    case BodyRelation::Same:
        return Text::tr("the same octets");
    case BodyRelation::Differs:
        return Text::tr("other octets");
    case BodyRelation::Unknown:
        return Text::tr("same length, not compared");
    }
    Q_UNREACHABLE();
}

QString fieldsInShort(const std::vector<FieldPair> &pairs)
{
    QStringList names;
    for (const FieldPair &pair : pairs)
        names << latin(pair.name);
    if (names.size() > namedFields)
        return Text::tr("%n header field(s) differ", nullptr, int(names.size()));
    //: %1 are the names of header fields
    return Text::tr("differing: %1").arg(names.join(QStringLiteral(", ")));
}

QString timeInShort(nanoseconds before, nanoseconds now)
{
    const QString by = durationText(std::chrono::abs(now - before));
    //: %1 is a duration
    return now < before ? Text::tr("%1 faster").arg(by) : Text::tr("%1 slower").arg(by);
}

} // namespace

BodyRelation bodyRelation(const body::ByteStore *before, const body::ByteStore *now)
{
    const qint64 size = now ? now->size() : 0;
    if ((before ? before->size() : 0) != size)
        return BodyRelation::Differs;
    if (size == 0)
        return BodyRelation::Same;
    // What lies on disk is not read on the thread that paints.
    if (size > body::ByteStore::memoryLimit || before->isSpooled() || now->isSpooled())
        return BodyRelation::Unknown;
    const auto was = before->read(0, size);
    const auto is = now->read(0, size);
    if (!was || !is)
        return BodyRelation::Unknown;
    return *was == *is ? BodyRelation::Same : BodyRelation::Differs;
}

std::vector<Change> changesBetween(const Hops &before, const Hops &now)
{
    const HopSnapshot &was = before.back();
    const HopSnapshot &is = now.back();
    List list;
    list.heading(Text::tr("Response"));
    list.text(Text::tr("Status"), statusText(was), statusText(is));
    list.text(Text::tr("Protocol"), protocolText(was), protocolText(is));
    list.text(Text::tr("Connection"), connectionText(was), connectionText(is));
    list.text(Text::tr("TLS"), tlsText(was), tlsText(is));
    list.text(Text::tr("Requests of the chain"), QString::number(before.size()),
              QString::number(now.size()));
    const BodyRelation relation = bodyRelation(was.body.get(), is.body.get());
    list.row({Text::tr("Body"), bodyText(was), bodyText(is), relationText(relation),
              relation == BodyRelation::Differs ? Change::Kind::Differs : Change::Kind::Same});
    addTimes(list, before, now);
    addSizes(list, was.exchange.sizes, is.exchange.sizes);
    addFields(list, Text::tr("Response fields that differ"), fieldsOf(was), fieldsOf(is));
    addFields(list, Text::tr("Trailer fields that differ"), was.exchange.trailers,
              is.exchange.trailers);
    addFields(list, Text::tr("Request fields that differ, as sent"), was.exchange.sentHeaders,
              is.exchange.sentHeaders);
    return list.take();
}

QString changesInShort(const Hops &before, const Hops &now)
{
    const HopSnapshot &was = before.back();
    const HopSnapshot &is = now.back();
    QStringList parts;
    const auto turned = [&parts](const QString &from, const QString &to) {
        if (from != to && !from.isEmpty() && !to.isEmpty())
            parts << QStringLiteral("%1 → %2").arg(from, to);
    };
    turned(statusText(was), statusText(is));
    turned(versionOf(was), versionOf(is));
    parts << timeInShort(totalTime(before), totalTime(now));
    if (was.exchange.connectionReused != is.exchange.connectionReused)
        parts << (is.exchange.connectionReused ? Text::tr("connection was open already")
                                               : Text::tr("connection had to be opened"));
    if (const auto pairs = differingFields(fieldsOf(was), fieldsOf(is)); !pairs.empty())
        parts << fieldsInShort(pairs);
    switch (bodyRelation(was.body.get(), is.body.get())) {
    case BodyRelation::Same:
        parts << Text::tr("same body");
        break;
    case BodyRelation::Differs:
        parts << Text::tr("another body");
        break;
    case BodyRelation::Unknown:
        parts << Text::tr("body of the same length");
        break;
    }
    return parts.join(QStringLiteral(" · "));
}

QString changesText(const std::vector<Change> &changes)
{
    QString text;
    for (const Change &change : changes) {
        if (change.kind == Change::Kind::Heading)
            text += change.what + QLatin1Char('\n');
        else
            text += QStringLiteral("  ") +
                    QStringList{change.what, change.before, change.now, change.difference}
                        .join(QLatin1Char('\t'))
                        .trimmed() +
                    QLatin1Char('\n');
    }
    return text;
}

QString versionReasonText(const QString &reason)
{
    const QString alpn = QStringLiteral("ALPN chose ");
    if (reason.startsWith(alpn))
        //: %1 is the name of a protocol; ALPN is how client and server agree on one within TLS
        return Text::tr("ALPN chose %1").arg(reason.sliced(alpn.size()));
    if (reason == QLatin1String("pinned by the request"))
        return Text::tr("pinned by the request");
    if (reason == QLatin1String("the server asked for HTTP/1.1"))
        return Text::tr("the server asked for HTTP/1.1");
    if (reason == QLatin1String("prior knowledge"))
        return Text::tr("prior knowledge");
    if (reason == QLatin1String("cleartext: HTTP/1.1"))
        return Text::tr("no TLS, so no choice");
    if (reason == QLatin1String("the server chose no protocol: HTTP/1.1"))
        return Text::tr("the server chose none");
    return inWindowLanguage(reason);
}

} // namespace sonde::ui
