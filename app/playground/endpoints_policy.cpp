#include "playground/endpoints.h"
#include "playground/replies.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace sonde::playground::endpoint
{
namespace
{

bool isRedirectCode(qint64 code)
{
    return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
}

Plan redirectReply(int code, const QByteArray &location)
{
    Plan plan = textReply(code, "See " + location);
    plan.head.headers.append("Location", location);
    return plan;
}

// The ?code= of a redirect, or a plan that says which there are.
std::expected<int, Plan> redirectCode(const Received &received)
{
    Parameters parameters(received);
    const qint64 code = parameters.number("code", 302, 300, 399);
    if (parameters.problem() || !isRedirectCode(code))
        return std::unexpected(textReply(400, "The parameter code is 301, 302, 303, 307 or 308."));
    return int(code);
}

std::vector<std::pair<QByteArray, QByteArray>> pairsOf(const QByteArray &text, char separator)
{
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    for (const QByteArray &part : text.split(separator)) {
        const QByteArray pair = part.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            pairs.emplace_back(pair.first(equals), pair.sliced(equals + 1));
    }
    return pairs;
}

// RFC 6265 section 4.1.1: a cookie's name is a token, its value free of separators.
bool isCookie(const QByteArray &name, const QByteArray &value)
{
    return http::isToken(name) && std::ranges::all_of(value, [](char c) {
               return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
           });
}

Plan setCookies(const Received &received)
{
    Plan plan = redirectReply(302, "/cookies");
    for (const auto &[name, value] : pairsOf(received.query, '&')) {
        if (!isCookie(name, value))
            return textReply(
                400, "A cookie is name=value without spaces, quotes, commas and semicolons.");
        plan.head.headers.append("Set-Cookie",
                                 name + '=' + value + "; Path=/; HttpOnly; SameSite=Lax");
    }
    return plan;
}

Plan clearCookies(const Received &received)
{
    Plan plan = redirectReply(302, "/cookies");
    for (const auto &[name, value] : pairsOf(received.headers.combined("Cookie"), ';')) {
        if (http::isToken(name))
            plan.head.headers.append("Set-Cookie", name + "=; Path=/; Max-Age=0");
    }
    return plan;
}

} // namespace

Plan status(const Received &, QByteArrayView argument)
{
    const auto status = wholeNumber(argument, 200, 599);
    if (!status)
        return textReply(400, "Write /status/ and a number from 200 to 599, as in /status/418.");
    // RFC 2324 section 2.3.2 named it; the registry keeps the number free.
    const QByteArrayView phrase =
        *status == 418 ? "I'm a teapot" : http::reasonPhrase(int(*status));
    // RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5: these have no content.
    Plan plan = *status == 204 || *status == 205 || *status == 304
                    ? bareReply(int(*status))
                    : jsonReply("{\n  \"status\": " + QByteArray::number(*status) +
                                    ",\n  \"reason\": " + quoted(phrase) + "\n}",
                                int(*status));
    http::Headers &headers = plan.head.headers;
    if (*status == 205)
        headers.append("Content-Length", "0");
    if (isRedirectCode(*status))
        headers.append("Location", "/echo");
    if (*status == 401)
        headers.append("WWW-Authenticate", "Basic realm=\"Sonde playground\", charset=\"UTF-8\"");
    if (*status == 405)
        headers.append("Allow", "GET, HEAD");
    if (*status == 429 || *status == 503)
        headers.append("Retry-After", "1");
    return plan;
}

Plan redirect(const Received &received, QByteArrayView argument)
{
    const auto left = wholeNumber(argument, 1, 1'000'000);
    if (!left)
        return textReply(400, "Write /redirect/ and how many redirects, as in /redirect/3.");
    const auto code = redirectCode(received);
    if (!code)
        return code.error();
    if (*left == 1)
        return redirectReply(*code, "/echo");
    const QByteArray query = received.query.isEmpty() ? QByteArray() : '?' + received.query;
    return redirectReply(*code, "/redirect/" + QByteArray::number(*left - 1) + query);
}

Plan redirectTo(const Received &received, QByteArrayView)
{
    const auto code = redirectCode(received);
    if (!code)
        return code.error();
    const QByteArray url = received.parameter("url").value_or(QByteArray());
    const bool sound =
        (url.startsWith('/') || url.startsWith("http://") || url.startsWith("https://")) &&
        std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7f; });
    if (!sound)
        return textReply(400, "Write ?url= and a path or an http or https URL, as in "
                              "/redirect-to?url=/echo&code=307.");
    return redirectReply(*code, url);
}

Plan cookies(const Received &received, QByteArrayView argument)
{
    if (argument == "set")
        return setCookies(received);
    if (argument == "clear")
        return clearCookies(received);
    // RFC 9113 section 8.2.3: HTTP/2 may split the field; it is put together with "; ".
    QByteArray all;
    for (const QByteArrayView value : received.headers.values("Cookie"))
        all += (all.isEmpty() ? "" : "; ") + value.toByteArray();
    http::Headers shown;
    for (const auto &[name, value] : pairsOf(all, ';'))
        shown.append(name, value);
    return jsonReply(fieldsJson(shown, {}));
}

Plan basicAuth(const Received &received, QByteArrayView)
{
    const QByteArray given = received.headers.combined("Authorization");
    const bool isBasic = given.left(6).compare("Basic ", Qt::CaseInsensitive) == 0;
    if (isBasic && QByteArray::fromBase64(given.sliced(6).trimmed()) == "sonde:sonde")
        return jsonReply("{\n  \"authenticated\": true,\n  \"user\": \"sonde\"\n}");
    Plan plan = textReply(401, given.isEmpty()
                                   ? "Credentials are missing: user sonde, password sonde."
                                   : "These credentials are wrong: user sonde, password sonde.");
    plan.head.headers.append("WWW-Authenticate",
                             "Basic realm=\"Sonde playground\", charset=\"UTF-8\"");
    return plan;
}

Plan etag(const Received &received, QByteArrayView)
{
    static const QByteArray tag = "\"sonde-1\"";
    const QByteArray known = received.headers.combined("If-None-Match");
    Plan plan = known == "*" || known.contains(tag) ? bareReply(304)
                                                    : textReply(200, "Send If-None-Match: " + tag);
    plan.head.headers.append("ETag", tag);
    plan.head.headers.append("Cache-Control", "no-cache");
    return plan;
}

// The same for everybody who knows the password, and as good as none: it opens nothing else.
static QByteArray loginToken()
{
    return QCryptographicHash::hash("sonde:sonde", QCryptographicHash::Sha256).toHex().first(32);
}

Plan login(const Received &received, QByteArrayView)
{
    const QJsonObject given = QJsonDocument::fromJson(received.body).object();
    if (received.method == "POST" && given["user"] == "sonde" && given["password"] == "sonde")
        return jsonReply("{\n  \"user\": \"sonde\",\n  \"token\": \"" + loginToken() +
                         "\",\n  \"expiresIn\": 3600\n}");
    return textReply(401, "POST {\"user\": \"sonde\", \"password\": \"sonde\"} to get a token.");
}

Plan orders(const Received &received, QByteArrayView argument)
{
    const QByteArray given = received.headers.combined("Authorization");
    if (given.left(7).compare("Bearer ", Qt::CaseInsensitive) != 0 ||
        given.sliced(7).trimmed() != loginToken()) {
        Plan plan = textReply(401, "Send the token that /login gives: Authorization: Bearer …");
        plan.head.headers.append("WWW-Authenticate", "Bearer realm=\"Sonde playground\"");
        return plan;
    }
    static constexpr const char *things[] = {"lantern", "compass", "rope"};
    const auto order = [](size_t at) {
        return "{\"id\": " + QByteArray::number(qsizetype(at) + 1) +
               ", \"user\": \"sonde\", \"item\": \"" + things[at] + "\"}";
    };
    if (argument.isEmpty()) {
        QByteArray all;
        for (size_t at = 0; at < std::size(things); ++at)
            all += (at == 0 ? "\n    " : ",\n    ") + order(at);
        return jsonReply("{\n  \"orders\": [" + all + "\n  ]\n}");
    }
    bool good = false;
    const qsizetype number = argument.toByteArray().toInt(&good);
    if (!good || number < 1 || size_t(number) > std::size(things))
        return textReply(404, "There are orders 1 to 3.");
    return jsonReply(order(size_t(number) - 1));
}

} // namespace sonde::playground::endpoint
