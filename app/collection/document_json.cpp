#include "collection/document_json.h"

#include <QJsonArray>

#include <algorithm>

namespace sonde::collection
{

using std::chrono::milliseconds;

namespace
{

using Text = QLatin1String;

QJsonArray rowsToJson(const std::vector<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(QJsonArray{row.name, row.value, row.enabled});
    return array;
}

std::vector<Row> rowsFromJson(const QJsonValue &value)
{
    std::vector<Row> rows;
    for (const QJsonValue &one : value.toArray()) {
        const QJsonArray cells = one.toArray();
        rows.push_back({cells.at(0).toString(), cells.at(1).toString(), cells.at(2).toBool(true)});
    }
    return rows;
}

QJsonArray partsToJson(const std::vector<Part> &parts)
{
    QJsonArray array;
    for (const Part &part : parts) {
        array.append(QJsonObject{{Text("name"), part.name},
                                 {Text("value"), part.value},
                                 {Text("isFile"), part.isFile},
                                 {Text("mediaType"), part.mediaType},
                                 {Text("fileName"), part.fileName},
                                 {Text("enabled"), part.enabled}});
    }
    return array;
}

std::vector<Part> partsFromJson(const QJsonValue &value)
{
    std::vector<Part> parts;
    for (const QJsonValue &one : value.toArray()) {
        const QJsonObject part = one.toObject();
        parts.push_back({.name = part[Text("name")].toString(),
                         .value = part[Text("value")].toString(),
                         .isFile = part[Text("isFile")].toBool(),
                         .mediaType = part[Text("mediaType")].toString(),
                         .fileName = part[Text("fileName")].toString(),
                         .enabled = part[Text("enabled")].toBool(true)});
    }
    return parts;
}

// Out of range means a file of another version: the default then.
template <typename Enum>
Enum enumFromJson(const QJsonValue &value, Enum last)
{
    const int number = value.toInt(0);
    return number >= 0 && number <= int(last) ? Enum(number) : Enum{};
}

milliseconds durationFromJson(const QJsonValue &value)
{
    return milliseconds(std::clamp<qint64>(value.toInteger(), 0, 24 * 3600 * 1000));
}

} // namespace

QJsonObject documentToJson(const RequestDocument &document)
{
    const Body &body = document.body;
    const Settings &settings = document.settings;
    return {{Text("title"), document.title},
            {Text("method"), document.method},
            {Text("url"), document.url},
            {Text("disabledParams"), rowsToJson(document.disabledParams)},
            {Text("headers"), rowsToJson(document.headers)},
            {Text("body"), QJsonObject{{Text("mode"), int(body.mode)},
                                       {Text("text"), body.text},
                                       {Text("mediaType"), body.mediaType},
                                       {Text("form"), rowsToJson(body.form)},
                                       {Text("parts"), partsToJson(body.parts)},
                                       {Text("file"), body.file}}},
            {Text("settings"),
             QJsonObject{{Text("version"), int(settings.version)},
                         {Text("followRedirects"), settings.followRedirects},
                         {Text("verifyTls"), settings.verifyTls},
                         {Text("timeoutMs"), qint64(settings.timeout.count())},
                         {Text("connectTimeoutMs"), qint64(settings.connectTimeout.count())},
                         {Text("auth"), settings.auth}}}};
}

RequestDocument documentFromJson(const QJsonObject &json)
{
    const QJsonObject body = json[Text("body")].toObject();
    const QJsonObject settings = json[Text("settings")].toObject();
    return {
        .title = json[Text("title")].toString(),
        .method = json[Text("method")].toString(QStringLiteral("GET")),
        .url = json[Text("url")].toString(),
        .disabledParams = rowsFromJson(json[Text("disabledParams")]),
        .headers = rowsFromJson(json[Text("headers")]),
        .body = {.mode = enumFromJson(body[Text("mode")], BodyMode::File),
                 .text = body[Text("text")].toString(),
                 .mediaType = body[Text("mediaType")].toString(),
                 .form = rowsFromJson(body[Text("form")]),
                 .parts = partsFromJson(body[Text("parts")]),
                 .file = body[Text("file")].toString()},
        .settings = {.version = enumFromJson(settings[Text("version")], http::VersionPolicy::H2c),
                     .followRedirects = settings[Text("followRedirects")].toBool(true),
                     .verifyTls = settings[Text("verifyTls")].toBool(true),
                     .timeout = durationFromJson(settings[Text("timeoutMs")]),
                     .connectTimeout = durationFromJson(settings[Text("connectTimeoutMs")]),
                     .auth = settings[Text("auth")].toString()}};
}

} // namespace sonde::collection
