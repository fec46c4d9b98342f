#include "collection/graphql.h"

#include "body/json_text.h"
#include "http/headers.h"

#include <QJsonDocument>

namespace sonde::collection
{

bool isGraphQl(const RequestDocument &document)
{
    return document.method.trimmed().compare(QLatin1String("GRAPHQL"), Qt::CaseInsensitive) == 0 ||
           std::ranges::any_of(document.headers, [](const Row &row) {
               return row.enabled && http::sameName(row.name.toUtf8(), "X-REQUEST-TYPE") &&
                      row.value.trimmed().compare(QLatin1String("GraphQL"), Qt::CaseInsensitive) ==
                          0;
           });
}

// The variables are the last part that a blank line sets off, if it is an object of its own: a
// selection set begins with a brace too, but never behind a blank line at the end of a query.
GraphQl graphQlOf(const QString &body)
{
    const QStringList lines = body.split(u'\n');
    for (qsizetype at = 1; at < lines.size(); ++at) {
        if (!lines[at - 1].trimmed().isEmpty() || !lines[at].trimmed().startsWith(u'{'))
            continue;
        const QString rest = lines.sliced(at).join(u'\n').trimmed();
        // With variables of ours in it, it is JSON only once they are filled in.
        const bool whole = QJsonDocument::fromJson(rest.toUtf8()).isObject() ||
                           (rest.endsWith(u'}') && rest.contains(QLatin1String("{{")) &&
                            rest.contains(u':') && rest.contains(u'"'));
        if (whole)
            return {lines.first(at).join(u'\n').trimmed(), rest};
    }
    return {body.trimmed(), {}};
}

QString graphQlText(const GraphQl &parts)
{
    if (parts.variables.trimmed().isEmpty())
        return parts.query;
    return parts.query + QStringLiteral("\n\n") + parts.variables;
}

http::Result<QByteArray> graphQlJson(const GraphQl &parts)
{
    QByteArray json = "{\"query\":" + body::quotedJson(parts.query.toUtf8());
    const QByteArray variables = parts.variables.trimmed().toUtf8();
    if (!variables.isEmpty()) {
        if (!QJsonDocument::fromJson(variables).isObject())
            return std::unexpected(http::Error{
                .layer = http::Layer::Request,
                .code = http::Code::ConflictingOptions,
                .sentence = QStringLiteral("The variables of the GraphQL query are not a JSON "
                                           "object; write {\"name\": \"value\"}.")});
        json += ",\"variables\":" + variables;
    }
    return json + '}';
}

} // namespace sonde::collection
