#include "interop/redaction.h"

#include "interop/outgoing_request.h"

#include <QRegularExpression>

#include <array>

namespace sonde::interop
{
namespace
{

const QByteArray mask = "***";

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

} // namespace

http::Headers Redaction::headers(const http::Headers &headers)
{
    http::Headers result;
    result.reserve(headers.size());
    for (const http::Field &field : headers)
        result.append({field.name, value(field), field.neverIndexed});
    return result;
}

QByteArray Redaction::value(const http::Field &field)
{
    if (holdsUrl(field.name))
        return url(field.value);
    if (!isSecret(field.name) || field.value.isEmpty())
        return field.value;
    m_taken.insert(field.name);
    if (http::sameName(field.name, "Set-Cookie"))
        return setCookie(field.value);
    if (http::sameName(field.name, "Cookie"))
        return cookie(field.value);
    const bool hasScheme = http::sameName(field.name, "Authorization") ||
                           http::sameName(field.name, "Proxy-Authorization");
    const qsizetype space = hasScheme ? field.value.indexOf(' ') : -1;
    return field.value.first(space + 1) + mask;
}

QByteArray Redaction::setCookie(const QByteArray &value) const
{
    const qsizetype end = value.indexOf(';');
    const QByteArray pair = end < 0 ? value : value.first(end);
    const QByteArray attributes = end < 0 ? QByteArray() : value.sliced(end);
    return pair.first(pair.indexOf('=') + 1) + mask + attributes;
}

QByteArray Redaction::cookie(const QByteArray &value) const
{
    QByteArray result;
    for (const QByteArray &pair : value.split(';'))
        result +=
            (result.isEmpty() ? "" : "; ") + pair.first(pair.indexOf('=') + 1).trimmed() + mask;
    return result;
}

QByteArray Redaction::url(const QByteArray &url)
{
    QByteArray rest = url;
    const qsizetype scheme = rest.indexOf("://");
    if (scheme >= 0) {
        qsizetype end = scheme + 3;
        while (end < rest.size() && !QByteArrayView("/?#").contains(rest[end]))
            ++end;
        const qsizetype at = rest.first(end).lastIndexOf('@');
        if (at > scheme) {
            m_taken.insert("user info");
            rest = rest.first(scheme + 3) + rest.sliced(at + 1);
        }
    }
    QByteArray fragment;
    if (const qsizetype at = rest.indexOf('#'); at >= 0) {
        fragment = '#' + parameters(rest.sliced(at + 1), "fragment");
        rest.truncate(at);
    }
    const qsizetype query = rest.indexOf('?');
    if (query < 0)
        return rest + fragment;
    return rest.first(query + 1) + parameters(rest.sliced(query + 1), "query") + fragment;
}

QByteArray Redaction::parameters(const QByteArray &text, const QByteArray &where)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype from = 0; from <= text.size();) {
        qsizetype end = text.indexOf('&', from);
        end = end < 0 ? text.size() : end;
        const QByteArray pair = text.sliced(from, end - from);
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && equals + 1 < pair.size() && isSecretParameter(pair.first(equals))) {
            m_taken.insert(where + ' ' + pair.first(equals));
            result += pair.first(equals + 1) + mask;
        } else {
            result += pair;
        }
        if (end < text.size())
            result += '&';
        from = end + 1;
    }
    return result;
}

QByteArray Redaction::content(const QByteArray &text, QByteArrayView mediaType)
{
    const QByteArray essence = mediaType.toByteArray().split(';').front().trimmed().toLower();
    if (essence == "application/x-www-form-urlencoded")
        return parameters(text, "content");
    if (essence.endsWith("json"))
        return json(text);
    return text;
}

// Nothing is parsed, so that content which is broken or cut short keeps no secret either.
QByteArray Redaction::json(const QByteArray &text)
{
    static const QRegularExpression member(QStringLiteral(
        R"re("((?:[^"\\]|\\.){1,256})"\s*:\s*("(?:[^"\\]|\\.)*+(?:"|$)|-?[0-9][0-9.eE+-]*))re"));
    const QString source = QString::fromUtf8(text);
    QString result;
    qsizetype copied = 0;
    auto matches = member.globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QByteArray name = match.captured(1).toUtf8();
        if (!isSecret(name))
            continue;
        m_taken.insert("content " + name);
        result +=
            source.sliced(copied, match.capturedStart(2) - copied) + QStringLiteral("\"***\"");
        copied = match.capturedEnd(2);
    }
    return copied == 0 ? text : (result + source.sliced(copied)).toUtf8();
}

} // namespace sonde::interop
