#include "ui/response/body_content.h"

#include "client/layer_body.h"
#include "http/media_type.h"
#include "ui/response/progress_strip.h"
#include "ui/widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QMimeDatabase>

namespace sonde::ui
{
namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(sonde::ui::BodyContent)
};

QString fileNameOf(const HopSnapshot &hop, const QByteArray &mediaType)
{
    QString name = QString::fromUtf8(hop.exchange.request.target.pathAndQuery.split('?').front())
                       .section(QLatin1Char('/'), -1);
    // What a server suggests must not choose the folder or hide the file.
    name.remove(QLatin1Char('\\'));
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    if (name.isEmpty())
        name = QStringLiteral("response");
    if (!name.contains(QLatin1Char('.'))) {
        const QString suffix =
            QMimeDatabase().mimeTypeForName(QString::fromLatin1(mediaType)).preferredSuffix();
        if (!suffix.isEmpty())
            name += QLatin1Char('.') + suffix;
    }
    return name;
}

// “GET /items · 200 · 14:03:59”.
QString titleOf(const HopSnapshot &hop)
{
    QStringList parts{QString::fromLatin1(hop.exchange.request.method.token()) + QLatin1Char(' ') +
                      QString::fromUtf8(hop.exchange.request.target.pathAndQuery)};
    if (hop.status() > 0)
        parts << QString::number(hop.status());
    if (!hop.exchange.events.empty()) {
        const qint64 at = trace::wallNanoseconds(hop.exchange.events.front().at);
        const QTime time = QDateTime::fromMSecsSinceEpoch(at / 1'000'000).time();
        parts << QLocale().toString(time, QLocale::LongFormat).section(QLatin1Char(' '), 0, 0);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

BodyPane::Content bodyContent(const HopSnapshot &hop)
{
    const http::MediaType media = http::mediaTypeOf(
        hop.exchange.response->headers.value("content-type").value_or(QByteArrayView()));
    // Without an announced length it may never end: its newest part is what matters. A document
    // that merely came in chunks is over before anybody looks.
    const bool open = !expectedOctets(hop.exchange) && !hop.exchange.isOver();
    const bool lines = media.type == "text/event-stream" || media.type.contains("ndjson") ||
                       media.type.startsWith("text/plain");
    return {.store = hop.body,
            .mediaType = media.type,
            .charset = media.charset,
            .fileName = fileNameOf(hop, media.type),
            .nature = open && lines ? BodyPane::Nature::Stream : BodyPane::Nature::Document,
            .exchange = hop.source,
            .codings =
                client::contentCodings(hop.exchange.response->headers.combined("content-encoding")),
            .received = hop.received,
            .title = titleOf(hop)};
}

QString emptyBodyText(const HopSnapshot &hop)
{
    if (hop.exchange.error)
        return Text::tr("Nothing of the body arrived.");
    if (hop.exchange.request.method == "HEAD")
        return Text::tr("A response to HEAD has no body.");
    if (hop.status() == 204 || hop.status() == 304)
        return Text::tr("A response with status %1 has no body.").arg(hop.status());
    return Text::tr("The body is empty.");
}

QString incompleteText(const HopSnapshot &hop)
{
    if (!hop.exchange.isOver() || !hop.exchange.error || !hop.exchange.response)
        return {};
    const auto arrived = qint64(hop.exchange.sizes.responseEncoded);
    const auto expected = expectedOctets(hop.exchange);
    if (expected && *expected > arrived)
        //: %1 and %2 are sizes
        return Text::tr("This is a part of the body: %1 of %2 arrived.")
            .arg(octetsText(arrived), octetsText(*expected));
    if (hop.exchange.end == trace::End::Cancelled)
        //: %1 is a size
        return Text::tr("Cancelled: this is the part of the body that had arrived, %1.")
            .arg(octetsText(arrived));
    return Text::tr("This may be a part of the body: the response ended with an error.");
}

} // namespace sonde::ui
