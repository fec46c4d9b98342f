#include "interop/curl_values.h"

#include <QHostAddress>
#include <QUrl>

namespace sonde::interop
{
namespace
{

QString shown(const QByteArray &text)
{
    return QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 120)));
}

QByteArray withoutBrackets(const QByteArray &host)
{
    return host.startsWith('[') && host.endsWith(']') ? host.sliced(1).chopped(1) : host;
}

// The colon that ends a host, behind the bracket of an IPv6 address.
qsizetype colonAfterHost(const QByteArray &text)
{
    const qsizetype bracket = text.startsWith('[') ? text.indexOf(']') : 0;
    return bracket < 0 ? -1 : text.indexOf(':', bracket);
}

} // namespace

Read<std::chrono::milliseconds> readSeconds(const QByteArray &text, const QString &option)
{
    constexpr double year = 366 * 24 * 3600.0;
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    if (!ok || !(seconds >= 0) || seconds > year)
        return std::unexpected(Remark("%1 takes a number of seconds, as in 2.5; “%2” is none.")
                                   .arg(option)
                                   .arg(shown(text)));
    // The smallest limit is a millisecond, since none at all would mean no limit.
    const auto whole = std::chrono::milliseconds(qint64(seconds * 1000));
    return seconds > 0 ? std::max(whole, std::chrono::milliseconds(1)) : whole;
}

Read<qint64> readNumber(const QByteArray &text, const QString &option, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < least || number > most)
        return std::unexpected(Remark("%1 takes a number from %2 to %3; “%4” is none.")
                                   .arg(option)
                                   .arg(least)
                                   .arg(most)
                                   .arg(shown(text)));
    return number;
}

Read<net::AddressOverride> readResolve(const QByteArray &text)
{
    const QByteArray entry = text.startsWith('+') ? text.sliced(1) : text;
    const qsizetype hostEnd = colonAfterHost(entry);
    const qsizetype portEnd = hostEnd < 0 ? -1 : entry.indexOf(':', hostEnd + 1);
    net::AddressOverride result;
    bool ok = portEnd > 0;
    if (ok) {
        result.host = withoutBrackets(entry.first(hostEnd)).toLower();
        result.port = entry.sliced(hostEnd + 1, portEnd - hostEnd - 1).toUShort(&ok);
        for (const QByteArray &address : entry.sliced(portEnd + 1).split(',')) {
            const QByteArray numeric = withoutBrackets(address.trimmed());
            ok = ok && !QHostAddress(QString::fromLatin1(numeric)).isNull();
            result.addresses.append(numeric);
        }
    }
    if (!ok || result.host.isEmpty() || result.port == 0)
        return std::unexpected(
            Remark("--resolve takes HOST:PORT:ADDRESS with a numeric address; “%1” is none.")
                .arg(shown(text)));
    return result;
}

Read<std::optional<net::Proxy>> readProxy(const QByteArray &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const QString typed = QString::fromUtf8(text);
    const QUrl url(typed.contains(QLatin1String("://")) ? typed
                                                        : QStringLiteral("http://") + typed);
    if (!url.isValid() || url.host().isEmpty())
        return std::unexpected(Remark("--proxy takes HOST:PORT; “%1” is none.").arg(shown(text)));
    if (url.scheme() != QLatin1String("http"))
        return std::unexpected(
            Remark("Sonde sends through HTTP proxies only; “%1” names another kind.")
                .arg(url.toString(QUrl::RemoveUserInfo).left(120)));
    net::Proxy proxy;
    proxy.host = url.host(QUrl::FullyEncoded).toLatin1();
    proxy.host = withoutBrackets(proxy.host);
    proxy.port = quint16(url.port(1080)); // curl's default for a proxy without a port
    if (!url.userName().isEmpty() || !url.password().isEmpty())
        proxy.credentials = url.userName(QUrl::FullyDecoded).toUtf8() + ':' +
                            url.password(QUrl::FullyDecoded).toUtf8();
    return proxy;
}

CertificateArgument readCertificate(const QByteArray &text)
{
    QByteArray file;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && at + 1 < text.size() && (text[at + 1] == ':' || text[at + 1] == '\\'))
            file += text[++at];
        else if (c == ':')
            return {.file = QString::fromUtf8(file),
                    .password = QString::fromUtf8(text.sliced(at + 1))};
        else
            file += c;
    }
    return {.file = QString::fromUtf8(file), .password = {}};
}

bool isListed(QByteArrayView list, QByteArrayView host)
{
    for (const QByteArray &raw : list.toByteArray().replace(' ', ',').split(',')) {
        QByteArray entry = raw.trimmed().toLower();
        if (entry == "*")
            return true;
        if (entry.startsWith('.'))
            entry = entry.sliced(1);
        entry = withoutBrackets(entry);
        if (entry.isEmpty())
            continue;
        if (host == entry || host.toByteArray().endsWith('.' + entry))
            return true;
    }
    return false;
}

} // namespace sonde::interop
