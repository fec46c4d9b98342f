#include "collection/graphql.h"
#include "interop/collection_export.h"

#include <QJsonArray>

namespace sonde::interop
{
namespace
{

using collection::Body;
using collection::BodyMode;
using collection::Row;

QJsonObject keyValue(const QString &key, const QString &value, bool enabled = true)
{
    QJsonObject object{{QStringLiteral("key"), key}, {QStringLiteral("value"), value}};
    if (!enabled)
        object.insert(QStringLiteral("disabled"), true);
    return object;
}

class Writer
{
public:
    explicit Writer(ExportSecrets secrets)
        : m_secrets(secrets)
    {
    }

    QJsonArray items(const ExportedFile &file)
    {
        QJsonArray items;
        for (const collection::HttpRequest &request : file.requests) {
            if (request.kind != collection::RequestKind::Http &&
                request.kind != collection::RequestKind::GraphQl) {
                note(request, QStringLiteral("is no plain HTTP request; it is left out."));
                continue;
            }
            items.append(item(request));
        }
        return items;
    }

    QStringList notes;

private:
    void note(const collection::HttpRequest &request, const QString &what)
    {
        notes.append(QStringLiteral("“%1” %2").arg(request.label().left(120), what));
    }

    QJsonObject item(const collection::HttpRequest &request)
    {
        collection::RequestDocument document = request.document;
        // There the kind is one of bodies, and the rest is that of a POST.
        const bool query = request.kind == collection::RequestKind::GraphQl;
        if (query) {
            document.method = QStringLiteral("POST");
            std::erase_if(document.headers, [](const Row &row) {
                return row.name.compare(u"X-Request-Type", Qt::CaseInsensitive) == 0;
            });
        }
        QJsonObject sent{{QStringLiteral("method"), document.method},
                         {QStringLiteral("header"), headers(document)},
                         {QStringLiteral("url"), url(document)}};
        if (const QJsonObject content = query ? graphQl(document.body) : body(document.body);
            !content.isEmpty())
            sent.insert(QStringLiteral("body"), content);
        if (!request.description.isEmpty())
            sent.insert(QStringLiteral("description"), request.description);
        QJsonObject item{{QStringLiteral("name"), request.label()},
                         {QStringLiteral("request"), sent},
                         {QStringLiteral("response"), QJsonArray()}};
        QJsonObject behaviour;
        if (!document.settings.followRedirects)
            behaviour.insert(QStringLiteral("followRedirects"), false);
        if (!document.settings.verifyTls)
            behaviour.insert(QStringLiteral("strictSSL"), false);
        if (!behaviour.isEmpty())
            item.insert(QStringLiteral("protocolProfileBehavior"), behaviour);
        noteRest(request);
        return item;
    }

    void noteRest(const collection::HttpRequest &request)
    {
        const collection::Settings &settings = request.document.settings;
        const bool checks =
            std::ranges::any_of(request.annotations, [](const collection::Annotation &annotation) {
                return annotation.key == u"assert" || annotation.key == u"capture";
            });
        if (checks)
            note(request, QStringLiteral("has assertions or captures, which are not carried."));
        if (settings.version != http::VersionPolicy::Auto || settings.timeout.count() > 0 ||
            settings.connectTimeout.count() > 0)
            note(request, QStringLiteral("pins a version or a time limit, which is not carried."));
        for (const QString &sentence : request.notes)
            note(request, QStringLiteral("is carried without this: ") + sentence);
    }

    [[nodiscard]] QString shown(const QString &name, const QString &value) const
    {
        if (m_secrets == ExportSecrets::Shown || !isSecretName(name) ||
            value.contains(QLatin1String("{{")))
            return value;
        const qsizetype space = value.indexOf(u' ');
        const bool hasScheme = name.contains(u"authorization", Qt::CaseInsensitive) && space > 0;
        return (hasScheme ? value.first(space + 1) : QString()) + maskedSecret;
    }

    QJsonArray headers(const collection::RequestDocument &document) const
    {
        QJsonArray list;
        for (const Row &row : document.headers)
            list.append(keyValue(row.name, shown(row.name, row.value), row.enabled));
        const bool given = std::ranges::any_of(document.headers, [](const Row &row) {
            return row.enabled && row.name.compare(u"Content-Type", Qt::CaseInsensitive) == 0;
        });
        QString type = document.body.mediaType;
        if (document.body.mode == BodyMode::Json)
            type = QStringLiteral("application/json");
        const bool needsType = document.body.mode == BodyMode::Json ||
                               document.body.mode == BodyMode::Text ||
                               document.body.mode == BodyMode::File;
        if (!given && needsType && !type.isEmpty())
            list.append(keyValue(QStringLiteral("Content-Type"), type));
        return list;
    }

    QJsonObject url(const collection::RequestDocument &document) const
    {
        QString raw = document.url;
        auto rows = collection::queryRows(raw);
        if (m_secrets == ExportSecrets::Masked) {
            for (Row &row : rows)
                row.value = shown(row.name, row.value);
            raw = collection::withQueryRows(raw, rows);
        }
        QJsonObject url{{QStringLiteral("raw"), raw}};
        QJsonArray query;
        for (const Row &row : rows)
            query.append(keyValue(row.name, row.value));
        for (const Row &row : document.disabledParams)
            query.append(keyValue(row.name, shown(row.name, row.value), false));
        if (!query.isEmpty())
            url.insert(QStringLiteral("query"), query);
        return url;
    }

    static QJsonObject graphQl(const Body &body)
    {
        const collection::GraphQl parts = collection::graphQlOf(body.text);
        return {{QStringLiteral("mode"), QStringLiteral("graphql")},
                {QStringLiteral("graphql"),
                 QJsonObject{{QStringLiteral("query"), parts.query},
                             {QStringLiteral("variables"), parts.variables}}}};
    }

    QJsonObject body(const Body &body) const
    {
        const auto mode = QStringLiteral("mode");
        switch (body.mode) {
        case BodyMode::None:
            return {};
        case BodyMode::Json:
        case BodyMode::Text: {
            QJsonObject object{{mode, QStringLiteral("raw")}, {QStringLiteral("raw"), body.text}};
            if (body.mode == BodyMode::Json)
                object.insert(
                    QStringLiteral("options"),
                    QJsonObject{{QStringLiteral("raw"), QJsonObject{{QStringLiteral("language"),
                                                                     QStringLiteral("json")}}}});
            return object;
        }
        case BodyMode::Form: {
            QJsonArray form;
            for (const Row &row : body.form)
                form.append(keyValue(row.name, shown(row.name, row.value), row.enabled));
            return {{mode, QStringLiteral("urlencoded")}, {QStringLiteral("urlencoded"), form}};
        }
        case BodyMode::Multipart: {
            QJsonArray parts;
            for (const collection::Part &part : body.parts)
                parts.append(partOf(part));
            return {{mode, QStringLiteral("formdata")}, {QStringLiteral("formdata"), parts}};
        }
        case BodyMode::File:
            return {{mode, QStringLiteral("file")},
                    {QStringLiteral("file"), QJsonObject{{QStringLiteral("src"), body.file}}}};
        }
        Q_UNREACHABLE();
    }

    QJsonObject partOf(const collection::Part &part) const
    {
        QJsonObject object = keyValue(part.name, shown(part.name, part.value), part.enabled);
        if (part.isFile) {
            object.remove(QStringLiteral("value"));
            object.insert(QStringLiteral("src"), part.value);
        }
        object.insert(QStringLiteral("type"),
                      part.isFile ? QStringLiteral("file") : QStringLiteral("text"));
        if (!part.mediaType.isEmpty())
            object.insert(QStringLiteral("contentType"), part.mediaType);
        return object;
    }

    const ExportSecrets m_secrets;
};

} // namespace

PostmanExport postmanCollectionOf(const QString &name, const std::vector<ExportedFile> &files,
                                  ExportSecrets secrets)
{
    Writer writer(secrets);
    QJsonArray items;
    collection::Variables all;
    for (const ExportedFile &file : files) {
        for (auto it = file.variables.begin(); it != file.variables.end(); ++it) {
            if (all.contains(it.key()) && all.value(it.key()) != it.value())
                writer.notes.append(
                    QStringLiteral("“%1” has another value in another file; a collection holds "
                                   "one, the first.")
                        .arg(it.key()));
            else
                all.insert(it.key(), it.value());
        }
        if (files.size() == 1)
            items = writer.items(file);
        else
            items.append(QJsonObject{{QStringLiteral("name"), file.name},
                                     {QStringLiteral("item"), writer.items(file)}});
    }
    QJsonArray variables;
    for (auto it = all.begin(); it != all.end(); ++it) {
        const bool hide = secrets == ExportSecrets::Masked && isSecretName(it.key()) &&
                          !it.value().contains(QLatin1String("{{"));
        variables.append(keyValue(it.key(), hide ? maskedSecret : it.value()));
    }
    QJsonObject collection{
        {QStringLiteral("info"),
         QJsonObject{{QStringLiteral("name"), name},
                     {QStringLiteral("schema"),
                      QStringLiteral("https://schema.getpostman.com/json/collection/v2.1.0/"
                                     "collection.json")}}},
        {QStringLiteral("item"), items}};
    if (!variables.isEmpty())
        collection.insert(QStringLiteral("variable"), variables);
    return {.collection = collection, .notes = writer.notes};
}

} // namespace sonde::interop
