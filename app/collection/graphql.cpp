#include "collection/graphql.h"

#include "body/json_text.h"
#include "http/headers.h"

#include <QJsonDocument>

namespace sonde::collection
{

RequestKind kindOf(const RequestDocument &document)
{
    const QString method = document.method.trimmed().toUpper();
    const QString url = document.url.trimmed();
    if (method == u"GRAPHQL")
        return RequestKind::GraphQl;
    if (method == u"GRPC")
        return RequestKind::Grpc;
    if (method == u"WEBSOCKET" || method == u"WS" ||
        url.startsWith(QLatin1String("ws://"), Qt::CaseInsensitive) ||
        url.startsWith(QLatin1String("wss://"), Qt::CaseInsensitive))
        return RequestKind::WebSocket;
    const bool says = std::ranges::any_of(document.headers, [](const Row &row) {
        return row.enabled && http::sameName(row.name.toUtf8(), "X-REQUEST-TYPE") &&
               row.value.trimmed().compare(QLatin1String("GraphQL"), Qt::CaseInsensitive) == 0;
    });
    return says ? RequestKind::GraphQl : RequestKind::Http;
}

bool isGraphQl(const RequestDocument &document)
{
    return kindOf(document) == RequestKind::GraphQl;
}

namespace
{

// A selection set begins with a brace, too, but no string follows it, and it is no lone variable of
// ours. So an object is known by its first letters, also while the rest is being typed.
bool isVariables(QStringView part)
{
    if (!part.startsWith(u'{'))
        return false;
    const QStringView inside = part.sliced(1).trimmed();
    return inside.startsWith(u'"') || inside == u"}" ||
           (part.startsWith(u"{{") && part.endsWith(u"}}") && !part.contains(u'\n'));
}

// From where the variables stand; the length if there are none.
qsizetype variablesAt(const QString &body)
{
    const QStringView whole = body;
    bool afterBlank = false;
    for (qsizetype at = 0; at < whole.size();) {
        const auto end = whole.indexOf(u'\n', at);
        const QStringView line = whole.sliced(at, (end < 0 ? whole.size() : end) - at).trimmed();
        if (afterBlank && line.startsWith(u'{') && isVariables(whole.sliced(at).trimmed()))
            return at;
        afterBlank = line.isEmpty();
        at = end < 0 ? whole.size() : end + 1;
    }
    return body.size();
}

} // namespace

// The variables are the last part that a blank line sets off.
GraphQl graphQlOf(const QString &body)
{
    const auto at = variablesAt(body);
    return {body.first(at).trimmed(), body.sliced(at).trimmed()};
}

QString withGraphQl(const QString &body, const GraphQl &parts)
{
    const GraphQl written = graphQlOf(body);
    const auto at = variablesAt(body);
    const bool sameQuery = written.query == parts.query.trimmed();
    const bool hasVariables = !parts.variables.trimmed().isEmpty();
    QString query = sameQuery ? body.first(at) : parts.query;
    if (!hasVariables)
        return written.variables.isEmpty() ? query : query.trimmed();
    if (!sameQuery || written.variables.isEmpty())
        query = query.trimmed() + QStringLiteral("\n\n");
    return query +
           (written.variables == parts.variables.trimmed() ? body.sliced(at) : parts.variables);
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
