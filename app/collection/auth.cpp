#include "collection/auth.h"

#include <algorithm>
#include <array>

namespace sonde::collection
{
namespace
{

const QString authorization = QStringLiteral("Authorization");

bool isAuthorization(const Row &row)
{
    return row.enabled && row.name.trimmed().compare(authorization, Qt::CaseInsensitive) == 0;
}

// Headers that carry a key and nothing else, as services call them.
bool isKnownKeyHeader(const QString &name)
{
    static const std::array<QLatin1String, 9> known{QLatin1String("x-api-key"),
                                                    QLatin1String("api-key"),
                                                    QLatin1String("apikey"),
                                                    QLatin1String("x-apikey"),
                                                    QLatin1String("x-auth-token"),
                                                    QLatin1String("x-access-token"),
                                                    QLatin1String("x-api-token"),
                                                    QLatin1String("private-token"),
                                                    QLatin1String("ocp-apim-subscription-key")};
    const QString lower = name.trimmed().toLower();
    return std::ranges::any_of(known, [&](QLatin1String one) { return lower == one; });
}

std::vector<Row>::const_iterator findHeader(const RequestDocument &document, const QString &name)
{
    return std::ranges::find_if(document.headers, [&](const Row &row) {
        return row.enabled && row.name.trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
}

Auth keyAuth(Auth::Place place, const QString &name, const QString &value)
{
    Auth auth{.kind = Auth::Kind::ApiKey};
    auth.place = place;
    auth.name = name;
    auth.value = value;
    return auth;
}

std::optional<Auth> annotated(const RequestDocument &document)
{
    const QString &said = document.settings.auth;
    const QString name = said.section(u' ', 1).trimmed();
    if (said == u"none")
        return Auth{.kind = Auth::Kind::None};
    if (said.startsWith(u"header ") && !name.isEmpty()) {
        const auto row = findHeader(document, name);
        return keyAuth(Auth::Place::Header, name,
                       row == document.headers.end() ? QString() : row->value);
    }
    if (said.startsWith(u"query ") && !name.isEmpty()) {
        const auto rows = queryRows(document.url);
        const auto row = std::ranges::find(rows, name, &Row::name);
        return keyAuth(Auth::Place::Query, name, row == rows.end() ? QString() : row->value);
    }
    return std::nullopt;
}

// Reads back as two parts.
bool isPlain(const Auth &auth, const QString &value)
{
    const auto parts = plainCredentials(value);
    return parts && parts->user == auth.user && parts->password == auth.password;
}

QString basicValue(const Auth &auth)
{
    for (const QString &form : {QStringLiteral("Basic %1 %2"), QStringLiteral("Basic %1:%2")}) {
        const QString value = form.arg(auth.user, auth.password);
        if (isPlain(auth, value))
            return value;
    }
    return QStringLiteral("Basic ") +
           QString::fromLatin1((auth.user + u':' + auth.password).toUtf8().toBase64());
}

Auth readAuthorization(const QString &value)
{
    Auth auth;
    const QString scheme = value.section(u' ', 0, 0);
    if (scheme.compare(u"Bearer", Qt::CaseInsensitive) == 0) {
        auth.kind = Auth::Kind::Bearer;
        auth.token = value.sliced(scheme.size()).trimmed();
        return auth;
    }
    if (const auto parts = plainCredentials(value)) {
        auth.kind = Auth::Kind::Basic;
        auth.user = parts->user;
        auth.password = parts->password;
        return auth;
    }
    if (value.startsWith(u"Basic ", Qt::CaseInsensitive)) {
        const auto decoded = QByteArray::fromBase64Encoding(
            value.sliced(6).trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        const QString text = QString::fromUtf8(decoded ? *decoded : QByteArray());
        if (const qsizetype colon = text.indexOf(u':'); colon >= 0) {
            auth.kind = Auth::Kind::Basic;
            auth.user = text.first(colon);
            auth.password = text.sliced(colon + 1);
            return auth;
        }
    }
    auth.kind = Auth::Kind::Other;
    auth.token = value;
    return auth;
}

RequestDocument withQueryKey(RequestDocument document, const QString &old, const Auth *auth)
{
    auto rows = queryRows(document.url);
    const auto row = std::ranges::find(rows, old, &Row::name);
    if (auth && row != rows.end()) {
        row->name = auth->name;
        row->value = auth->value;
    } else if (auth) {
        rows.push_back({.name = auth->name, .value = auth->value});
    } else if (row != rows.end()) {
        rows.erase(row);
    }
    document.url = withQueryRows(document.url, rows);
    return document;
}

} // namespace

std::optional<Credentials> plainCredentials(const QString &value)
{
    if (!value.startsWith(u"Basic ", Qt::CaseInsensitive))
        return std::nullopt;
    const QString text = value.sliced(6).trimmed();
    // Blanks inside {{…}} part nothing.
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'{')
            ++depth;
        else if (text[i] == u'}')
            --depth;
        else if (depth <= 0 && text[i] == u':')
            return Credentials{text.first(i), text.sliced(i + 1)};
        else if (depth <= 0 && text[i].isSpace())
            return Credentials{text.first(i), text.sliced(i + 1).trimmed()};
    }
    return std::nullopt;
}

QString authorizationValue(const Auth &auth)
{
    switch (auth.kind) {
    case Auth::Kind::Basic:
        return basicValue(auth);
    case Auth::Kind::Bearer:
        return QStringLiteral("Bearer ") + auth.token;
    case Auth::Kind::Other:
        return auth.token;
    case Auth::Kind::Default:
    case Auth::Kind::None:
    case Auth::Kind::ApiKey:
        break;
    }
    return {};
}

Auth authOf(const RequestDocument &document)
{
    const auto row = std::ranges::find_if(document.headers, isAuthorization);
    if (row != document.headers.end())
        return readAuthorization(row->value.trimmed());
    if (const auto said = annotated(document))
        return *said;
    const auto key = std::ranges::find_if(
        document.headers, [](const Row &one) { return one.enabled && isKnownKeyHeader(one.name); });
    if (key != document.headers.end())
        return keyAuth(Auth::Place::Header, key->name.trimmed(), key->value);
    return {};
}

RequestDocument withAuth(RequestDocument document, const Auth &auth)
{
    const Auth before = authOf(document);
    if (before == auth)
        return document;
    document.settings.auth.clear();
    const bool wasQuery = before.kind == Auth::Kind::ApiKey && before.place == Auth::Place::Query;
    const bool isQuery = auth.kind == Auth::Kind::ApiKey && auth.place == Auth::Place::Query;
    if (wasQuery)
        document = withQueryKey(std::move(document), before.name, isQuery ? &auth : nullptr);
    else if (isQuery)
        document = withQueryKey(std::move(document), QString(), &auth);

    auto row = std::ranges::find_if(document.headers, isAuthorization);
    if (before.kind == Auth::Kind::ApiKey && before.place == Auth::Place::Header)
        row = std::ranges::find_if(document.headers, [&](const Row &one) {
            return one.enabled && one.name.trimmed().compare(before.name, Qt::CaseInsensitive) == 0;
        });
    Row wanted{.name = authorization, .value = authorizationValue(auth)};
    if (auth.kind == Auth::Kind::ApiKey && !isQuery)
        wanted = {.name = auth.name, .value = auth.value};
    const bool isLine = auth.kind != Auth::Kind::Default && auth.kind != Auth::Kind::None &&
                        !isQuery && !wanted.name.trimmed().isEmpty();
    if (isLine && row != document.headers.end())
        *row = wanted;
    else if (isLine)
        document.headers.insert(document.headers.begin(), wanted);
    else if (row != document.headers.end())
        document.headers.erase(row);

    if (auth.kind == Auth::Kind::None)
        document.settings.auth = QStringLiteral("none");
    else if (isQuery)
        document.settings.auth = QStringLiteral("query ") + auth.name;
    else if (auth.kind == Auth::Kind::ApiKey && !isKnownKeyHeader(auth.name))
        document.settings.auth = QStringLiteral("header ") + auth.name;
    return document;
}

} // namespace sonde::collection
