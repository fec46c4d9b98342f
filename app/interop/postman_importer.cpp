// Postman collections 2.0 and 2.1, and environments.
#include "interop/foreign_json.h"
#include "interop/importer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace sonde::interop
{
namespace
{

using collection::Body;
using collection::BodyMode;
using collection::RequestDocument;
using collection::Row;
using http::Result;

const auto valueOf = [](const QJsonObject &object, const char *key) {
    return foreignText(object.value(QLatin1String(key)));
};

bool isOff(const QJsonObject &entry)
{
    return entry.value(QLatin1String("disabled")).toBool();
}

QString descriptionOf(const QJsonObject &object)
{
    const QJsonValue value = object.value(QLatin1String("description"));
    return (value.isObject() ? valueOf(value.toObject(), "content") : value.toString()).trimmed();
}

// Version 2.1 lists {key, value}; 2.0 has an object of them.
QString authValue(const QJsonValue &entries, const QString &key)
{
    if (entries.isObject())
        return foreignText(entries.toObject().value(key));
    for (const QJsonValue &entry : entries.toArray()) {
        if (valueOf(entry.toObject(), "key") == key)
            return valueOf(entry.toObject(), "value");
    }
    return {};
}

class Reader
{
public:
    Result<Imported> read(const QJsonObject &collection, const QString &sourceName)
    {
        const QJsonObject info = collection.value(QLatin1String("info")).toObject();
        m_result.root.name = valueOf(info, "name");
        if (m_result.root.name.isEmpty())
            m_result.root.name = sourceName;
        m_result.root.description = descriptionOf(info);
        for (const QJsonValue &entry : collection.value(QLatin1String("variable")).toArray()) {
            const QJsonObject variable = entry.toObject();
            const QString name =
                valueOf(variable, variable.contains(QLatin1String("key")) ? "key" : "id");
            if (!name.isEmpty() && !isOff(variable))
                m_result.variables.insert(name, valueOf(variable, "value"));
        }
        noteEvents(collection);
        items(collection.value(QLatin1String("item")).toArray(), m_result.root,
              collection.value(QLatin1String("auth")).toObject(), 0);
        return std::move(m_result);
    }

private:
    void note(Remark what)
    {
        if (m_result.notes.size() <= Importer::noteLimit * 100)
            m_result.notes.push_back(
                {Remark::verbatim(m_path.join(QStringLiteral(" / "))), std::move(what)});
    }

    void noteEvents(const QJsonObject &object)
    {
        for (const QJsonValue &value : object.value(QLatin1String("event")).toArray()) {
            const QJsonObject event = value.toObject();
            const QJsonValue code =
                event.value(QLatin1String("script")).toObject().value(QLatin1String("exec"));
            const bool empty =
                code.isString() ? code.toString().trimmed().isEmpty()
                                : std::ranges::all_of(code.toArray(), [](const QJsonValue &line) {
                                      return line.toString().trimmed().isEmpty();
                                  });
            if (!empty)
                note(valueOf(event, "listen") == u"test"
                         ? Remark("The test script is not carried; write # [assert] and # "
                                  "[capture] lines for what it checks and keeps.")
                         : Remark("The script before the request is not carried."));
        }
    }

    void items(const QJsonArray &entries, ImportedFolder &into, const QJsonObject &auth, int depth);
    ImportedRequest request(const QJsonObject &item, const QJsonObject &inheritedAuth);
    void url(const QJsonValue &value, RequestDocument &document);
    QString pathVariables(QString base, const QJsonArray &variables);
    void headers(const QJsonValue &value, RequestDocument &document);
    void authorize(const QJsonObject &auth, RequestDocument &document);
    void body(const QJsonObject &body, RequestDocument &document);
    void rawBody(const QJsonObject &body, RequestDocument &document);
    std::vector<collection::Part> parts(const QJsonArray &entries);
    void behaviour(const QJsonObject &item, RequestDocument &document);

    Imported m_result;
    QStringList m_path;
    size_t m_requests = 0;
};

void Reader::items(const QJsonArray &entries, ImportedFolder &into, const QJsonObject &auth,
                   int depth)
{
    for (const QJsonValue &value : entries) {
        if (m_requests > Importer::requestLimit) // it is refused: the rest would only cost memory
            return;
        const QJsonObject item = value.toObject();
        m_path.append(valueOf(item, "name"));
        if (item.contains(QLatin1String("request"))) {
            noteEvents(item);
            ++m_requests;
            into.requests.push_back(request(item, auth));
        } else if (item.value(QLatin1String("item")).isArray()) {
            noteEvents(item);
            const QJsonObject own = item.value(QLatin1String("auth")).toObject();
            const QJsonArray children = item.value(QLatin1String("item")).toArray();
            if (depth >= Importer::depthLimit) {
                note(Remark("Folders more than 32 deep are merged into their parent."));
                items(children, into, own.isEmpty() ? auth : own, depth);
            } else {
                into.folders.push_back(
                    {.name = valueOf(item, "name"), .description = descriptionOf(item)});
                items(children, into.folders.back(), own.isEmpty() ? auth : own, depth + 1);
            }
        } else {
            note(Remark("This entry is neither a request nor a folder; it is left out."));
        }
        m_path.removeLast();
    }
}

ImportedRequest Reader::request(const QJsonObject &item, const QJsonObject &inheritedAuth)
{
    ImportedRequest result{.name = valueOf(item, "name")};
    const QJsonValue value = item.value(QLatin1String("request"));
    RequestDocument &document = result.document;
    if (value.isString()) { // the URL alone
        document.url = value.toString();
        return result;
    }
    const QJsonObject request = value.toObject();
    result.description = descriptionOf(request);
    if (result.description.isEmpty())
        result.description = descriptionOf(item);
    if (const QString method = valueOf(request, "method"); !method.isEmpty())
        document.method = method;
    url(request.value(QLatin1String("url")), document);
    // The URL standard drops these, too; a line of a file cannot hold them.
    if (const qsizetype size = document.url.size();
        document.url.remove(u'\n').remove(u'\r').remove(u'\t').size() < size)
        note(Remark("Line breaks and tabs in the URL are dropped."));
    headers(request.value(QLatin1String("header")), document);
    const QJsonObject own = request.value(QLatin1String("auth")).toObject();
    authorize(own.isEmpty() ? inheritedAuth : own, document);
    body(request.value(QLatin1String("body")).toObject(), document);
    // An empty list of fields sends nothing.
    if ((document.body.mode == BodyMode::Form && document.body.form.empty()) ||
        (document.body.mode == BodyMode::Multipart && document.body.parts.empty()))
        document.body = {};
    behaviour(item, document);
    if (!request.value(QLatin1String("proxy")).toObject().isEmpty())
        note(Remark("The request's own proxy is not carried."));
    if (!request.value(QLatin1String("certificate")).toObject().isEmpty())
        note(Remark("The request's own certificate is not carried."));
    if (!item.value(QLatin1String("response")).toArray().isEmpty())
        note(Remark("Saved example responses are not carried."));
    return result;
}

// ":id" in the path stands for the value of a variable of that name.
QString Reader::pathVariables(QString base, const QJsonArray &variables)
{
    for (const QJsonValue &value : variables) {
        const QJsonObject variable = value.toObject();
        const QString key =
            valueOf(variable, variable.contains(QLatin1String("key")) ? "key" : "id");
        if (key.isEmpty())
            continue;
        const QString filled = valueOf(variable, "value");
        const QRegularExpression segment(
            QStringLiteral("/:%1(?=[/?#]|$)").arg(QRegularExpression::escape(key)));
        const QString by = filled.isEmpty() ? QStringLiteral("{{%1}}").arg(key) : filled;
        for (auto match = segment.match(base); match.hasMatch();
             match = segment.match(base, match.capturedStart() + 1 + by.size()))
            base.replace(match.capturedStart(), match.capturedLength(), u'/' + by);
    }
    return base;
}

void Reader::url(const QJsonValue &value, RequestDocument &document)
{
    if (value.isString()) {
        document.url = value.toString();
        return;
    }
    const QJsonObject url = value.toObject();
    QString raw = valueOf(url, "raw");
    const auto joined = [&](const char *key, const QString &by) {
        const QJsonValue parts = url.value(QLatin1String(key));
        if (!parts.isArray())
            return foreignText(parts);
        QStringList texts;
        for (const QJsonValue &part : parts.toArray())
            texts.append(part.isObject() ? valueOf(part.toObject(), "value") : foreignText(part));
        return texts.join(by);
    };
    if (raw.isEmpty()) {
        const QString protocol = valueOf(url, "protocol");
        const QString port = valueOf(url, "port");
        const QString path = joined("path", QStringLiteral("/"));
        raw = (protocol.isEmpty() ? QString() : protocol + QStringLiteral("://")) +
              joined("host", QStringLiteral(".")) + (port.isEmpty() ? QString() : u':' + port) +
              (path.isEmpty() || path.startsWith(u'/') ? path : u'/' + path);
        QStringList pairs;
        for (const QJsonValue &entry : url.value(QLatin1String("query")).toArray()) {
            const QJsonObject pair = entry.toObject();
            if (!isOff(pair))
                pairs.append(valueOf(pair, "key") + (pair.value(QLatin1String("value")).isNull()
                                                         ? QString()
                                                         : u'=' + valueOf(pair, "value")));
        }
        if (!pairs.isEmpty())
            raw += u'?' + pairs.join(u'&');
        if (const QString hash = valueOf(url, "hash"); !hash.isEmpty())
            raw += u'#' + hash;
    }
    document.url = pathVariables(raw, url.value(QLatin1String("variable")).toArray());
    for (const QJsonValue &entry : url.value(QLatin1String("query")).toArray()) {
        const QJsonObject pair = entry.toObject();
        if (isOff(pair))
            document.disabledParams.push_back(
                {.name = valueOf(pair, "key"), .value = valueOf(pair, "value"), .enabled = false});
    }
}

void Reader::headers(const QJsonValue &value, RequestDocument &document)
{
    if (value.isString()) { // 2.0 allows lines of text
        for (const QString &line : value.toString().split(u'\n', Qt::SkipEmptyParts)) {
            const qsizetype colon = line.indexOf(u':');
            if (colon > 0)
                document.headers.push_back({.name = line.first(colon).trimmed(),
                                            .value = line.sliced(colon + 1).trimmed()});
        }
        return;
    }
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonObject header = entry.toObject();
        if (!valueOf(header, "key").trimmed().isEmpty())
            document.headers.push_back({.name = valueOf(header, "key").trimmed(),
                                        .value = valueOf(header, "value"),
                                        .enabled = !isOff(header)});
    }
}

void Reader::authorize(const QJsonObject &auth, RequestDocument &document)
{
    const QString type = valueOf(auth, "type");
    const QJsonValue entries = auth.value(type);
    const auto add = [&](const QString &name, const QString &value) {
        const bool given = std::ranges::any_of(document.headers, [&](const Row &row) {
            return row.enabled && row.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (!given)
            document.headers.push_back({.name = name, .value = value});
    };
    const auto authorization = QStringLiteral("Authorization");
    if (type.isEmpty() || type == u"noauth") {
        return;
    } else if (type == u"basic") {
        add(authorization, QStringLiteral("Basic %1:%2")
                               .arg(authValue(entries, QStringLiteral("username")),
                                    authValue(entries, QStringLiteral("password"))));
    } else if (type == u"bearer") {
        add(authorization, QStringLiteral("Bearer ") + authValue(entries, QStringLiteral("token")));
    } else if (type == u"apikey") {
        const Row row{.name = authValue(entries, QStringLiteral("key")),
                      .value = authValue(entries, QStringLiteral("value"))};
        if (authValue(entries, QStringLiteral("in")) == u"query") {
            auto rows = collection::queryRows(document.url);
            rows.push_back(row);
            document.url = collection::withQueryRows(document.url, rows);
        } else {
            add(row.name, row.value);
        }
    } else {
        note(Remark("Its “%1” authorization is not carried.").arg(type.left(40)));
    }
}

void Reader::rawBody(const QJsonObject &body, RequestDocument &document)
{
    const QString text = valueOf(body, "raw");
    if (text.isEmpty())
        return;
    const QString language = valueOf(
        body.value(QLatin1String("options")).toObject().value(QLatin1String("raw")).toObject(),
        "language");
    const auto type = std::ranges::find_if(document.headers, [](const Row &row) {
        return row.enabled && row.name.compare(u"Content-Type", Qt::CaseInsensitive) == 0;
    });
    static const QMap<QString, QString> types{
        {QStringLiteral("json"), QStringLiteral("application/json")},
        {QStringLiteral("xml"), QStringLiteral("application/xml")},
        {QStringLiteral("html"), QStringLiteral("text/html")},
        {QStringLiteral("javascript"), QStringLiteral("application/javascript")}};
    const QString given = type != document.headers.end() ? type->value : types.value(language);
    const bool isJson = given.compare(u"application/json", Qt::CaseInsensitive) == 0;
    document.body = {.mode = isJson ? BodyMode::Json : BodyMode::Text,
                     .text = text,
                     .mediaType = isJson            ? QString()
                                  : given.isEmpty() ? QStringLiteral("text/plain")
                                                    : given};
}

std::vector<collection::Part> Reader::parts(const QJsonArray &entries)
{
    std::vector<collection::Part> parts;
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const bool isFile = valueOf(entry, "type") == u"file";
        const QJsonValue source = entry.value(QLatin1String("src"));
        QStringList files{foreignText(source)};
        if (source.isArray()) {
            files.clear();
            for (const QJsonValue &file : source.toArray())
                files.append(foreignText(file));
        }
        for (const QString &file : isFile ? files : QStringList{valueOf(entry, "value")})
            parts.push_back({.name = valueOf(entry, "key"),
                             .value = file,
                             .isFile = isFile,
                             .mediaType = valueOf(entry, "contentType"),
                             .enabled = !isOff(entry)});
    }
    return parts;
}

void Reader::body(const QJsonObject &body, RequestDocument &document)
{
    const QString mode = valueOf(body, "mode");
    if (body.isEmpty() || isOff(body))
        return;
    if (mode == u"raw") {
        rawBody(body, document);
    } else if (mode == u"urlencoded") {
        document.body.mode = BodyMode::Form;
        const QJsonValue form = body.value(QLatin1String("urlencoded"));
        for (const QJsonValue &value : form.toArray()) {
            const QJsonObject entry = value.toObject();
            document.body.form.push_back({.name = valueOf(entry, "key"),
                                          .value = valueOf(entry, "value"),
                                          .enabled = !isOff(entry)});
        }
    } else if (mode == u"formdata") {
        document.body.mode = BodyMode::Multipart;
        document.body.parts = parts(body.value(QLatin1String("formdata")).toArray());
    } else if (mode == u"file") {
        const QJsonObject file = body.value(QLatin1String("file")).toObject();
        document.body = {.mode = BodyMode::File, .file = valueOf(file, "src")};
        if (document.body.file.isEmpty()) {
            document.body = {};
            note(Remark("The body is a file that the collection does not name."));
        }
    } else if (mode == u"graphql") {
        const QJsonObject query = body.value(QLatin1String("graphql")).toObject();
        QJsonObject sent{{QStringLiteral("query"), query.value(QLatin1String("query"))}};
        const QJsonValue variables = query.value(QLatin1String("variables"));
        const QJsonObject parsed =
            variables.isObject() ? variables.toObject()
                                 : QJsonDocument::fromJson(variables.toString().toUtf8()).object();
        if (!parsed.isEmpty())
            sent.insert(QStringLiteral("variables"), parsed);
        document.body = {.mode = BodyMode::Json,
                         .text = QString::fromUtf8(
                             QJsonDocument(sent).toJson(QJsonDocument::Indented).trimmed())};
    } else if (!mode.isEmpty()) {
        note(Remark("The body is of a kind, “%1”, that is not known.").arg(mode.left(40)));
    }
}

void Reader::behaviour(const QJsonObject &item, RequestDocument &document)
{
    const QJsonObject behaviour = item.value(QLatin1String("protocolProfileBehavior")).toObject();
    for (auto it = behaviour.begin(); it != behaviour.end(); ++it) {
        if (it.key() == u"followRedirects")
            document.settings.followRedirects = it.value().toBool(true);
        else if (it.key() == u"strictSSL")
            document.settings.verifyTls = it.value().toBool(true);
        else if (it.key() != u"disableBodyPruning") // a body goes with any method here
            note(Remark("The setting “%1” is not carried.").arg(it.key().left(40)));
    }
}

bool isCollection(const QByteArray &octets)
{
    const QByteArray text = QByteArray(octets).replace('\0', "");
    const qsizetype open = text.indexOf('{'); // past a byte order mark
    return open >= 0 && open < 64 && text.contains("\"info\"") && text.contains("\"item\"");
}

Result<Imported> readCollection(const QByteArray &octets, const QString &sourceName)
{
    auto object = foreignObject(octets, QStringLiteral("Postman collection"));
    if (!object)
        return std::unexpected(object.error());
    // The API wraps it once more.
    if (object->value(QLatin1String("collection")).isObject())
        object = object->value(QLatin1String("collection")).toObject();
    if (!object->value(QLatin1String("item")).isArray())
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnreadable,
            .sentence = QStringLiteral("This is no Postman collection of version 2.0 or 2.1: it "
                                       "has no list of items. Export it as 2.1.")});
    return Reader().read(*object, sourceName);
}

bool isEnvironment(const QByteArray &octets)
{
    return octets.trimmed().startsWith('{') && octets.contains("\"values\"") &&
           octets.contains("\"_postman_variable_scope\"");
}

Result<Imported> readEnvironment(const QByteArray &octets, const QString &sourceName)
{
    const auto object = foreignObject(octets, QStringLiteral("Postman environment"));
    if (!object)
        return std::unexpected(object.error());
    Imported imported;
    ImportedEnvironment environment{.name = valueOf(*object, "name")};
    if (environment.name.isEmpty())
        environment.name = sourceName;
    imported.root.name = environment.name;
    for (const QJsonValue &value : object->value(QLatin1String("values")).toArray()) {
        const QJsonObject entry = value.toObject();
        if (!entry.value(QLatin1String("enabled")).toBool(true))
            continue;
        (valueOf(entry, "type") == u"secret" ? environment.secrets : environment.variables)
            .insert(valueOf(entry, "key"), valueOf(entry, "value"));
    }
    imported.environments.push_back(std::move(environment));
    return imported;
}

} // namespace

constinit const Importer postmanImporter{.id = "postman",
                                         .name = "Postman collection",
                                         .recognises = isCollection,
                                         .read = readCollection};
constinit const Importer postmanEnvironmentImporter{.id = "postman-environment",
                                                    .name = "Postman environment",
                                                    .recognises = isEnvironment,
                                                    .read = readEnvironment};

} // namespace sonde::interop
