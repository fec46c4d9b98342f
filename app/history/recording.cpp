#include "history/recording.h"

#include "collection/document_json.h"
#include "interop/exchange_content.h"
#include "trace/clock.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace sonde::history
{
namespace
{

using client::Hop;
using interop::ExportSecrets;
using interop::Redaction;
using interop::SecretValues;

// Octets of each call that can be searched.
constexpr qint64 headLimit = 16 << 10;
constexpr qint64 bodyLimit = 32 << 10;
constexpr qint64 sentLimit = 16 << 10;
// What stands across the end of what is searched is still masked whole.
constexpr qint64 margin = 4 << 10;

bool isText(QByteArrayView octets)
{
    return !octets.first(std::min<qsizetype>(octets.size(), 1024)).contains('\0');
}

QByteArray asUtf8(const QByteArray &octets)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(octets);
    return utf8.hasError() ? QString::fromLatin1(octets).toUtf8() : text.toUtf8();
}

class Words
{
public:
    Words(const SecretValues &values, ExportSecrets secrets)
        : m_redaction(values)
        , m_masked(secrets == ExportSecrets::Masked)
    {
    }

    void addHeaders(const http::Headers &headers)
    {
        for (const http::Field &field : m_masked ? m_redaction.headers(headers) : headers) {
            if (head.size() < headLimit)
                head += field.name + ": " +
                        field.value.first(std::min<qsizetype>(field.value.size(), headLimit)) +
                        '\n';
        }
    }
    void addContent(const body::ByteSource &source, const http::Headers &headers, qint64 limit)
    {
        if (const auto text = source.read(0, std::min(source.size(), limit + margin)))
            addText(*text, headers, limit);
    }
    void addText(const QByteArray &text, const http::Headers &headers, qint64 limit)
    {
        if (text.isEmpty() || !isText(text))
            return;
        const auto type = headers.value("Content-Type").value_or(QByteArrayView());
        const QByteArray shown = m_masked ? m_redaction.content(text, type) : text;
        body += asUtf8(shown.first(std::min<qsizetype>(shown.size(), limit))) + '\n';
    }
    QByteArray url(const QByteArray &url) { return m_masked ? m_redaction.url(url) : url; }
    QString sentence(const QString &text)
    {
        return m_masked ? QString::fromUtf8(m_redaction.text(text.toUtf8())) : text;
    }

    QByteArray head;
    QByteArray body;

private:
    Redaction m_redaction;
    const bool m_masked;
};

// The beginning, in a store of its own.
std::shared_ptr<body::ByteStore> beginning(const body::ByteSource &source)
{
    constexpr qint64 piece = 256 << 10;
    auto store = std::make_shared<body::ByteStore>();
    while (store->size() < Limits::bodyOctets) {
        const auto octets =
            source.read(store->size(), std::min(piece, Limits::bodyOctets - store->size()));
        if (!octets || octets->isEmpty() || !store->append(*octets))
            break;
    }
    store->finish();
    return store;
}

bool isVariable(const QString &value)
{
    return value.contains(QLatin1String("{{"));
}

QByteArray spliced(const QByteArray &text, const interop::Secrets &secrets)
{
    QByteArray result;
    qsizetype copied = 0;
    for (const interop::Secret &secret : secrets) {
        result += text.sliced(copied, secret.at - copied) + interop::maskedSecret.toUtf8();
        copied = secret.at + secret.size;
    }
    return result + text.sliced(copied);
}

// Of the header or parameter that carries an API key; empty: none.
QString keyName(const collection::RequestDocument &document)
{
    return document.settings.auth.section(u' ', 1);
}

void maskRow(QString &value, const QString &name, Redaction &redaction, const QString &key = {})
{
    const bool isKey = !key.isEmpty() && name.compare(key, Qt::CaseInsensitive) == 0;
    if ((isKey || interop::isSecretName(name)) && !value.isEmpty() && !isVariable(value))
        value = interop::maskedSecret;
    else
        value = QString::fromUtf8(redaction.text(value.toUtf8()));
}

} // namespace

QStringList secretsOf(const std::vector<Hop> &hops, const Sent &sent)
{
    constexpr qsizetype telling = 8; // octets
    QStringList all = sent.secrets;
    const auto take = [&](const QByteArray &text, const interop::Secrets &found) {
        for (const interop::Secret &secret : found) {
            const QString value = QString::fromUtf8(text.sliced(secret.at, secret.size)).trimmed();
            if (secret.size >= telling && !all.contains(value))
                all.append(value);
        }
    };
    const auto takeHeaders = [&](const http::Headers &headers) {
        for (const http::Field &field : headers) {
            take(field.value, interop::secretsIn(field));
            // What a server understood of it may come back in clear.
            const QByteArray basic = field.value.left(6).toLower() == "basic "
                                         ? QByteArray::fromBase64(field.value.sliced(6))
                                         : QByteArray();
            const qsizetype at = basic.indexOf(':') + 1;
            if (at > 0)
                take(basic, {{at, basic.size() - at, "password"}});
        }
    };
    // An API key may have any name.
    const QByteArray key = keyName(sent.document).toUtf8();
    for (const Hop &hop : hops) {
        const trace::ExchangeState state = hop.exchange->state();
        takeHeaders(state.request.headers);
        takeHeaders(state.sentHeaders);
        if (!key.isEmpty()) {
            if (const auto value = state.request.headers.value(key))
                all.append(QString::fromUtf8(*value));
            for (const collection::Row &row :
                 collection::queryRows(QString::fromUtf8(state.request.target.url()))) {
                if (row.name == QString::fromUtf8(key))
                    all.append(row.value);
            }
        }
        if (state.response)
            takeHeaders(state.response->headers);
        const QByteArray url = state.request.target.url();
        take(url, interop::secretsInUrl(url));
        const QByteArray password = state.request.target.userInfo;
        take(password, {{password.indexOf(':') + 1, password.size() - password.indexOf(':') - 1,
                         "user info"}});
        const auto content = client::sentContent(hop);
        if (const auto text = content ? content->read(0, bodyLimit) : http::Result<QByteArray>())
            take(*text,
                 interop::secretsInContent(
                     *text, state.sentHeaders.value("Content-Type").value_or(QByteArrayView())));
    }
    return all;
}

std::vector<Hop> keptHops(const std::vector<Hop> &hops)
{
    std::vector<Hop> kept;
    for (Hop hop : hops) {
        if (hop.exchange->state().events.empty())
            continue; // nothing to look at
        const auto sent = client::sentContent(hop);
        const bool longSent = sent && sent->size() > Limits::bodyOctets;
        const bool longBody = hop.body->size() > Limits::bodyOctets ||
                              (hop.kept && hop.kept->received.size() > Limits::bodyOctets);
        if (longSent || longBody) {
            auto contents = std::make_shared<client::KeptContent>(QString());
            if (sent) {
                if (const auto octets = sent->read(0, Limits::bodyOctets))
                    (void)contents->sent.append(*octets);
            }
            hop.body = beginning(*hop.body);
            hop.kept = std::move(contents);
        }
        kept.push_back(std::move(hop));
    }
    return kept;
}

std::optional<Recording> recordingOf(const std::vector<Hop> &hops, const Sent &sent,
                                     ExportSecrets secrets)
{
    if (!wasSent(hops))
        return std::nullopt;
    const SecretValues values(sent.secrets);
    Words words(values, secrets);
    Recording recording;
    Entry &entry = recording.entry;
    const trace::ExchangeState first = hops.front().exchange->state();
    trace::Stamp end = first.events.front().at;
    for (const Hop &hop : hops) {
        const trace::ExchangeState state = hop.exchange->state();
        for (const trace::Event &event : state.events)
            end = std::max(end, event.at);
        words.addHeaders(state.sentHeaders.isEmpty() ? state.request.headers : state.sentHeaders);
        if (state.response)
            words.addHeaders(state.response->headers);
        words.addHeaders(state.trailers);
        if (const auto content = client::sentContent(hop)) {
            words.addContent(*content, state.sentHeaders, sentLimit);
            entry.isCut = entry.isCut || content->size() > Limits::bodyOctets;
        }
        entry.isCut = entry.isCut || hop.body->size() > Limits::bodyOctets ||
                      (hop.kept && hop.kept->received.size() > Limits::bodyOctets);
    }
    const trace::ExchangeState last = hops.back().exchange->state();
    if (const auto content = interop::decodedContent(hops.back(), bodyLimit + margin))
        words.addText(content->octets, last.response ? last.response->headers : http::Headers(),
                      bodyLimit);
    entry.at = trace::wallNanoseconds(first.events.front().at) / 1'000'000;
    entry.method = QString::fromUtf8(first.request.method.token());
    entry.url = QString::fromUtf8(words.url(first.request.target.url()));
    entry.status = last.response ? last.response->status : 0;
    if (last.response)
        entry.version = last.response->version;
    entry.duration =
        std::chrono::duration_cast<std::chrono::microseconds>(end - first.events.front().at);
    entry.octets = std::max<qint64>(hops.back().body->size(), qint64(last.sizes.responseDecoded));
    if (last.error)
        entry.error = words.sentence(last.error->sentence);
    entry.hops = int(hops.size());
    entry.title = sent.document.title;
    entry.file = sent.file;
    entry.origin = sent.origin;
    const collection::RequestDocument document =
        secrets == ExportSecrets::Masked ? withoutSecrets(sent.document, values) : sent.document;
    entry.identity = identity(sent.file, document.title, document.method, document.url);
    recording.searchable = {.head = words.head, .body = words.body};
    recording.document =
        QJsonDocument(collection::documentToJson(document)).toJson(QJsonDocument::Compact);
    return recording;
}

bool wasSent(const std::vector<Hop> &hops)
{
    return !hops.empty() && !hops.front().exchange->state().events.empty();
}

http::Result<void> keep(Store &store, const std::vector<Hop> &hops, Sent sent, const Limits &limits)
{
    // Calls that are written between two looks at the limits, by all processes together.
    constexpr qint64 looksEvery = 20;
    const auto secrets = limits.keepsSecrets ? ExportSecrets::Shown : ExportSecrets::Masked;
    const std::vector<Hop> kept = keptHops(hops);
    sent.secrets = secretsOf(kept, sent);
    const auto recording = recordingOf(hops, sent, secrets);
    if (!recording)
        return {};
    const auto added = store.add(*recording, kept, secrets, SecretValues(sent.secrets));
    if (!added)
        return std::unexpected(added.error());
    if (qint64(*added) % looksEvery != 0 && recording->entry.octets <= limits.octets / 64)
        return {};
    const auto dropped = store.enforce(limits, QDateTime::currentMSecsSinceEpoch());
    return dropped ? http::Result<void>() : std::unexpected(dropped.error());
}

collection::RequestDocument documentOf(const Hop &hop)
{
    constexpr qint64 most = 1 << 20;
    const http::Request request = hop.exchange->state().request;
    collection::RequestDocument document{.method = QString::fromUtf8(request.method.token()),
                                         .url = QString::fromUtf8(request.target.url())};
    for (const http::Field &field : request.headers)
        document.headers.push_back({QString::fromUtf8(field.name), QString::fromUtf8(field.value)});
    const auto content = client::sentContent(hop);
    if (!content || content->size() == 0 || content->size() > most)
        return document;
    const QByteArray type = request.content.mediaType;
    document.body.mode = type.split(';').front().trimmed().endsWith("json")
                             ? collection::BodyMode::Json
                             : collection::BodyMode::Text;
    document.body.mediaType = QString::fromUtf8(type);
    document.body.text = QString::fromUtf8(content->read(0, most).value_or(QByteArray()));
    return document;
}

collection::RequestDocument withoutSecrets(collection::RequestDocument document,
                                           const SecretValues &values)
{
    Redaction redaction(values);
    const QString key = keyName(document);
    const auto text = [&](QString &value) {
        value = QString::fromUtf8(redaction.text(value.toUtf8()));
    };
    // A parameter that is a variable stays one; the rest of the URL is as secret as ever.
    if (isVariable(document.url) || !key.isEmpty()) {
        std::vector<collection::Row> rows = collection::queryRows(document.url);
        const auto before = rows;
        for (collection::Row &row : rows)
            maskRow(row.value, row.name, redaction, key);
        if (rows != before)
            document.url = collection::withQueryRows(document.url, rows);
        text(document.url);
    }
    if (!isVariable(document.url))
        document.url = QString::fromUtf8(redaction.url(document.url.toUtf8()));
    for (auto *rows : {&document.disabledParams, &document.headers, &document.body.form}) {
        for (collection::Row &row : *rows)
            maskRow(row.value, row.name, redaction, key);
    }
    for (collection::Part &part : document.body.parts)
        maskRow(part.value, part.isFile ? QString() : part.name, redaction);
    const QByteArray type = document.body.mode == collection::BodyMode::Json
                                ? QByteArray("application/json")
                                : document.body.mediaType.toUtf8();
    const QByteArray content = document.body.text.toUtf8();
    interop::Secrets found = interop::secretsInContent(content, type);
    std::erase_if(found, [&](const interop::Secret &secret) {
        return isVariable(QString::fromUtf8(content.sliced(secret.at, secret.size)));
    });
    document.body.text = QString::fromUtf8(spliced(content, values.addedTo(found, content)));
    text(document.title);
    return document;
}

} // namespace sonde::history
