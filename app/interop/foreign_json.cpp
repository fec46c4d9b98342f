#include "interop/foreign_json.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace sonde::interop
{

http::Result<QJsonObject> foreignObject(const QByteArray &octets, const QString &format)
{
    QByteArray utf8 = octets;
    if (const auto encoding = QStringConverter::encodingForData(octets)) {
        QStringDecoder decoder(*encoding);
        const QString text = decoder(octets);
        utf8 = text.toUtf8();
    }
    if (utf8.startsWith("\xef\xbb\xbf"))
        utf8 = utf8.sliced(3);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &problem);
    if (document.isObject())
        return document.object();
    const qsizetype line =
        1 + utf8.first(std::clamp<qsizetype>(problem.offset, 0, utf8.size())).count('\n');
    return std::unexpected(http::Error{
        .layer = http::Layer::File,
        .code = http::Code::FileUnreadable,
        .sentence = QStringLiteral("The %1 is not whole JSON: it breaks off or has a mistake in "
                                   "line %2. Export it again.")
                        .arg(format)
                        .arg(line),
        .detail = problem.errorString()});
}

QString foreignText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return value.toVariant().toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}

} // namespace sonde::interop
