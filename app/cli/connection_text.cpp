#include "cli/connection_text.h"

#include "cli/report.h"
#include "cli/waterfall.h"

#include <set>

namespace sonde::cli
{
namespace
{

QByteArray trusted(const trace::TlsReport &tls)
{
    return tls.pinned ? "trusted as the one that was chosen" : "trusted";
}

QByteArray number(quint64 value)
{
    return QByteArray::number(value);
}

QByteArray day(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate).toLatin1() : QByteArray("never");
}

QByteArray microseconds(quint32 value)
{
    return QByteArray::number(double(value) / 1000, 'f', 3) + " ms";
}

class Text
{
public:
    Text(const trace::ConnectionState &state, trace::Stamp start, Secrets secrets)
        : m_state(state)
        , m_start(start)
        , m_secrets(secrets)
    {
    }

    QByteArray made(const trace::Conversation *conversation, const trace::RecordLog &records)
    {
        m_text = "connection " + number(quint64(m_state.id)) + ", " + harmless(m_state.remote) +
                 " from " + harmless(m_state.local) + '\n';
        line("protocol", http::versionName(m_state.version).toByteArray() + " (" +
                             m_state.versionReason.toUtf8() + ')');
        line("carried", number(quint64(m_state.exchanges)) + " exchange(s), " +
                            number(m_state.octetsSent) + " octets sent, " +
                            number(m_state.octetsReceived) + " received");
        proxy();
        if (m_state.tls) {
            tls(*m_state.tls);
            recordTotals(records);
        }
        tcp();
        if (conversation) {
            settings(*conversation);
            pings(*conversation);
        }
        for (const trace::Event &event : m_state.events) {
            if (event.what == trace::What::GoAway)
                line("GOAWAY", at(event.at) + ' ' + trace::errorCodeName(quint32(event.value)));
        }
        line("closed", m_state.closeReason.isEmpty() ? QByteArray("no, it was open still")
                                                     : m_state.closeReason.toUtf8());
        return m_text;
    }

private:
    void line(const char *name, const QByteArray &value)
    {
        if (!value.isEmpty())
            m_text += "  " + QByteArray(name).leftJustified(12) + harmless(value) + '\n';
    }
    [[nodiscard]] QByteArray at(trace::Stamp stamp) const
    {
        return QByteArray::number(double((stamp - m_start).count()) / 1e6, 'f', 3) + " ms";
    }

    void proxy()
    {
        line("proxy", m_state.proxy);
        for (const auto direction : {trace::Direction::Sent, trace::Direction::Received}) {
            QByteArray first;
            const auto fields = fieldsOf(trace::tunnelText(m_state.tunnel, direction), first);
            if (first.isEmpty())
                continue;
            const char *mark = direction == trace::Direction::Sent ? "  > " : "  < ";
            m_text += mark + harmless(first) + '\n';
            for (const http::Field &field : fields)
                m_text += mark + harmless(field.name) + ": " +
                          harmless(shownValue(field, m_secrets)) + '\n';
        }
    }

    void tls(const trace::TlsReport &tls)
    {
        line("TLS", tls.version + ", " + tls.cipher + ", " + tls.group +
                        (tls.resumed ? ", session resumed" : ""));
        line("ALPN", alpn(tls));
        for (const trace::TlsMessage &message : tls.messages)
            line("handshake", (message.direction == trace::Direction::Sent ? "> " : "< ") +
                                  at(message.at) + ' ' + trace::messageName(message) + ' ' +
                                  number(message.octets) + (message.encrypted ? " encrypted" : ""));
        line("certificate", tls.problem.isEmpty() ? tls.verification == trace::Verification::Trusted
                                                        ? trusted(tls)
                                                        : QByteArray("not checked")
                                                  : tls.problem.toUtf8());
        for (size_t i = 0; i < tls.chain.size(); ++i) {
            const trace::Certificate &one = tls.chain[i];
            line(("  " + number(i + 1)).constData(), one.subject.toUtf8() + ", from " +
                                                         one.issuer.toUtf8() + ", until " +
                                                         day(one.notAfter));
            for (const QString &problem : one.problems)
                line("", problem.toUtf8());
        }
        if (tls.ocsp)
            ocsp(*tls.ocsp);
        else if (!tls.chain.empty())
            line("OCSP", "the server stapled nothing");
        for (const trace::SignedTimestamp &timestamp : tls.timestamps)
            line("CT log", timestamp.log.toHex() + ' ' + day(timestamp.at) + " (" +
                               trace::name(timestamp.source).toByteArray() + ')');
    }

    static QByteArray alpn(const trace::TlsReport &tls)
    {
        if (tls.alpnOffered.isEmpty())
            return {};
        return "offered " + tls.alpnOffered.join(", ") +
               (tls.alpnChosen.isEmpty() ? QByteArray("; the server chose none")
                                         : "; the server chose " + tls.alpnChosen);
    }

    void recordTotals(const trace::RecordLog &records)
    {
        for (const auto direction : {trace::Direction::Sent, trace::Direction::Received}) {
            const auto totals = records.totals(direction);
            line("records", (direction == trace::Direction::Sent ? "> " : "< ") +
                                number(totals.records) + " of " + number(totals.wireOctets) +
                                " octets, " + number(totals.carried) + " of HTTP in them");
        }
    }

    void ocsp(const trace::OcspStaple &staple)
    {
        using Status = trace::OcspStaple::Status;
        QByteArray text = trace::name(staple.status).toByteArray();
        if (staple.status != Status::Unreadable)
            text += ", as of " + day(staple.thisUpdate) + ", next " + day(staple.nextUpdate);
        if (staple.status == Status::Revoked)
            text += ", revoked " + day(staple.revoked) + ' ' + staple.reason.toUtf8();
        line("OCSP", text);
        line("", staple.problem.isEmpty() ? "signed by " + staple.responder.toUtf8()
                                          : staple.problem.toUtf8());
    }

    void tcp()
    {
        line("TCP", m_state.congestionControl);
        for (const trace::TcpSample &sample : m_state.tcp) {
            line("", at(sample.at).rightJustified(13) + "  rtt " + microseconds(sample.roundTrip) +
                         ", least " +
                         (sample.leastRoundTrip > 0 ? microseconds(sample.leastRoundTrip)
                                                    : QByteArray("unknown")) +
                         ", window " + number(sample.congestionWindow) + " x " +
                         number(sample.segmentSize) + ", sent again " + number(sample.retransmits) +
                         "  (" + trace::name(sample.when).toByteArray() + ')');
        }
    }

    void settings(const trace::Conversation &conversation)
    {
        for (const trace::SettingsRound &round : trace::settingsHistory(conversation)) {
            QByteArray text = round.direction == trace::Direction::Sent ? "> " : "< ";
            text += at(round.sent);
            for (const trace::SettingValue &value : round.values)
                text += ' ' + trace::settingName(value.id) + '=' + number(value.value);
            text += round.effective ? ", in effect at " + at(*round.effective)
                                    : QByteArray(", not acknowledged");
            line("SETTINGS", text);
        }
    }

    void pings(const trace::Conversation &conversation)
    {
        for (const trace::PingRound &round : trace::pingRounds(conversation)) {
            const bool ours = round.direction == trace::Direction::Sent;
            line("PING", (ours ? "> " : "< ") + at(conversation.frames[size_t(round.frame)].at) +
                             (round.time ? ", answered after " + durationText(*round.time)
                                         : QByteArray(", not answered")));
        }
    }

    const trace::ConnectionState &m_state;
    const trace::Stamp m_start;
    const Secrets m_secrets;
    QByteArray m_text;
};

} // namespace

QByteArray connectionsText(const std::vector<trace::ExchangeState> &hops, Secrets secrets)
{
    Frames frames;
    std::set<trace::ConnectionId> told;
    QByteArray text;
    for (const trace::ExchangeState &hop : hops) {
        if (!hop.connection || !told.insert(hop.connection->id()).second)
            continue;
        const auto state = hop.connection->state();
        text += (text.isEmpty() ? "" : "\n") + Text(state, hops.front().events.front().at, secrets)
                                                   .made(frames.of(hop), hop.connection->records());
    }
    return text.isEmpty() ? QByteArray("Nothing was connected to.\n") : text;
}

} // namespace sonde::cli
