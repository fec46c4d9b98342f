#include "http/target.h"

#include <QHashFunctions>

namespace sonde::http {
namespace {

constexpr qsizetype maxUrlBytes = 1 << 20; // longer ones are a mistake, and every server refuses them

Error malformed(const QString &sentence, const QString &detail = {})
{
    return {.layer = Layer::Request,
            .code = Code::MalformedUrl,
            .sentence = sentence,
            .detail = detail};
}

quint16 defaultPort(QByteArrayView scheme)
{
    return scheme == "https" ? 443 : 80;
}

bool hasScheme(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1String("://"));
    return colon > 0 && text.indexOf(u'/') > colon;
}

Result<Target> fromUrl(const QUrl &url, const QString &shown)
{
    if (!url.isValid())
        return std::unexpected(malformed(
            QStringLiteral("“%1” is not a URL that can be sent to.").arg(shown), url.errorString()));
    const QByteArray scheme = url.scheme().toLatin1().toLower();
    if (scheme != "http" && scheme != "https")
        return std::unexpected(Error{
            .layer = Layer::Request,
            .code = Code::UnsupportedScheme,
            .sentence = QStringLiteral("Sonde sends http:// and https:// URLs; “%1” has the scheme "
                                       "“%2”.").arg(shown, url.scheme()),
        });
    Target target;
    target.origin.scheme = scheme;
    target.origin.host = url.host(QUrl::FullyEncoded).toLatin1().toLower();
    if (target.origin.host.startsWith('[') && target.origin.host.endsWith(']'))
        target.origin.host = target.origin.host.sliced(1).chopped(1);
    if (target.origin.host.isEmpty())
        return std::unexpected(malformed(
            QStringLiteral("“%1” names no host: write http://HOST/… .").arg(shown)));
    const int port = url.port(defaultPort(scheme));
    if (port < 1 || port > 65535)
        return std::unexpected(malformed(
            QStringLiteral("“%1” has the port %2; ports go from 1 to 65535.").arg(shown).arg(port)));
    target.origin.port = quint16(port);
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (!path.startsWith('/'))
        path.prepend('/');
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    target.pathAndQuery = path;
    target.fragment = url.fragment(QUrl::FullyEncoded).toLatin1();
    if (!url.userName().isEmpty() || !url.password().isEmpty())
        target.userInfo = url.userName(QUrl::FullyDecoded).toUtf8() + ':'
            + url.password(QUrl::FullyDecoded).toUtf8();
    return target;
}

} // namespace

QByteArray Origin::hostAndPort() const
{
    const QByteArray shown = host.contains(':') ? '[' + host + ']' : host;
    return shown + ':' + QByteArray::number(port);
}

QByteArray Origin::authority() const
{
    if (port != defaultPort(scheme))
        return hostAndPort();
    return host.contains(':') ? '[' + host + ']' : host;
}

size_t qHash(const Origin &origin, size_t seed) noexcept
{
    return qHashMulti(seed, origin.scheme, origin.host, origin.port);
}

Result<Target> Target::parse(const QString &text)
{
    const QString typed = text.trimmed();
    const QString shown = typed.left(200);
    if (typed.isEmpty())
        return std::unexpected(malformed(QStringLiteral("There is no URL: write http://HOST/… .")));
    if (typed.size() > maxUrlBytes)
        return std::unexpected(malformed(
            QStringLiteral("The URL is %1 characters long; the limit is 1 MiB.").arg(typed.size())));
    for (const QChar c : typed) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return std::unexpected(malformed(
                QStringLiteral("The URL holds the control character U+%1; remove it.")
                    .arg(int(c.unicode()), 4, 16, QLatin1Char('0'))));
    }
    const QString absolute = hasScheme(typed) ? typed : QStringLiteral("http://") + typed;
    return fromUrl(QUrl(absolute, QUrl::TolerantMode), shown);
}

Result<Target> Target::resolve(QByteArrayView reference) const
{
    const QUrl relative = QUrl::fromEncoded(reference.toByteArray(), QUrl::TolerantMode);
    if (!relative.isValid())
        return std::unexpected(Error{
            .layer = Layer::Client,
            .code = Code::MalformedRedirect,
            .blame = Blame::Remote,
            .sentence = QStringLiteral("The server redirects to “%1”, which is not a URL reference.")
                            .arg(QString::fromUtf8(reference.first(std::min<qsizetype>(reference.size(), 200)))),
            .detail = relative.errorString(),
        });
    QUrl resolved = QUrl::fromEncoded(url(), QUrl::TolerantMode).resolved(relative);
    auto target = fromUrl(resolved, QString::fromUtf8(reference.first(std::min<qsizetype>(reference.size(), 200))));
    if (target && target->fragment.isEmpty())
        target->fragment = fragment;
    return target;
}

QByteArray Target::url() const
{
    QByteArray text = origin.scheme + "://" + origin.authority();
    if (pathAndQuery != "*")
        text += pathAndQuery;
    return fragment.isEmpty() ? text : text + '#' + fragment;
}

} // namespace sonde::http
