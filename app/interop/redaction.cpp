#include "interop/redaction.h"

#include "interop/outgoing_request.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sonde::interop
{
namespace
{

bool isSecret(QByteArrayView name)
{
    return isSecretName(QString::fromUtf8(name)) || http::sameName(name, "Authentication-Info") ||
           http::sameName(name, "Proxy-Authentication-Info");
}

// What a parameter of a URL calls its key is often as short as this.
bool isSecretParameter(const QByteArray &encodedName)
{
    static constexpr auto names = std::to_array<QByteArrayView>(
        {"key", "sig", "auth", "pwd", "pass", "sid", "session", "sessionid", "jwt"});
    const QByteArray name = QByteArray::fromPercentEncoding(encodedName);
    return isSecret(name) || std::ranges::any_of(names, [&](QByteArrayView secret) {
               return http::sameName(name, secret);
           });
}

bool holdsUrl(QByteArrayView name)
{
    static constexpr auto names = std::to_array<QByteArrayView>(
        {"Location", "Content-Location", "Referer", "Refresh", "Link", ":path"});
    return std::ranges::any_of(names,
                               [&](QByteArrayView url) { return http::sameName(name, url); });
}

void addParameters(const QByteArray &text, qsizetype from, qsizetype end, const QByteArray &where,
                   Secrets &secrets)
{
    while (from < end) {
        qsizetype stop = text.indexOf('&', from);
        stop = stop < 0 ? end : std::min(stop, end);
        const qsizetype equals = text.indexOf('=', from);
        if (equals > from && equals + 1 < stop) {
            const QByteArray name = text.sliced(from, equals - from);
            if (isSecretParameter(name))
                secrets.push_back({equals + 1, stop - equals - 1, where + ' ' + name});
        }
        from = stop + 1;
    }
}

// "a=1; b=2": the values.
void addCookies(const http::Field &field, Secrets &secrets)
{
    const QByteArray &text = field.value;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype stop = text.indexOf(';', from);
        stop = stop < 0 ? text.size() : stop;
        const qsizetype equals = text.indexOf('=', from);
        const qsizetype at = equals < 0 || equals >= stop ? from : equals + 1;
        if (at < stop)
            secrets.push_back({at, stop - at, field.name});
        from = stop + 1;
    }
}

// Nothing is parsed, so that content which is broken or cut short keeps no secret either.
Secrets secretsInJson(const QByteArray &text)
{
    static const QRegularExpression member(QStringLiteral(
        R"re("((?:[^"\\]|\\.){1,256})"\s*:\s*(?:"((?:[^"\\]|\\.)*+)|(-?[0-9][0-9.eE+-]*)))re"));
    Secrets secrets;
    // A character for an octet, so that places are the same.
    const QString source = QString::fromLatin1(text);
    auto matches = member.globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QByteArray name = match.captured(1).toLatin1();
        const int value = match.capturedLength(2) > 0 ? 2 : 3;
        if (match.capturedLength(value) > 0 && isSecret(name))
            secrets.push_back(
                {match.capturedStart(value), match.capturedLength(value), "content " + name});
    }
    return secrets;
}

// What stands between the quotation marks of a JSON string.
QByteArray jsonSpelling(const QByteArray &value)
{
    QByteArray spelled;
    for (const char c : value) {
        if (c == '"' || c == '\\')
            spelled += '\\';
        spelled += c;
    }
    return spelled;
}

} // namespace

SecretValues::SecretValues(const QStringList &values)
{
    constexpr qsizetype tooCommon = 4;
    for (const QString &text : values) {
        const QByteArray value = text.toUtf8();
        if (value.size() < tooCommon)
            continue;
        for (const QByteArray &spelling : {value, value.toPercentEncoding(), jsonSpelling(value),
                                           value.toPercentEncoding().replace("%20", "+")}) {
            if (!m_spelled.contains(spelling))
                m_spelled.append(spelling);
        }
    }
    std::ranges::sort(m_spelled, std::greater(), &QByteArray::size);
}

Secrets SecretValues::in(const QByteArray &text) const
{
    return addedTo({}, text);
}

Secrets SecretValues::addedTo(Secrets found, const QByteArray &text) const
{
    for (const QByteArray &value : m_spelled) {
        for (qsizetype at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
            found.push_back({at, value.size(), "secret value"});
    }
    std::ranges::sort(found, {}, &Secret::at);
    Secrets apart; // what overlaps becomes one
    for (Secret &secret : found) {
        if (!apart.empty() && secret.at < apart.back().at + apart.back().size)
            apart.back().size =
                std::max(apart.back().size, secret.at + secret.size - apart.back().at);
        else
            apart.push_back(std::move(secret));
    }
    return apart;
}

Secrets secretsIn(const http::Field &field)
{
    Secrets secrets;
    if (holdsUrl(field.name))
        return secretsInUrl(field.value);
    if (!isSecret(field.name) || field.value.isEmpty())
        return secrets;
    if (http::sameName(field.name, "Cookie")) {
        addCookies(field, secrets);
        return secrets;
    }
    qsizetype from = 0;
    qsizetype end = field.value.size();
    if (http::sameName(field.name, "Set-Cookie")) {
        if (const qsizetype stop = field.value.indexOf(';'); stop >= 0)
            end = stop;
        if (const qsizetype equals = field.value.indexOf('='); equals < end)
            from = equals + 1;
    } else if (http::sameName(field.name, "Authorization") ||
               http::sameName(field.name, "Proxy-Authorization")) {
        from = field.value.indexOf(' ') + 1;
    }
    if (from < end)
        secrets.push_back({from, end - from, field.name});
    return secrets;
}

Secrets secretsInUrl(const QByteArray &url)
{
    Secrets secrets;
    const qsizetype scheme = url.indexOf("://");
    if (scheme >= 0) {
        const qsizetype start = scheme + 3;
        qsizetype end = start;
        while (end < url.size() && !QByteArrayView("/?#").contains(url[end]))
            ++end;
        const qsizetype at = url.first(end).lastIndexOf('@');
        if (at > start)
            secrets.push_back({start, at - start, "user info"});
    }
    const qsizetype hash = url.indexOf('#');
    const qsizetype query = url.indexOf('?');
    const qsizetype queryEnd = hash < 0 ? url.size() : hash;
    if (query >= 0 && query < queryEnd)
        addParameters(url, query + 1, queryEnd, "query", secrets);
    if (hash >= 0)
        addParameters(url, hash + 1, url.size(), "fragment", secrets);
    return secrets;
}

Secrets secretsInContent(const QByteArray &text, QByteArrayView mediaType)
{
    const QByteArray essence = mediaType.toByteArray().split(';').front().trimmed().toLower();
    Secrets secrets;
    if (essence == "application/x-www-form-urlencoded")
        addParameters(text, 0, text.size(), "content", secrets);
    else if (essence.endsWith("json"))
        secrets = secretsInJson(text);
    return secrets;
}

Secrets secretsInHead(const QByteArray &head)
{
    Secrets secrets;
    for (qsizetype at = 0; at < head.size();) {
        qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            end = head.size();
        const QByteArray line = head.sliced(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            const http::Field field{line.first(colon), line.sliced(colon + 1).trimmed()};
            const qsizetype value = at + line.indexOf(field.value, colon + 1);
            for (Secret &secret : secretsIn(field))
                secrets.push_back({value + secret.at, secret.size, std::move(secret.name)});
        }
        at = end + 1;
    }
    return secrets;
}

std::set<QByteArray> redactTunnel(std::vector<trace::ByteLog::Piece> &tunnel)
{
    std::set<QByteArray> names;
    for (const auto direction : {trace::Direction::Sent, trace::Direction::Received}) {
        const Secrets secrets = secretsInHead(tunnelText(tunnel, direction));
        for (const Secret &secret : secrets)
            names.insert(secret.name);
        qint64 at = 0;
        for (trace::ByteLog::Piece &piece : tunnel) {
            if (piece.direction != direction)
                continue;
            overwrite(secrets, at, piece.octets);
            at += piece.octets.size();
        }
    }
    return names;
}

void overwrite(const Secrets &secrets, qint64 from, QByteArray &octets)
{
    for (const Secret &secret : secrets) {
        const qint64 end = std::min<qint64>(secret.at + secret.size, from + octets.size());
        for (qint64 at = std::max<qint64>(secret.at, from); at < end; ++at)
            octets[at - from] = '*';
    }
}

http::Headers Redaction::headers(const http::Headers &headers)
{
    http::Headers result;
    result.reserve(headers.size());
    for (const http::Field &field : headers)
        result.append({field.name,
                       masked(field.value, m_values.addedTo(secretsIn(field), field.value)),
                       field.neverIndexed});
    return result;
}

QByteArray Redaction::url(const QByteArray &url)
{
    return masked(url, m_values.addedTo(secretsInUrl(url), url));
}

QByteArray Redaction::content(const QByteArray &text, QByteArrayView mediaType)
{
    return masked(text, m_values.addedTo(secretsInContent(text, mediaType), text));
}

QByteArray Redaction::text(const QByteArray &text)
{
    return masked(text, m_values.in(text));
}

QByteArray Redaction::masked(const QByteArray &text, const Secrets &secrets)
{
    if (secrets.empty())
        return text;
    QByteArray result;
    qsizetype copied = 0;
    for (const Secret &secret : secrets) {
        m_taken.insert(secret.name);
        // A number of JSON becomes a string, so that it still is JSON.
        const bool isNumber = secret.name.startsWith("content ") && secret.at > 0 &&
                              text[secret.at - 1] != '"' && text[secret.at - 1] != '=';
        result += text.sliced(copied, secret.at - copied) + (isNumber ? "\"***\"" : "***");
        copied = secret.at + secret.size;
    }
    return result + text.sliced(copied);
}

} // namespace sonde::interop
