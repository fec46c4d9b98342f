// HTTP archives 1.2 as browsers write them, faults and all.
#include "interop/foreign_json.h"
#include "interop/importer.h"

#include <QJsonArray>
#include <QUrl>

namespace sonde::interop
{
namespace
{

using collection::Body;
using collection::BodyMode;
using collection::RequestDocument;
using http::Result;

QString text(const QJsonObject &object, const char *key)
{
    return foreignText(object.value(QLatin1String(key)));
}

// What a browser's connection added: HTTP/2's pseudo-fields, and what framing and target say again.
bool belongsToConnection(const QString &name)
{
    static const QStringList names{QStringLiteral("host"),
                                   QStringLiteral("content-length"),
                                   QStringLiteral("connection"),
                                   QStringLiteral("transfer-encoding"),
                                   QStringLiteral("proxy-connection"),
                                   QStringLiteral("keep-alive")};
    return name.startsWith(u':') || names.contains(name.toLower());
}

class Reader
{
public:
    explicit Reader(const QJsonObject &log)
        : m_log(log)
    {
    }

    Imported read(const QString &sourceName)
    {
        Imported imported;
        imported.root.name = sourceName.isEmpty() ? QStringLiteral("HAR") : sourceName;
        for (const QJsonValue &entry : m_log.value(QLatin1String("entries")).toArray()) {
            const QJsonObject request = entry.toObject().value(QLatin1String("request")).toObject();
            if (text(request, "url").isEmpty()) {
                ++m_withoutUrl;
                continue;
            }
            imported.root.requests.push_back(one(request));
            if (imported.root.requests.size() > Importer::requestLimit)
                break; // it is refused: the rest would only cost memory
        }
        const auto note = [&](size_t count, Remark what) {
            if (count > 0)
                imported.notes.push_back({{}, std::move(what).arg(qsizetype(count))});
        };
        note(m_withoutUrl, Remark("Entries without a request URL, which are left out: %1."));
        note(m_credentials,
             Remark("Requests with cookies or credentials, which are written to the files as they "
                    "are and are to be taken out before you share them: %1."));
        note(m_hidden, Remark("Requests whose body the archive does not hold: %1."));
        note(m_braces, Remark("Requests that hold {{, which will be read as a variable: %1."));
        if (!imported.root.requests.empty())
            imported.notes.push_back(
                {{},
                 Remark("Responses and timings are not carried, nor fields that belong to "
                        "the connection, such as Host and Content-Length.")});
        return imported;
    }

private:
    ImportedRequest one(const QJsonObject &request)
    {
        ImportedRequest result;
        RequestDocument &document = result.document;
        document.method =
            text(request, "method").isEmpty() ? QStringLiteral("GET") : text(request, "method");
        document.url = text(request, "url").trimmed();
        result.name = document.method + u' ' + QUrl(document.url).path();
        bool hasCookies = false;
        bool hasCredentials = false;
        for (const QJsonValue &value : request.value(QLatin1String("headers")).toArray()) {
            const QJsonObject header = value.toObject();
            const QString name = text(header, "name").trimmed();
            if (name.isEmpty() || belongsToConnection(name))
                continue;
            hasCookies = hasCookies || name.compare(u"Cookie", Qt::CaseInsensitive) == 0;
            hasCredentials =
                hasCredentials || name.compare(u"Authorization", Qt::CaseInsensitive) == 0;
            // Some archives list a field once with its values on lines.
            for (const QString &line : text(header, "value").split(u'\n'))
                document.headers.push_back({.name = name, .value = line.trimmed()});
        }
        if (const QString cookies = cookieField(request); !hasCookies && !cookies.isEmpty()) {
            hasCookies = true;
            document.headers.push_back({.name = QStringLiteral("Cookie"), .value = cookies});
        }
        m_credentials += hasCookies || hasCredentials;
        version(request, document);
        const QJsonObject post = request.value(QLatin1String("postData")).toObject();
        if (!post.isEmpty())
            document.body = body(post);
        else
            m_hidden += request.value(QLatin1String("bodySize")).toDouble() > 0;
        m_braces += (document.url + document.body.text).contains(QLatin1String("{{"));
        return result;
    }

    static QString cookieField(const QJsonObject &request)
    {
        QStringList pairs;
        for (const QJsonValue &value : request.value(QLatin1String("cookies")).toArray())
            pairs.append(text(value.toObject(), "name") + u'=' + text(value.toObject(), "value"));
        return pairs.join(QStringLiteral("; "));
    }

    // A pin would fail where the version was negotiated: the archive's is left to negotiation.
    static void version(const QJsonObject &request, RequestDocument &document)
    {
        if (text(request, "httpVersion").compare(u"HTTP/1.0", Qt::CaseInsensitive) == 0)
            document.settings.version = http::VersionPolicy::Http10;
    }

    static Body body(const QJsonObject &post)
    {
        const QString type = text(post, "mimeType");
        const QString essence = type.section(u';', 0, 0).trimmed().toLower();
        const QString content = text(post, "text");
        const QJsonArray params = post.value(QLatin1String("params")).toArray();
        if (!content.isEmpty() || params.isEmpty()) {
            if (content.isEmpty())
                return {};
            const bool isJson = type.trimmed().toLower() == u"application/json";
            return {.mode = isJson ? BodyMode::Json : BodyMode::Text,
                    .text = content,
                    .mediaType = isJson ? QString() : type};
        }
        Body body{.mode = essence == u"multipart/form-data" ? BodyMode::Multipart : BodyMode::Form};
        for (const QJsonValue &value : params) {
            const QJsonObject param = value.toObject();
            const QString fileName = text(param, "fileName");
            if (body.mode == BodyMode::Form)
                body.form.push_back({.name = text(param, "name"), .value = text(param, "value")});
            else
                body.parts.push_back({.name = text(param, "name"),
                                      .value = fileName.isEmpty() ? text(param, "value") : fileName,
                                      .isFile = !fileName.isEmpty(),
                                      .mediaType = text(param, "contentType")});
        }
        return body;
    }

    const QJsonObject m_log;
    size_t m_withoutUrl = 0;
    size_t m_credentials = 0;
    size_t m_hidden = 0;
    size_t m_braces = 0;
};

bool isArchive(const QByteArray &octets)
{
    const QByteArray start = octets.left(4096);
    return start.contains('{') && start.contains("\"log\"") && octets.contains("\"entries\"");
}

Result<Imported> readArchive(const QByteArray &octets, const QString &sourceName)
{
    const auto object = foreignObject(octets, QStringLiteral("HTTP archive"));
    if (!object)
        return std::unexpected(object.error());
    const QJsonObject log = object->value(QLatin1String("log")).toObject();
    if (!log.value(QLatin1String("entries")).isArray())
        return std::unexpected(http::Error{
            .layer = http::Layer::File,
            .code = http::Code::FileUnreadable,
            .sentence = QStringLiteral("This is no HTTP archive: it has no log with entries.")});
    return Reader(log).read(sourceName);
}

} // namespace

constinit const Importer harImporter{
    .id = "har", .name = "HTTP archive", .recognises = isArchive, .read = readArchive};

} // namespace sonde::interop
