// HTTP archives as recorded exchanges; see recorded_file.h. An archive tells durations where a
// trace has moments: they are put one after the other, as the format says they follow. Lenient, and
// everything in it is hostile.
#include "interop/foreign_json.h"
#include "interop/recorded_file.h"

#include <QDateTime>
#include <QJsonArray>

#include <map>

namespace sonde::interop
{
namespace
{

using http::Result;
using trace::Stamp;
using trace::What;

QString text(const QJsonObject &object, const char *key)
{
    return foreignText(object.value(QLatin1String(key)));
}

QJsonObject member(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

http::Headers fieldsOf(const QJsonArray &array)
{
    constexpr qsizetype most = 2000; // fields of one head
    http::Headers headers;
    for (const QJsonValue &value : array) {
        const QByteArray name = text(value.toObject(), "name").toUtf8().trimmed();
        if (name.isEmpty() || headers.size() >= most)
            continue;
        // Some archives list a field once with its values on lines.
        for (const QString &line : text(value.toObject(), "value").split(u'\n'))
            headers.append(name, line.trimmed().toUtf8());
    }
    return headers;
}

http::Version versionOf(const QString &name, http::Version otherwise)
{
    const QByteArray low = name.trimmed().toLower().toUtf8();
    if (low == "h3" || low == "http/3" || low == "http/3.0")
        return http::Version::Http3;
    if (low == "http/2.0" || low == "http/2+quic/46")
        return http::Version::Http2;
    return http::parseVersion(name.trimmed().toUtf8()).value_or(otherwise);
}

// Some archives have "unknown" there, or nothing.
bool isVersion(const QString &name)
{
    return versionOf(name, http::Version::Http10) == versionOf(name, http::Version::Http11);
}

// Milliseconds of a stage; negative or absurd: it is not there.
std::optional<std::chrono::nanoseconds> stage(const QJsonObject &timings, const char *name)
{
    constexpr double most = 1000.0 * 3600 * 24 * 30;
    const double ms = timings.value(QLatin1String(name)).toDouble(-1);
    if (!(ms >= 0 && ms <= most))
        return std::nullopt;
    return std::chrono::nanoseconds(qint64(ms * 1e6));
}

class Reader
{
public:
    Reader(const QJsonObject &log, QString spoolFolder)
        : m_log(log)
        , m_spoolFolder(std::move(spoolFolder))
    {
    }

    Result<Recorded> read()
    {
        const QJsonArray entries = m_log.value(QLatin1String("entries")).toArray();
        for (const QJsonValue &entry : entries) {
            if (m_hops.size() >= maxArchiveHops) {
                m_recorded.notes.push_back(Remark("Only the first %1 of %2 entries are shown.")
                                               .arg(qsizetype(maxArchiveHops))
                                               .arg(entries.size()));
                break;
            }
            if (const auto added = add(entry.toObject()); !added)
                return std::unexpected(added.error());
        }
        if (m_unreadable > 0)
            m_recorded.notes.push_back(
                Remark("Entries whose request cannot be read, which are left out: %1.")
                    .arg(qsizetype(m_unreadable)));
        if (m_hops.empty())
            return std::unexpected(http::Error{
                .layer = http::Layer::File,
                .code = http::Code::FileUnreadable,
                .sentence = QStringLiteral("There is no exchange in this HTTP archive.")});
        const QJsonObject creator = member(m_log, "creator");
        m_recorded.environment.append({text(creator, "name"), text(creator, "version")});
        m_recorded.made =
            text(m_log.value(QLatin1String("entries"))[0].toObject(), "startedDateTime");
        m_recorded.kind = Recorded::Kind::Archive;
        m_recorded.call = client::Call::recorded(std::move(m_hops));
        return std::move(m_recorded);
    }

private:
    Result<void> add(const QJsonObject &entry);
    bool request(const QJsonObject &entry, trace::ExchangeState &state);
    void response(const QJsonObject &entry, trace::ExchangeState &state);
    void moments(const QJsonObject &entry, trace::ExchangeState &state);
    Result<void> content(const QJsonObject &response, body::ByteStore &store);
    std::shared_ptr<trace::Connection> connectionOf(const QJsonObject &entry,
                                                    const trace::ExchangeState &state);
    void redactions(const QJsonObject &entry);

    const QJsonObject m_log;
    const QString m_spoolFolder;
    Recorded m_recorded;
    std::vector<client::Hop> m_hops;
    std::map<QString, std::shared_ptr<trace::Connection>> m_connections;
    size_t m_unreadable = 0;
};

bool Reader::request(const QJsonObject &entry, trace::ExchangeState &state)
{
    const QJsonObject request = member(entry, "request");
    auto target = http::Target::parse(text(request, "url").trimmed());
    auto method = http::Method::parse(text(request, "method").toUtf8());
    if (!target || !method)
        return false;
    http::Headers pseudo = fieldsOf(request.value(QLatin1String("_pseudoHeaders")).toArray());
    const http::Headers fields = fieldsOf(request.value(QLatin1String("headers")).toArray());
    for (const http::Field &field : fields) {
        if (!field.name.startsWith(':'))
            state.request.headers.append(field);
        pseudo.append(field);
    }
    state.sentHeaders = std::move(pseudo);
    state.request.method = *std::move(method);
    state.request.target = *std::move(target);
    const QJsonObject post = member(request, "postData");
    if (!post.isEmpty()) {
        const QByteArray octets = post.contains(QLatin1String("_base64"))
                                      ? QByteArray::fromBase64(text(post, "_base64").toLatin1())
                                      : text(post, "text").toUtf8();
        state.request.content = http::Content::of(octets, text(post, "mimeType").toUtf8());
    }
    state.sizes.requestContent =
        quint64(std::max<qint64>(0, request.value(QLatin1String("bodySize")).toInteger(0)));
    state.sizes.requestHeadWire =
        quint64(std::max<qint64>(0, request.value(QLatin1String("headersSize")).toInteger(0)));
    return true;
}

trace::End endOf(const QJsonObject &entry, const trace::ExchangeState &state)
{
    // Ours say it; of others it is what their framing says.
    const QByteArray said = text(entry, "_end").toUtf8();
    for (int end = int(trace::End::EndStream); end <= int(trace::End::Cancelled); ++end) {
        if (trace::name(trace::End(end)) == said)
            return trace::End(end);
    }
    const http::ResponseHead &head = *state.response;
    if (head.version >= http::Version::Http2)
        return trace::End::EndStream;
    if (state.request.method.token() == "HEAD" || head.status == 204 || head.status == 304)
        return trace::End::NoContent;
    if (head.headers.listContains("Transfer-Encoding", "chunked"))
        return trace::End::LastChunk;
    return head.headers.contains("Content-Length") ? trace::End::ContentLength : trace::End::Close;
}

void Reader::response(const QJsonObject &entry, trace::ExchangeState &state)
{
    const QJsonObject response = member(entry, "response");
    const int status = response.value(QLatin1String("status")).toInt(0);
    for (const QJsonValue &value : entry.value(QLatin1String("_interim")).toArray()) {
        const QJsonObject interim = value.toObject();
        state.interim.push_back(
            {.status = interim.value(QLatin1String("status")).toInt(0),
             .reason = {},
             .headers = fieldsOf(interim.value(QLatin1String("headers")).toArray())});
    }
    const QString problem = text(response, "_error");
    if (status < 100 || status > 999 || !problem.isEmpty()) {
        state.error = http::Error{
            .layer = http::Layer::Client,
            .code = http::Code::ConnectionClosed,
            .sentence = !problem.isEmpty()
                            ? problem
                            : QStringLiteral("The archive holds no response to this request.")};
        state.end = trace::End::Failed;
    }
    if (status < 100 || status > 999)
        return;
    http::ResponseHead head{
        .version = versionOf(text(response, "httpVersion"), http::Version::Http11),
        .status = status,
        .reason = text(response, "statusText").toUtf8(),
        .headers = fieldsOf(response.value(QLatin1String("headers")).toArray())};
    head.headers.remove(":status");
    state.contentCodings = head.headers.combined("Content-Encoding").toLower();
    state.response = std::move(head);
    state.trailers = fieldsOf(response.value(QLatin1String("_trailers")).toArray());
    if (!state.error)
        state.end = endOf(entry, state);
    const auto octets = [](const QJsonObject &from, const char *name) {
        return quint64(std::max<qint64>(0, from.value(QLatin1String(name)).toInteger(0)));
    };
    state.sizes.responseHeadWire = octets(response, "headersSize");
    state.sizes.responseEncoded = octets(response, "bodySize");
    state.sizes.responseDecoded = octets(member(response, "content"), "size");
    const QJsonObject ours = member(entry, "_sizes");
    if (ours.isEmpty())
        return;
    state.sizes.requestHeadWire = octets(ours, "requestHeadWire");
    state.sizes.requestBodyWire = octets(ours, "requestBodyWire");
    state.sizes.responseHeadWire = octets(ours, "responseHeadWire");
    state.sizes.responseBodyWire = octets(ours, "responseBodyWire");
}

std::shared_ptr<trace::Connection> Reader::connectionOf(const QJsonObject &entry,
                                                        const trace::ExchangeState &state)
{
    const QString name = text(entry, "connection");
    const QString key = name + u' ' + QString::fromLatin1(state.request.target.origin.authority());
    if (const auto known = m_connections.find(key); !name.isEmpty() && known != m_connections.end())
        return known->second;
    const http::Origin &origin = state.request.target.origin;
    auto connection = std::make_shared<trace::Connection>(trace::ExchangeId(), origin);
    const QByteArray address = text(entry, "serverIPAddress").toLatin1();
    const QString version = text(member(entry, "request"), "httpVersion");
    connection->update([&](trace::ConnectionState &is) {
        if (!address.isEmpty())
            is.remote = (address.contains(':') && !address.startsWith('[') ? '[' + address + ']'
                                                                           : address) +
                        ':' + QByteArray::number(origin.port);
        is.version =
            state.response ? state.response->version : versionOf(version, http::Version::Http11);
        const QString why = text(entry, "_versionReason");
        const QString said =
            state.response ? text(member(entry, "response"), "httpVersion") : version;
        if (!why.isEmpty())
            is.versionReason = why;
        else if (isVersion(said))
            is.versionReason = QStringLiteral("the archive says so");
        else
            is.versionReason =
                QStringLiteral("the archive does not say which, so HTTP/1.1 is assumed");
    });
    if (!name.isEmpty())
        m_connections[key] = connection;
    return connection;
}

// The stages follow each other; `ssl` is the last part of `connect`.
void Reader::moments(const QJsonObject &entry, trace::ExchangeState &state)
{
    const QDateTime started =
        QDateTime::fromString(text(entry, "startedDateTime"), Qt::ISODateWithMs);
    static const qint64 origin = trace::wallNanoseconds({});
    constexpr qint64 mostMs = std::numeric_limits<qint64>::max() / 4'000'000;
    const qint64 wall = started.isValid() ? started.toMSecsSinceEpoch() : 0;
    Stamp at{std::clamp<qint64>(wall, 0, mostMs) * 1'000'000 - origin};
    const QJsonObject timings = member(entry, "timings");
    const auto event = [&](What what, quint64 value = 0) {
        state.events.push_back({.at = at, .value = value, .what = what});
    };
    const auto connection = connectionOf(entry, state);
    state.connection = connection;
    std::vector<trace::Event> setUp;
    const auto step = [&](What what) { setUp.push_back({.at = at, .what = what}); };
    event(What::Created);
    at = at + stage(timings, "blocked").value_or(std::chrono::nanoseconds(0));
    event(What::Dispatched);
    if (const auto dns = stage(timings, "dns"); dns && dns->count() > 0) {
        step(What::ResolveStarted);
        at = at + *dns;
        step(What::ResolveFinished);
    }
    const auto connect = stage(timings, "connect");
    if (connect && connect->count() > 0) {
        const auto ssl =
            std::min(stage(timings, "ssl").value_or(std::chrono::nanoseconds(0)), *connect);
        step(What::ConnectStarted);
        at = at + (*connect - ssl);
        step(What::ConnectFinished);
        if (ssl.count() > 0) {
            step(What::TlsStarted);
            at = at + ssl;
            step(What::TlsFinished);
        }
        step(What::Ready);
    }
    connection->update([&](trace::ConnectionState &is) {
        const bool opens = !setUp.empty() && is.events.empty();
        if (opens) {
            is.events = setUp;
            is.openedBy = state.id;
        }
        ++is.exchanges;
        state.connectionReused =
            entry.value(QLatin1String("_connectionReused")).toBool(!opens && is.exchanges > 1);
    });
    event(What::ConnectionAssigned, quint64(connection->id()));
    event(What::SendHeadStarted);
    at = at + stage(timings, "send").value_or(std::chrono::nanoseconds(0));
    event(What::SendHeadFinished, state.sizes.requestHeadWire);
    at = at + stage(timings, "wait").value_or(std::chrono::nanoseconds(0));
    if (!state.response) {
        event(What::Failed);
        return;
    }
    event(What::HeadStarted);
    event(What::HeadFinished);
    const auto receive = stage(timings, "receive").value_or(std::chrono::nanoseconds(0));
    if (state.sizes.responseEncoded > 0 || state.sizes.responseDecoded > 0) {
        event(What::BodyStarted);
        at = at + receive;
        event(What::BodyFinished, state.sizes.responseEncoded);
    } else {
        at = at + receive;
    }
    event(state.error ? What::Failed : What::Ended);
}

Result<void> Reader::content(const QJsonObject &response, body::ByteStore &store)
{
    const QJsonObject content = member(response, "content");
    const QString held = text(content, "text");
    const bool isBase64 = text(content, "encoding").compare(u"base64", Qt::CaseInsensitive) == 0;
    const auto stored =
        store.append(isBase64 ? QByteArray::fromBase64(held.toLatin1()) : held.toUtf8());
    store.finish();
    return stored;
}

void Reader::redactions(const QJsonObject &entry)
{
    for (const QJsonValue &name : entry.value(QLatin1String("_redacted")).toArray()) {
        if (!m_recorded.masked.contains(name.toString()) && m_recorded.masked.size() < 1000)
            m_recorded.masked.append(name.toString());
        m_recorded.redacted = true;
    }
}

Result<void> Reader::add(const QJsonObject &entry)
{
    trace::ExchangeState state;
    if (!request(entry, state)) {
        ++m_unreadable;
        return {};
    }
    response(entry, state);
    auto exchange = std::make_shared<trace::Exchange>(state.request);
    state.id = exchange->id();
    moments(entry, state);
    redactions(entry);
    state.findings.push_back(
        {.severity = trace::Severity::Note,
         .rule = "har.no-octets",
         .sentence = QStringLiteral("This was read from an HTTP archive, which holds no octets of "
                                    "the wire and durations in place of moments."),
         .section = "HAR 1.2"});
    auto body = std::make_shared<body::ByteStore>(m_spoolFolder);
    const QJsonObject response = member(entry, "response");
    if (const auto stored = content(response, *body); !stored)
        return stored;
    if (member(response, "content").contains(QLatin1String("text")))
        state.sizes.responseDecoded = quint64(body->size());
    exchange->update([&](trace::ExchangeState &is) { is = std::move(state); });
    m_hops.push_back({.exchange = std::move(exchange), .body = std::move(body), .kept = nullptr});
    return {};
}

} // namespace

Result<Recorded> readArchive(const QByteArray &octets, const QString &spoolFolder)
{
    const auto object = foreignObject(octets, QStringLiteral("HTTP archive"));
    if (!object)
        return std::unexpected(object.error());
    return Reader(member(*object, "log"), spoolFolder).read();
}

} // namespace sonde::interop
