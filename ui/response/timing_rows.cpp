// The rows of the timing table, from phases and connection.
#include "ui/response/timing_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/sentence.h"
#include "ui/widgets/waterfall/phase_look.h"
#include "ui/widgets/waterfall/waterfall_row.h"

namespace sonde::ui
{
namespace
{

class Rows
{
public:
    Rows(trace::Stamp origin, trace::Stamp now, const TimingWire &wire)
        : m_origin(origin)
        , m_now(now)
        , m_wire(wire)
    {
    }

    void addHop(const HopSnapshot &hop, int number)
    {
        m_hop = number;
        const WaterfallRow row = waterfallRow(hop.exchange, m_now);
        QString title = row.title;
        if (row.status > 0)
            title += QStringLiteral(" → %1").arg(row.status);
        TimingRow heading = line(title, row.start, row.end);
        heading.heading = true;
        heading.note = headingNote(hop);
        m_rows.push_back(heading);
        for (const PhaseBar &bar : row.bars)
            addPhase(hop, bar);
    }

    std::vector<TimingRow> take() { return std::move(m_rows); }

private:
    TimingRow line(const QString &name, trace::Stamp start, trace::Stamp end) const
    {
        return {.hop = m_hop,
                .phase = name,
                .start = durationText(start - m_origin),
                .duration = durationText(end - start)};
    }

    static QString headingNote(const HopSnapshot &hop)
    {
        if (!hop.exchange.connectionReused)
            return {};
        return TimingTable::tr("connection reused: no look-up, no connecting, no handshake");
    }

    void addPhase(const HopSnapshot &hop, const PhaseBar &bar)
    {
        TimingRow row = line(phaseName(bar.phase), bar.start, bar.end);
        row.color = phaseToken(bar.phase);
        row.failed = bar.state == trace::PhaseState::Failed;
        row.note = noteOf(hop, bar);
        m_rows.push_back(row);
        const bool told = bar.phase == trace::Phase::Connect && hop.connection &&
                          (hop.connection->attempts.size() > 1 || row.failed);
        if (told) {
            for (const trace::Attempt &attempt : hop.connection->attempts)
                addAttempt(attempt, bar.end);
        }
        if (bar.phase == trace::Phase::Tls && hop.connection)
            addPreparation(*hop.connection);
        if (bar.phase == trace::Phase::Wait && bar.state == trace::PhaseState::Done)
            addWaitSplit(hop, bar);
        if (bar.phase == trace::Phase::SendBody)
            addStalls(hop, trace::Direction::Sent);
        if (bar.phase == trace::Phase::Body)
            addStalls(hop, trace::Direction::Received);
    }

    TimingRow detail(const QString &name, trace::Stamp start, trace::Stamp end) const
    {
        return line(QStringLiteral("    ") + name, start, end);
    }

    void addPreparation(const trace::ConnectionState &connection)
    {
        const auto preparation = trace::tlsPreparation(connection);
        if (!preparation)
            return;
        TimingRow row =
            detail(TimingTable::tr("preparation"), preparation->start, preparation->end);
        row.note = TimingTable::tr("before the handshake: this program read trust and keys");
        m_rows.push_back(row);
    }

    // What is not measured says so.
    void addWaitSplit(const HopSnapshot &hop, const PhaseBar &bar)
    {
        if (const auto split = waitSplit(hop, m_wire)) {
            const trace::Stamp half = bar.start + split->roundTrip / 2;
            TimingRow there =
                detail(TimingTable::tr("round trip"), bar.start, bar.start + split->roundTrip);
            there.start.clear(); // half of it before, half behind
            there.note = roundTripText(split->source);
            m_rows.push_back(there);
            TimingRow server =
                detail(TimingTable::tr("server (estimate)"), half, half + split->server);
            const bool toProxy =
                !hop.connection->proxy.isEmpty() && split->source != trace::WaitSplit::Source::Ping;
            server.note = toProxy ? TimingTable::tr("the wait without the round trip to the proxy; "
                                                    "the way beyond it is among this")
                                  : TimingTable::tr("the wait without the round trip");
            m_rows.push_back(server);
        }
        for (const trace::ServerTiming &timing : trace::serverTimings(hop.exchange)) {
            TimingRow told{
                .hop = m_hop,
                .phase =
                    QStringLiteral("    Server-Timing: %1").arg(QString::fromLatin1(timing.name)),
                .note = QString::fromUtf8(timing.description)};
            if (timing.duration)
                told.duration = durationText(*timing.duration);
            const QString whose = TimingTable::tr("as the server says");
            told.note =
                told.note.isEmpty() ? whose : QStringLiteral("%1; %2").arg(told.note, whose);
            m_rows.push_back(told);
        }
    }

    void addStalls(const HopSnapshot &hop, trace::Direction direction)
    {
        for (const trace::Stall &stall : hopStalls(hop, m_wire)) {
            if (stall.direction != direction)
                continue;
            TimingRow row = detail(TimingTable::tr("stalled"), stall.from, stall.to);
            row.note = stallText(stall);
            row.color = Token::PhaseFailed;
            m_rows.push_back(row);
        }
    }

    void addAttempt(const trace::Attempt &attempt, trace::Stamp connectEnd)
    {
        TimingRow row =
            line(QStringLiteral("    ") + QString::fromLatin1(attempt.address), attempt.started,
                 std::max(attempt.ended.value_or(connectEnd), attempt.started));
        switch (attempt.outcome) {
        case trace::Attempt::Outcome::Pending:
            row.note = TimingTable::tr("trying");
            break;
        case trace::Attempt::Outcome::Connected:
            row.note = TimingTable::tr("connected");
            break;
        case trace::Attempt::Outcome::Failed:
            row.note = TimingTable::tr("failed: %1").arg(inWindowLanguage(attempt.reason));
            row.failed = true;
            break;
        case trace::Attempt::Outcome::Abandoned:
            row.note = TimingTable::tr("given up: another address was faster");
            break;
        }
        m_rows.push_back(row);
    }

    static QString connectionNote(const trace::ConnectionState &connection, trace::Phase phase)
    {
        const auto joined = [](const QList<QByteArray> &list) {
            return QString::fromLatin1(list.join(", "));
        };
        switch (phase) {
        case trace::Phase::Resolve:
            return joined(connection.addresses);
        case trace::Phase::Connect:
            return QString::fromLatin1(connection.remote);
        case trace::Phase::Proxy:
            return QString::fromLatin1(connection.proxy);
        case trace::Phase::Tls: {
            if (!connection.tls)
                return {};
            QStringList parts{QString::fromLatin1(connection.tls->version),
                              QString::fromLatin1(connection.tls->alpnChosen)};
            if (connection.tls->resumed)
                parts << TimingTable::tr("resumed");
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        default:
            return {};
        }
    }

    static QString noteOf(const HopSnapshot &hop, const PhaseBar &bar)
    {
        QStringList notes;
        if (bar.state == trace::PhaseState::Failed)
            notes << TimingTable::tr("failed");
        else if (bar.state == trace::PhaseState::Running)
            notes << TimingTable::tr("running");
        if (bar.shared)
            notes << TimingTable::tr("shared: another request opened this connection");
        if (bar.early)
            notes << TimingTable::tr("the response began before the request was all sent");
        if (hop.connection)
            notes << connectionNote(*hop.connection, bar.phase);
        if (bar.phase == trace::Phase::Body && hop.exchange.sizes.responseEncoded > 0 &&
            bar.duration().count() > 0)
            notes << QStringLiteral("%1, %2").arg(
                octetsText(qint64(hop.exchange.sizes.responseEncoded)),
                rateText(qint64(hop.exchange.sizes.responseEncoded), bar.duration()));
        notes.removeAll(QString());
        return notes.join(QStringLiteral("; "));
    }

    trace::Stamp m_origin;
    trace::Stamp m_now;
    const TimingWire &m_wire;
    int m_hop = 0;
    std::vector<TimingRow> m_rows;
};

} // namespace

std::vector<TimingRow> timingRows(const std::vector<HopSnapshot> &hops, trace::Stamp now,
                                  const TimingWire &wire)
{
    if (hops.empty() || hops.front().exchange.events.empty())
        return {};
    trace::Stamp origin = hops.front().exchange.events.front().at;
    for (const HopSnapshot &hop : hops)
        origin = std::min(origin, waterfallRow(hop.exchange, now).start);
    Rows rows(origin, now, wire);
    for (size_t i = 0; i < hops.size(); ++i)
        rows.addHop(hops[i], int(i));
    return rows.take();
}

QString timingText(const std::vector<TimingRow> &rows)
{
    qsizetype phase = 0;
    qsizetype start = 0;
    qsizetype duration = 0;
    for (const TimingRow &row : rows) {
        phase = std::max(phase, row.phase.size() + 2);
        start = std::max(start, row.start.size());
        duration = std::max(duration, row.duration.size());
    }
    QString text;
    for (const TimingRow &row : rows) {
        const QString name = (row.heading ? QString() : QStringLiteral("  ")) + row.phase;
        QString line = QStringLiteral("%1  %2  %3  %4")
                           .arg(name.leftJustified(phase), row.start.rightJustified(start),
                                row.duration.rightJustified(duration), row.note);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

} // namespace sonde::ui
