#include "cli/connection_json.h"

#include "cli/frames.h"

#include <QCryptographicHash>

namespace sonde::cli
{
namespace
{

class Writer
{
public:
    Writer(JsonWriter &json, const trace::ExchangeState &hop, trace::Stamp start)
        : m_json(json)
        , m_hop(hop)
        , m_start(start)
    {
    }

    void connection(const trace::ConnectionState &state, const trace::Conversation *conversation)
    {
        m_json.beginObject();
        count("id", quint64(state.id));
        flag("reused", m_hop.connectionReused);
        entry("local", QByteArrayView(state.local));
        entry("remote", QByteArrayView(state.remote));
        if (!state.proxy.isEmpty())
            proxy(state);
        m_json.key("alpn");
        if (state.tls && !state.tls->alpnChosen.isEmpty())
            m_json.string(state.tls->alpnChosen);
        else
            m_json.null();
        entry("versionReason", state.versionReason);
        count("streamId", m_hop.streamId);
        count("exchanges", quint64(state.exchanges));
        m_json.key("closed");
        if (state.closeReason.isEmpty())
            m_json.null();
        else
            m_json.string(state.closeReason);
        if (!state.congestionControl.isEmpty())
            entry("congestionControl", QByteArrayView(state.congestionControl));
        tcp(state.tcp);
        if (conversation) {
            settings(trace::settingsHistory(*conversation));
            pings(*conversation);
        }
        m_json.key("tls");
        if (state.tls)
            tls(*state.tls);
        else
            m_json.null();
        m_json.endObject();
    }

private:
    template <typename Value>
    void entry(QByteArrayView key, const Value &value)
    {
        m_json.key(key);
        m_json.string(value);
    }
    void count(QByteArrayView key, quint64 value)
    {
        m_json.key(key);
        m_json.number(qint64(value));
    }
    void flag(QByteArrayView key, bool value)
    {
        m_json.key(key);
        m_json.boolean(value);
    }
    void since(QByteArrayView key, std::optional<trace::Stamp> at)
    {
        m_json.key(key);
        m_json.number(at ? std::optional<qint64>((*at - m_start).count()) : std::nullopt);
    }
    static QByteArrayView mark(trace::Direction direction)
    {
        return direction == trace::Direction::Sent ? ">" : "<";
    }
    void time(QByteArrayView key, const QDateTime &at)
    {
        m_json.key(key);
        if (at.isValid())
            m_json.string(at.toUTC().toString(Qt::ISODate));
        else
            m_json.null();
    }

    // Not the heads themselves: `sonde show --connection` has them, with credentials masked.
    void proxy(const trace::ConnectionState &state)
    {
        entry("proxy", QByteArrayView(state.proxy));
        if (state.tunnel.empty())
            return;
        const auto octets = [&](trace::Direction direction) {
            return quint64(trace::tunnelText(state.tunnel, direction).size());
        };
        const QByteArray answer = trace::tunnelText(state.tunnel, trace::Direction::Received);
        m_json.key("tunnel");
        m_json.beginObject(JsonWriter::Lines::One);
        count("sentBytes", octets(trace::Direction::Sent));
        count("receivedBytes", octets(trace::Direction::Received));
        entry("statusLine", answer.left(answer.indexOf('\n')).trimmed());
        m_json.endObject();
    }

    void tcp(const std::vector<trace::TcpSample> &samples)
    {
        m_json.key("tcp");
        m_json.beginArray();
        for (const trace::TcpSample &sample : samples) {
            m_json.beginObject(JsonWriter::Lines::One);
            since("ns", sample.at);
            entry("when", trace::name(sample.when));
            count("rttUs", sample.roundTrip);
            count("rttVarianceUs", sample.variation);
            count("minRttUs", sample.leastRoundTrip);
            count("cwndSegments", sample.congestionWindow);
            count("segmentBytes", sample.segmentSize);
            count("retransmits", sample.retransmits);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void settings(const std::vector<trace::SettingsRound> &rounds)
    {
        m_json.key("settings");
        m_json.beginArray();
        for (const trace::SettingsRound &round : rounds) {
            m_json.beginObject(JsonWriter::Lines::One);
            entry("dir", mark(round.direction));
            since("ns", round.sent);
            since("effectiveNs", round.effective);
            m_json.key("values");
            m_json.beginArray(JsonWriter::Lines::One);
            for (const trace::SettingValue &setting : round.values) {
                m_json.beginArray(JsonWriter::Lines::One);
                m_json.string(trace::settingName(setting.id));
                m_json.number(qint64(setting.value));
                m_json.endArray();
            }
            m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    void pings(const trace::Conversation &conversation)
    {
        m_json.key("pings");
        m_json.beginArray();
        for (const trace::PingRound &round : trace::pingRounds(conversation)) {
            m_json.beginObject(JsonWriter::Lines::One);
            entry("dir", mark(round.direction));
            since("ns", conversation.frames[size_t(round.frame)].at);
            m_json.key("answeredAfterNs");
            m_json.number(round.time ? std::optional<qint64>(round.time->count()) : std::nullopt);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void tls(const trace::TlsReport &report)
    {
        m_json.beginObject();
        entry("version", QByteArrayView(report.version));
        entry("cipher", QByteArrayView(report.cipher));
        entry("group", QByteArrayView(report.group));
        flag("resumed", report.resumed);
        flag("verified", report.verification == trace::Verification::Trusted);
        m_json.key("problem");
        if (report.problem.isEmpty())
            m_json.null();
        else
            m_json.string(report.problem);
        m_json.key("problemDepth"); // 0: the leaf
        m_json.number(report.problemDepth < 0 ? std::optional<qint64>()
                                              : std::optional<qint64>(report.problemDepth));
        m_json.key("ocsp");
        if (report.ocsp)
            ocsp(*report.ocsp);
        else
            m_json.null();
        timestamps(report.timestamps);
        m_json.key("chain");
        m_json.beginArray();
        for (const trace::Certificate &certificate : report.chain)
            chainEntry(certificate);
        m_json.endArray();
        m_json.endObject();
    }

    void ocsp(const trace::OcspStaple &staple)
    {
        m_json.beginObject();
        entry("status", trace::name(staple.status));
        flag("verified", staple.problem.isEmpty());
        m_json.key("problem");
        if (staple.problem.isEmpty())
            m_json.null();
        else
            m_json.string(staple.problem);
        entry("responder", staple.responder);
        time("producedAt", staple.produced);
        time("thisUpdate", staple.thisUpdate);
        time("nextUpdate", staple.nextUpdate);
        if (staple.status == trace::OcspStaple::Status::Revoked) {
            time("revokedAt", staple.revoked);
            entry("reason", staple.reason);
        }
        entry("der", QByteArrayView(staple.der.toBase64()));
        m_json.endObject();
    }

    void timestamps(const std::vector<trace::SignedTimestamp> &timestamps)
    {
        m_json.key("signedTimestamps");
        m_json.beginArray();
        for (const trace::SignedTimestamp &timestamp : timestamps) {
            m_json.beginObject(JsonWriter::Lines::One);
            entry("source", trace::name(timestamp.source));
            entry("log", QByteArrayView(timestamp.log.toBase64()));
            time("at", timestamp.at);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void chainEntry(const trace::Certificate &certificate)
    {
        m_json.beginObject();
        entry("subject", certificate.subject);
        entry("issuer", certificate.issuer);
        strings("names", certificate.names);
        entry("notBefore", certificate.notBefore.toUTC().toString(Qt::ISODate));
        entry("notAfter", certificate.notAfter.toUTC().toString(Qt::ISODate));
        entry("key", certificate.key);
        entry("signature", certificate.signature);
        entry("sha256",
              QByteArrayView(
                  QCryptographicHash::hash(certificate.der, QCryptographicHash::Sha256).toHex()));
        strings("problems", certificate.problems);
        m_json.endObject();
    }

    void strings(QByteArrayView key, const QStringList &list)
    {
        m_json.key(key);
        m_json.beginArray(JsonWriter::Lines::One);
        for (const QString &text : list)
            m_json.string(text);
        m_json.endArray();
    }

    JsonWriter &m_json;
    const trace::ExchangeState &m_hop;
    const trace::Stamp m_start;
};

} // namespace

void writeConnection(JsonWriter &json, const Report &report)
{
    const trace::ExchangeState *last = report.last();
    json.key("connection");
    if (!last || !last->connection || last->events.empty()) {
        json.null();
        return;
    }
    Frames frames;
    Writer(json, *last, report.hops.front().events.front().at)
        .connection(last->connection->state(), frames.of(*last));
}

} // namespace sonde::cli
