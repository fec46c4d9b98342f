#include "interop/collection_export.h"

#include <QJsonArray>

namespace sonde::interop
{
namespace
{

QJsonObject pair(const QString &name, const QString &value)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("value"), value}};
}

QString versionName(http::VersionPolicy policy)
{
    switch (policy) {
    case http::VersionPolicy::Http10:
        return QStringLiteral("HTTP/1.0");
    case http::VersionPolicy::Http2:
    case http::VersionPolicy::H2c:
        return QStringLiteral("HTTP/2");
    case http::VersionPolicy::Auto:
    case http::VersionPolicy::Http11:
        break;
    }
    return QStringLiteral("HTTP/1.1");
}

QString typeOf(const OutgoingRequest &request)
{
    for (const collection::Row &row : request.headers) {
        if (row.name.compare(u"Content-Type", Qt::CaseInsensitive) == 0)
            return row.value;
    }
    return request.content == OutgoingRequest::Content::Multipart
               ? QStringLiteral("multipart/form-data")
               : QString();
}

QJsonObject postData(const OutgoingRequest &request)
{
    QJsonObject data{{QStringLiteral("mimeType"), typeOf(request)}};
    if (request.content == OutgoingRequest::Content::Text)
        data.insert(QStringLiteral("text"), request.text);
    if (request.content == OutgoingRequest::Content::File) {
        data.insert(QStringLiteral("text"), QString());
        data.insert(QStringLiteral("comment"), QStringLiteral("the file ") + request.file);
    }
    if (request.content == OutgoingRequest::Content::Multipart) {
        QJsonArray params;
        for (const collection::Part &part : request.parts) {
            QJsonObject param{{QStringLiteral("name"), part.name}};
            param.insert(part.isFile ? QStringLiteral("fileName") : QStringLiteral("value"),
                         part.value);
            if (!part.mediaType.isEmpty())
                param.insert(QStringLiteral("contentType"), part.mediaType);
            params.append(param);
        }
        data.insert(QStringLiteral("params"), params);
    }
    return data;
}

QJsonObject requestOf(const OutgoingRequest &request)
{
    QJsonArray headers;
    QJsonArray cookies;
    for (const collection::Row &row : request.headers) {
        headers.append(pair(row.name, row.value));
        if (row.name.compare(u"Cookie", Qt::CaseInsensitive) != 0)
            continue;
        for (const QString &cookie : row.value.split(u';', Qt::SkipEmptyParts))
            cookies.append(
                pair(cookie.section(u'=', 0, 0).trimmed(), cookie.section(u'=', 1).trimmed()));
    }
    QJsonArray query;
    for (const collection::Row &row : collection::queryRows(request.url))
        query.append(pair(row.name, row.value));
    const bool isText = request.content == OutgoingRequest::Content::Text;
    QJsonObject object{
        {QStringLiteral("method"), request.method},
        {QStringLiteral("url"), request.url},
        {QStringLiteral("httpVersion"), versionName(request.settings.version)},
        {QStringLiteral("cookies"), cookies},
        {QStringLiteral("headers"), headers},
        {QStringLiteral("queryString"), query},
        {QStringLiteral("headersSize"), -1},
        {QStringLiteral("bodySize"), isText ? qint64(request.text.toUtf8().size())
                                     : request.content == OutgoingRequest::Content::None
                                         ? qint64(0)
                                         : qint64(-1)},
    };
    if (request.content != OutgoingRequest::Content::None)
        object.insert(QStringLiteral("postData"), postData(request));
    return object;
}

QJsonObject noResponse()
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
        {QStringLiteral("comment"), QStringLiteral("not sent")},
    };
}

} // namespace

QJsonObject archiveOf(const std::vector<OutgoingRequest> &requests, const QDateTime &now)
{
    QJsonArray entries;
    for (const OutgoingRequest &request : requests) {
        QJsonObject entry{
            {QStringLiteral("startedDateTime"), now.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("time"), 0},
            {QStringLiteral("request"), requestOf(request)},
            {QStringLiteral("response"), noResponse()},
            {QStringLiteral("cache"), QJsonObject()},
            {QStringLiteral("timings"), QJsonObject{{QStringLiteral("send"), 0},
                                                    {QStringLiteral("wait"), 0},
                                                    {QStringLiteral("receive"), 0}}},
        };
        if (!request.name.isEmpty())
            entry.insert(QStringLiteral("comment"), request.name);
        entries.append(entry);
    }
    const QJsonObject creator{{QStringLiteral("name"), QStringLiteral("Sonde")},
                              {QStringLiteral("version"), QStringLiteral(SONDE_VERSION)}};
    const QJsonObject log{{QStringLiteral("version"), QStringLiteral("1.2")},
                          {QStringLiteral("creator"), creator},
                          {QStringLiteral("entries"), entries}};
    return {{QStringLiteral("log"), log}};
}

} // namespace sonde::interop
