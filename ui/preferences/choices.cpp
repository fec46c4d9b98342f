#include "ui/preferences/choices.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace sonde::ui
{

namespace
{

using Key = QLatin1String;
using std::chrono::milliseconds;

constexpr int mostSchemes = 3;
constexpr qint64 mostTimeout = 86'400'000; // a day
constexpr int mostRedirects = 1000;
constexpr int leastZoom = 50;
constexpr int mostZoom = 400;

qint64 number(const QSettings &settings, const char *key, qint64 usual, qint64 least, qint64 most)
{
    bool good = false;
    const qint64 value = settings.value(Key(key), usual).toLongLong(&good);
    return good && value >= least && value <= most ? value : usual;
}

} // namespace

Choices readChoices(const QSettings &settings)
{
    Choices choices;
    choices.language = settings.value(Key("language")).toString();
    choices.scheme = int(number(settings, "theme", 0, 0, mostSchemes - 1));
    choices.zoom = int(number(settings, "zoom", choices.zoom, leastZoom, mostZoom));
    choices.history = history::readLimits(settings);
    NetworkChoices &network = choices.network;
    network.connectTimeout =
        milliseconds(number(settings, "network/connectTimeout", 0, 0, mostTimeout));
    network.totalTimeout =
        milliseconds(number(settings, "network/totalTimeout", 0, 0, mostTimeout));
    network.followsRedirects = settings.value(Key("network/followRedirects"), true).toBool();
    network.maxRedirects =
        int(number(settings, "network/maxRedirects", network.maxRedirects, 1, mostRedirects));
    network.checksCertificates = settings.value(Key("network/checkCertificates"), true).toBool();
    network.proxy = settings.value(Key("network/proxy")).toString();
    return choices;
}

void writeChoices(QSettings &settings, const Choices &choices)
{
    settings.setValue(Key("language"), choices.language);
    settings.setValue(Key("theme"), choices.scheme);
    settings.setValue(Key("zoom"), choices.zoom);
    history::writeLimits(settings, choices.history);
    const NetworkChoices &network = choices.network;
    settings.setValue(Key("network/connectTimeout"), qint64(network.connectTimeout.count()));
    settings.setValue(Key("network/totalTimeout"), qint64(network.totalTimeout.count()));
    settings.setValue(Key("network/followRedirects"), network.followsRedirects);
    settings.setValue(Key("network/maxRedirects"), network.maxRedirects);
    settings.setValue(Key("network/checkCertificates"), network.checksCertificates);
    settings.setValue(Key("network/proxy"), network.proxy);
}

std::optional<net::Proxy> proxyOf(const QString &text)
{
    QString whole = text.trimmed();
    if (whole.isEmpty())
        return std::nullopt;
    if (!whole.contains(QLatin1String("://")))
        whole.prepend(QLatin1String("http://"));
    const QUrl url(whole, QUrl::StrictMode);
    const bool isPlain = url.path().isEmpty() || url.path() == u"/";
    if (!url.isValid() || url.scheme() != u"http" || url.host().isEmpty() || url.port() <= 0 ||
        !url.userInfo().isEmpty() || url.hasQuery() || !isPlain)
        return std::nullopt;
    return net::Proxy{.host = url.host(QUrl::FullyEncoded).toLatin1(), .port = quint16(url.port())};
}

void apply(const NetworkChoices &choices, client::Options &options)
{
    const client::Timeouts usual;
    if (options.timeouts.connect == usual.connect && choices.connectTimeout.count() > 0)
        options.timeouts.connect = choices.connectTimeout;
    if (options.timeouts.total == usual.total && choices.totalTimeout.count() > 0)
        options.timeouts.total = choices.totalTimeout;
    options.followRedirects = options.followRedirects && choices.followsRedirects;
    options.maxRedirects = choices.maxRedirects;
    if (!choices.checksCertificates)
        options.tls.verify = net::Verify::ReportOnly;
    if (!options.proxy)
        options.proxy = proxyOf(choices.proxy);
}

} // namespace sonde::ui
