#include "cli/cookie_file.h"

#include <QNetworkCookie>

namespace sonde::cli
{
namespace
{

bool domainMatches(QByteArrayView host, QByteArray domain, bool withSubdomains)
{
    domain = domain.toLower();
    if (domain.startsWith('.'))
        domain = domain.sliced(1);
    return host == domain || (withSubdomains && host.toByteArray().endsWith('.' + domain));
}

bool pathMatches(const QByteArray &requestPath, const QByteArray &path)
{
    if (!requestPath.startsWith(path))
        return false;
    return requestPath.size() == path.size() || path.endsWith('/') ||
           requestPath[path.size()] == '/';
}

QByteArray requestPath(const http::Target &target)
{
    const qsizetype mark = target.pathAndQuery.indexOf('?');
    return mark < 0 ? target.pathAndQuery : target.pathAndQuery.first(mark);
}

// domain, subdomains too, path, secure, expiry, name, value; by tabs.
std::optional<QByteArray> fromNetscape(const http::Target &target, QByteArray line,
                                       const QDateTime &now)
{
    if (line.startsWith("#HttpOnly_"))
        line = line.sliced(10);
    const QList<QByteArray> parts = line.split('\t');
    if (line.startsWith('#') || parts.size() < 6)
        return std::nullopt;
    const qint64 expiry = parts[4].toLongLong();
    const bool fits = domainMatches(target.origin.host, parts[0], parts[1] == "TRUE") &&
                      pathMatches(requestPath(target), parts[2]) &&
                      (parts[3] != "TRUE" || target.origin.isTls()) &&
                      (expiry == 0 || expiry > now.toSecsSinceEpoch());
    if (!fits)
        return std::nullopt;
    return parts[5] + '=' + (parts.size() > 6 ? parts[6] : QByteArray());
}

// "Set-Cookie: …"; without a domain it is taken to be for this host.
std::optional<QByteArray> fromHeader(const http::Target &target, const QByteArray &line,
                                     const QDateTime &now)
{
    const auto cookies = QNetworkCookie::parseCookies(line.sliced(line.indexOf(':') + 1).trimmed());
    if (cookies.isEmpty())
        return std::nullopt;
    const QNetworkCookie &cookie = cookies.front();
    const QByteArray domain = cookie.domain().toLatin1();
    const QByteArray path = cookie.path().toLatin1();
    const bool fits = (domain.isEmpty() || domainMatches(target.origin.host, domain, true)) &&
                      (path.isEmpty() || pathMatches(requestPath(target), path)) &&
                      (!cookie.isSecure() || target.origin.isTls()) &&
                      (cookie.isSessionCookie() || cookie.expirationDate() > now);
    return fits ? std::optional(cookie.name() + '=' + cookie.value()) : std::nullopt;
}

} // namespace

QByteArray cookiesFor(const http::Target &target, const QByteArray &fileText, const QDateTime &now)
{
    QByteArray cookies;
    for (QByteArray line : fileText.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        const auto cookie = line.left(11).toLower() == "set-cookie:"
                                ? fromHeader(target, line, now)
                                : fromNetscape(target, line, now);
        if (cookie)
            cookies += (cookies.isEmpty() ? "" : "; ") + *cookie;
    }
    return cookies;
}

} // namespace sonde::cli
