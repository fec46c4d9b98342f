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
    Writer(JsonWriter &json, const Report &report)
        : m_json(json)
        , m_hop(*report.last())
        , m_start(report.hops.front().events.front().at)
        , m_withRecords(report.withFrames)
    {
    }

    void connection(const trace::ConnectionState &state, const trace::Conversation *conversation)
    {
        m_json.beginObject();
        m_json.number("id", quint64(state.id));
        m_json.boolean("reused", m_hop.connectionReused);
        m_json.string("local", QByteArrayView(state.local));
        m_json.string("remote", QByteArrayView(state.remote));
        if (!state.proxy.isEmpty())
            proxy(state);
        m_json.key("alpn");
        if (state.tls && !state.tls->alpnChosen.isEmpty())
            m_json.string(state.tls->alpnChosen);
        else
            m_json.null();
        m_json.string("versionReason", state.versionReason);
        m_json.number("streamId", m_hop.streamId);
        m_json.number("exchanges", quint64(state.exchanges));
        m_json.textOrNull("closed", state.closeReason);
        if (!state.congestionControl.isEmpty())
            m_json.string("congestionControl", QByteArrayView(state.congestionControl));
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
    void since(QByteArrayView key, std::optional<trace::Stamp> at)
    {
        m_json.number(key, at ? std::optional<qint64>((*at - m_start).count()) : std::nullopt);
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
        m_json.string("proxy", QByteArrayView(state.proxy));
        if (state.tunnel.empty())
            return;
        const auto octets = [&](trace::Direction direction) {
            return quint64(trace::tunnelText(state.tunnel, direction).size());
        };
        const QByteArray answer = trace::tunnelText(state.tunnel, trace::Direction::Received);
        m_json.key("tunnel");
        m_json.beginObject(JsonWriter::Lines::One);
        m_json.number("sentBytes", octets(trace::Direction::Sent));
        m_json.number("receivedBytes", octets(trace::Direction::Received));
        m_json.string("statusLine", answer.left(answer.indexOf('\n')).trimmed());
        m_json.endObject();
    }

    void tcp(const std::vector<trace::TcpSample> &samples)
    {
        m_json.key("tcp");
        m_json.beginArray();
        for (const trace::TcpSample &sample : samples) {
            m_json.beginObject(JsonWriter::Lines::One);
            since("ns", sample.at);
            m_json.string("when", trace::name(sample.when));
            m_json.number("rttUs", sample.roundTrip);
            m_json.number("rttVarianceUs", sample.variation);
            m_json.number("minRttUs", sample.leastRoundTrip);
            m_json.number("cwndSegments", sample.congestionWindow);
            m_json.number("segmentBytes", sample.segmentSize);
            m_json.number("retransmits", sample.retransmits);
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
            m_json.string("dir", mark(round.direction));
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
            m_json.string("dir", mark(round.direction));
            since("ns", conversation.frames[size_t(round.frame)].at);
            m_json.number("answeredAfterNs",
                          round.time ? std::optional<qint64>(round.time->count()) : std::nullopt);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void tls(const trace::TlsReport &report)
    {
        m_json.beginObject();
        m_json.string("version", QByteArrayView(report.version));
        m_json.string("cipher", QByteArrayView(report.cipher));
        m_json.string("group", QByteArrayView(report.group));
        m_json.boolean("resumed", report.resumed);
        m_json.boolean("verified", report.verification == trace::Verification::Trusted);
        m_json.boolean("pinned", report.pinned);
        octetStrings("alpnOffered", report.alpnOffered);
        messages(report.messages);
        records(m_hop.connection->records());
        m_json.textOrNull("problem", report.problem);
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

    void octetStrings(QByteArrayView key, const QList<QByteArray> &list)
    {
        m_json.key(key);
        m_json.beginArray(JsonWriter::Lines::One);
        for (const QByteArray &octets : list)
            m_json.string(octets);
        m_json.endArray();
    }

    void messages(const std::vector<trace::TlsMessage> &messages)
    {
        m_json.key("handshake");
        m_json.beginArray();
        for (const trace::TlsMessage &message : messages) {
            m_json.beginObject(JsonWriter::Lines::One);
            since("ns", message.at);
            m_json.string("dir", mark(message.direction));
            m_json.string("message", QByteArrayView(trace::messageName(message)));
            m_json.number("bytes", quint64(message.octets));
            m_json.boolean("encrypted", message.encrypted);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void records(const trace::RecordLog &log)
    {
        m_json.key("recordTotals");
        m_json.beginObject();
        for (const auto direction : {trace::Direction::Sent, trace::Direction::Received}) {
            const auto totals = log.totals(direction);
            m_json.key(direction == trace::Direction::Sent ? "sent" : "received");
            m_json.beginObject(JsonWriter::Lines::One);
            m_json.number("records", totals.records);
            m_json.number("wireBytes", totals.wireOctets);
            m_json.number("carriedBytes", totals.carried);
            m_json.endObject();
        }
        m_json.endObject();
        if (!m_withRecords)
            return;
        m_json.key("records");
        m_json.beginArray();
        for (const auto &[record, number, from] : log.records()) {
            m_json.beginObject(JsonWriter::Lines::One);
            m_json.number("ns", (record.at - m_start).count());
            m_json.string("dir", mark(record.direction));
            m_json.string("type", QByteArrayView(trace::recordName(record.type)));
            m_json.number("wireBytes", quint64(record.wireOctets));
            m_json.number("offset", from);
            m_json.number("carriedBytes", quint64(record.carried));
            m_json.endObject();
        }
        m_json.endArray();
    }

    void ocsp(const trace::OcspStaple &staple)
    {
        m_json.beginObject();
        m_json.string("status", trace::name(staple.status));
        m_json.boolean("verified", staple.problem.isEmpty());
        m_json.textOrNull("problem", staple.problem);
        m_json.string("responder", staple.responder);
        time("producedAt", staple.produced);
        time("thisUpdate", staple.thisUpdate);
        time("nextUpdate", staple.nextUpdate);
        if (staple.status == trace::OcspStaple::Status::Revoked) {
            time("revokedAt", staple.revoked);
            m_json.string("reason", staple.reason);
        }
        m_json.string("der", QByteArrayView(staple.der.toBase64()));
        m_json.endObject();
    }

    void timestamps(const std::vector<trace::SignedTimestamp> &timestamps)
    {
        m_json.key("signedTimestamps");
        m_json.beginArray();
        for (const trace::SignedTimestamp &timestamp : timestamps) {
            m_json.beginObject(JsonWriter::Lines::One);
            m_json.string("source", trace::name(timestamp.source));
            m_json.string("log", QByteArrayView(timestamp.log.toBase64()));
            time("at", timestamp.at);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void chainEntry(const trace::Certificate &certificate)
    {
        m_json.beginObject();
        m_json.string("subject", certificate.subject);
        m_json.string("issuer", certificate.issuer);
        strings("names", certificate.names);
        m_json.string("notBefore", certificate.notBefore.toUTC().toString(Qt::ISODate));
        m_json.string("notAfter", certificate.notAfter.toUTC().toString(Qt::ISODate));
        m_json.string("key", certificate.key);
        m_json.string("signature", certificate.signature);
        m_json.string(
            "sha256",
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
    const bool m_withRecords;
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
    Writer(json, report).connection(last->connection->state(), frames.of(*last));
}

} // namespace sonde::cli
