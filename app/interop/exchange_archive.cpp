#include "interop/exchange_archive.h"

#include "interop/exchange_content.h"
#include "interop/har_timings.h"
#include "interop/redaction.h"

#include <QDateTime>
#include <QJsonArray>

namespace sonde::interop
{
namespace
{

constexpr qint64 contentLimit = 16LL << 20; // octets; a viewer of archives holds them all

QString text(QByteArrayView octets)
{
    return octets.isValidUtf8() ? QString::fromUtf8(octets) : QString::fromLatin1(octets);
}

QJsonObject pair(const QString &name, const QString &value)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("value"), value}};
}

bool isText(const QByteArray &octets)
{
    return octets.isValidUtf8() && !octets.contains('\0');
}

QByteArray typeOf(const http::Headers &headers)
{
    return headers.value("Content-Type").value_or(QByteArrayView()).toByteArray();
}

QString isoDate(trace::Stamp stamp)
{
    const qint64 ms = trace::wallNanoseconds(stamp) / 1'000'000;
    return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
}

class Entry
{
public:
    Entry(const client::Hop &hop, ExportSecrets secrets)
        : m_hop(hop)
        , m_state(hop.exchange->state())
        , m_masked(secrets == ExportSecrets::Masked)
    {
        if (m_state.connection)
            m_connection = m_state.connection->state();
    }

    QJsonObject make()
    {
        QJsonObject entry{
            {QStringLiteral("startedDateTime"), isoDate(m_state.events.front().at)},
            {QStringLiteral("request"), request()},
            {QStringLiteral("response"), response()},
            {QStringLiteral("cache"), QJsonObject()},
        };
        const HarTimings timings = harTimings(m_state);
        entry.insert(QStringLiteral("timings"), timings.toJson());
        entry.insert(QStringLiteral("time"), timings.total());
        connection(entry);
        ours(entry);
        return entry;
    }

private:
    QByteArray url(const QByteArray &url) { return m_masked ? m_redaction.url(url) : url; }
    http::Headers shown(const http::Headers &headers)
    {
        return m_masked ? m_redaction.headers(headers) : headers;
    }
    QByteArray shownContent(const QByteArray &content, const QByteArray &type)
    {
        return m_masked ? m_redaction.content(content, type) : content;
    }
    bool isHttp2() const { return m_connection && m_connection->version == http::Version::Http2; }

    static QJsonArray fields(const http::Headers &headers, bool pseudo)
    {
        QJsonArray array;
        for (const http::Field &field : headers) {
            if (field.name.startsWith(':') == pseudo)
                array.append(pair(text(field.name), text(field.value)));
        }
        return array;
    }

    QJsonObject request();
    QJsonArray requestCookies(const http::Headers &headers) const;
    QJsonArray query(const QByteArray &url) const;
    void postData(QJsonObject &request, const QByteArray &type);
    QJsonObject response();
    QJsonObject noResponse() const;
    QJsonArray responseCookies(const http::Headers &headers) const;
    QJsonObject content(const QByteArray &type);
    void connection(QJsonObject &entry) const;
    void ours(QJsonObject &entry);
    QJsonArray interim();
    QJsonArray findings() const;
    QJsonObject sizes() const;
    QJsonObject tls(const trace::TlsReport &report) const;

    const client::Hop &m_hop;
    const trace::ExchangeState m_state;
    std::optional<trace::ConnectionState> m_connection;
    const bool m_masked;
    Redaction m_redaction;
};

QJsonObject Entry::request()
{
    const bool sent = !m_state.sentHeaders.isEmpty();
    const http::Headers headers = shown(sent ? m_state.sentHeaders : m_state.request.headers);
    const QByteArray target = url(m_state.request.target.url());
    auto version = m_connection ? m_connection->version : http::Version::Http11;
    if (m_state.request.version == http::VersionPolicy::Http10)
        version = http::Version::Http10;
    QJsonObject object{
        {QStringLiteral("method"), text(m_state.request.method.token())},
        {QStringLiteral("url"), text(target)},
        {QStringLiteral("httpVersion"), text(http::versionName(version))},
        {QStringLiteral("cookies"), requestCookies(headers)},
        {QStringLiteral("headers"), fields(headers, false)},
        {QStringLiteral("queryString"), query(target)},
        {QStringLiteral("headersSize"),
         isHttp2() || !sent ? -1 : qint64(m_state.sizes.requestHeadWire)},
        {QStringLiteral("bodySize"), qint64(m_state.sizes.requestContent)},
    };
    if (isHttp2())
        object.insert(QStringLiteral("_pseudoHeaders"), fields(headers, true));
    if (m_state.request.content.present)
        postData(object, typeOf(headers));
    return object;
}

QJsonArray Entry::requestCookies(const http::Headers &headers) const
{
    QJsonArray cookies;
    for (const QByteArrayView field : headers.values("Cookie")) {
        for (const QByteArray &cookie : field.toByteArray().split(';')) {
            const qsizetype equals = cookie.indexOf('=');
            if (equals >= 0)
                cookies.append(pair(text(cookie.first(equals).trimmed()),
                                    text(cookie.sliced(equals + 1).trimmed())));
        }
    }
    return cookies;
}

QJsonArray Entry::query(const QByteArray &url) const
{
    QJsonArray rows;
    const qsizetype mark = url.indexOf('?');
    if (mark < 0)
        return rows;
    for (const QByteArray &part : url.sliced(mark + 1).split('&')) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
        if (!part.isEmpty())
            rows.append(pair(text(QByteArray::fromPercentEncoding(name)),
                             text(QByteArray::fromPercentEncoding(value))));
    }
    return rows;
}

void Entry::postData(QJsonObject &request, const QByteArray &type)
{
    QJsonObject data{{QStringLiteral("mimeType"), text(type)}};
    const auto sent = requestContent(m_hop, contentLimit);
    if (!sent)
        data.insert(QStringLiteral("comment"), sent.error().sentence);
    else if (!sent->held || sent->cut)
        data.insert(QStringLiteral("comment"),
                    sent->held ? QStringLiteral("Left out: it is larger than 16 MiB.")
                               : QStringLiteral("Left out: it was not kept."));
    else if (isText(sent->octets))
        data.insert(QStringLiteral("text"), QString::fromUtf8(shownContent(sent->octets, type)));
    else // the format has no place for octets
        data.insert(QStringLiteral("_base64"), QString::fromLatin1(sent->octets.toBase64()));
    request.insert(QStringLiteral("postData"), data);
}

QJsonObject Entry::noResponse() const
{
    return {
        {QStringLiteral("status"), 0},
        {QStringLiteral("statusText"), QString()},
        {QStringLiteral("httpVersion"), QString()},
        {QStringLiteral("cookies"), QJsonArray()},
        {QStringLiteral("headers"), QJsonArray()},
        {QStringLiteral("content"),
         QJsonObject{{QStringLiteral("size"), 0}, {QStringLiteral("mimeType"), QString()}}},
        {QStringLiteral("redirectURL"), QString()},
        {QStringLiteral("headersSize"), -1},
        {QStringLiteral("bodySize"), -1},
        {QStringLiteral("_error"), m_state.error ? m_state.error->sentence : QString()},
    };
}

QJsonObject Entry::response()
{
    if (!m_state.response)
        return noResponse();
    const http::ResponseHead &head = *m_state.response;
    const http::Headers headers = shown(head.headers);
    const QByteArray location = headers.value("Location").value_or(QByteArrayView()).toByteArray();
    QJsonObject object{
        {QStringLiteral("status"), head.status},
        {QStringLiteral("statusText"), text(head.reason)},
        {QStringLiteral("httpVersion"), text(http::versionName(head.version))},
        {QStringLiteral("cookies"), responseCookies(headers)},
        {QStringLiteral("headers"), fields(headers, false)},
        {QStringLiteral("content"), content(typeOf(headers))},
        {QStringLiteral("redirectURL"), text(location)},
        {QStringLiteral("headersSize"), isHttp2() ? -1 : qint64(m_state.sizes.responseHeadWire)},
        {QStringLiteral("bodySize"), qint64(m_state.sizes.responseEncoded)},
        {QStringLiteral("_transferSize"),
         qint64(m_state.sizes.responseHeadWire + m_state.sizes.responseBodyWire)},
    };
    if (!m_state.trailers.isEmpty())
        object.insert(QStringLiteral("_trailers"), fields(shown(m_state.trailers), false));
    if (m_state.error)
        object.insert(QStringLiteral("_error"), m_state.error->sentence);
    return object;
}

QJsonArray Entry::responseCookies(const http::Headers &headers) const
{
    QJsonArray cookies;
    for (const QByteArrayView field : headers.values("Set-Cookie")) {
        const auto parts = field.toByteArray().split(';');
        const qsizetype equals = parts.front().indexOf('=');
        if (equals <= 0)
            continue;
        QJsonObject cookie = pair(text(parts.front().first(equals).trimmed()),
                                  text(parts.front().sliced(equals + 1).trimmed()));
        for (const QByteArray &part : parts.sliced(1)) {
            const QByteArray name = part.split('=').front().trimmed();
            const QString value = text(part.mid(part.indexOf('=') + 1).trimmed());
            if (http::sameName(name, "Path") || http::sameName(name, "Domain"))
                cookie.insert(text(name.toLower()), value);
            else if (http::sameName(name, "HttpOnly"))
                cookie.insert(QStringLiteral("httpOnly"), true);
            else if (http::sameName(name, "Secure"))
                cookie.insert(QStringLiteral("secure"), true);
        }
        cookies.append(cookie);
    }
    return cookies;
}

QJsonObject Entry::content(const QByteArray &type)
{
    QJsonObject object{{QStringLiteral("mimeType"), text(type)}};
    const auto decoded = decodedContent(m_hop, contentLimit);
    const qint64 size = qint64(decoded ? decoded->size : m_state.sizes.responseDecoded);
    object.insert(QStringLiteral("size"), size);
    if (!m_state.contentCodings.isEmpty())
        object.insert(QStringLiteral("compression"), size - qint64(m_state.sizes.responseEncoded));
    if (!decoded) {
        object.insert(QStringLiteral("comment"), decoded.error().sentence);
    } else if (!decoded->held || decoded->cut) {
        object.insert(QStringLiteral("comment"),
                      decoded->held ? QStringLiteral("Left out: it is larger than 16 MiB.")
                                    : QStringLiteral("Left out: it was not kept."));
    } else if (isText(decoded->octets)) {
        object.insert(QStringLiteral("text"),
                      QString::fromUtf8(shownContent(decoded->octets, type)));
    } else {
        object.insert(QStringLiteral("text"), QString::fromLatin1(decoded->octets.toBase64()));
        object.insert(QStringLiteral("encoding"), QStringLiteral("base64"));
    }
    return object;
}

void Entry::connection(QJsonObject &entry) const
{
    if (!m_connection)
        return;
    entry.insert(QStringLiteral("connection"), QString::number(quint64(m_connection->id)));
    const qsizetype colon = m_connection->remote.lastIndexOf(':');
    // Behind a proxy the server's address is the proxy's secret.
    if (colon <= 0 || !m_connection->proxy.isEmpty())
        return;
    QByteArray address = m_connection->remote.first(colon);
    if (address.startsWith('['))
        address = address.sliced(1, address.size() - 2);
    if (const qsizetype zone = address.indexOf('%'); zone >= 0)
        address.truncate(zone);
    entry.insert(QStringLiteral("serverIPAddress"), text(address));
}

// What the format has no place for.
void Entry::ours(QJsonObject &entry)
{
    QJsonArray phases;
    const trace::Stamp start = m_state.events.front().at;
    for (const trace::PhaseSpan &span : trace::phases(m_state)) {
        QJsonObject phase{{QStringLiteral("name"), text(trace::name(span.phase))},
                          {QStringLiteral("state"), text(trace::name(span.state))}};
        if (span.start)
            phase.insert(QStringLiteral("startNs"), qint64((*span.start - start).count()));
        if (span.end)
            phase.insert(QStringLiteral("endNs"), qint64((*span.end - start).count()));
        if (span.shared)
            phase.insert(QStringLiteral("shared"), true);
        phases.append(phase);
    }
    entry.insert(QStringLiteral("_phases"), phases);
    entry.insert(QStringLiteral("_sizes"), sizes());
    entry.insert(QStringLiteral("_end"), text(trace::name(m_state.end)));
    if (!m_state.interim.empty())
        entry.insert(QStringLiteral("_interim"), interim());
    if (!m_state.findings.empty())
        entry.insert(QStringLiteral("_findings"), findings());
    if (m_connection) {
        entry.insert(QStringLiteral("_connectionReused"), m_state.connectionReused);
        entry.insert(QStringLiteral("_versionReason"), m_connection->versionReason);
        if (m_connection->tls)
            entry.insert(QStringLiteral("_tls"), tls(*m_connection->tls));
    }
    if (m_state.streamId != 0)
        entry.insert(QStringLiteral("_streamId"), qint64(m_state.streamId));
    if (m_redaction.taken().empty())
        return;
    QJsonArray taken;
    for (const QByteArray &name : m_redaction.taken())
        taken.append(text(name));
    entry.insert(QStringLiteral("_redacted"), taken);
}

QJsonArray Entry::interim()
{
    QJsonArray heads;
    for (const http::ResponseHead &head : m_state.interim)
        heads.append(QJsonObject{{QStringLiteral("status"), head.status},
                                 {QStringLiteral("headers"), fields(shown(head.headers), false)}});
    return heads;
}

QJsonArray Entry::findings() const
{
    QJsonArray findings;
    for (const trace::Finding &finding : m_state.findings)
        findings.append(QJsonObject{{QStringLiteral("rule"), text(finding.rule)},
                                    {QStringLiteral("message"), finding.sentence},
                                    {QStringLiteral("section"), text(finding.section)}});
    return findings;
}

QJsonObject Entry::sizes() const
{
    const trace::Sizes &sizes = m_state.sizes;
    return {{QStringLiteral("requestHeadWire"), qint64(sizes.requestHeadWire)},
            {QStringLiteral("requestBodyWire"), qint64(sizes.requestBodyWire)},
            {QStringLiteral("responseHeadWire"), qint64(sizes.responseHeadWire)},
            {QStringLiteral("responseBodyWire"), qint64(sizes.responseBodyWire)},
            {QStringLiteral("responseEncoded"), qint64(sizes.responseEncoded)},
            {QStringLiteral("responseDecoded"), qint64(sizes.responseDecoded)}};
}

QJsonObject Entry::tls(const trace::TlsReport &report) const
{
    return {{QStringLiteral("version"), text(report.version)},
            {QStringLiteral("cipher"), text(report.cipher)},
            {QStringLiteral("group"), text(report.group)},
            {QStringLiteral("alpn"), text(report.alpnChosen)},
            {QStringLiteral("resumed"), report.resumed},
            {QStringLiteral("verified"), report.verification == trace::Verification::Trusted},
            {QStringLiteral("problem"), report.problem}};
}

} // namespace

QJsonObject archiveOf(const std::vector<client::Hop> &hops, ExportSecrets secrets)
{
    QJsonArray entries;
    bool redacted = false;
    for (const client::Hop &hop : hops) {
        entries.append(Entry(hop, secrets).make());
        redacted = redacted || entries.last().toObject().contains(QStringLiteral("_redacted"));
    }
    QJsonObject log{
        {QStringLiteral("version"), QStringLiteral("1.2")},
        {QStringLiteral("creator"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("Sonde")},
                     {QStringLiteral("version"), QStringLiteral(SONDE_VERSION)}}},
        {QStringLiteral("entries"), entries},
    };
    if (secrets == ExportSecrets::Shown)
        log.insert(QStringLiteral("comment"),
                   QStringLiteral("Nothing is masked: credentials and cookies are as they went."));
    else if (redacted)
        log.insert(QStringLiteral("comment"),
                   QStringLiteral("Credentials, cookies and keys are masked as ***; _redacted "
                                  "lists them entry by entry."));
    return {{QStringLiteral("log"), log}};
}

} // namespace sonde::interop
