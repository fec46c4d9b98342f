#include "http/media_type.h"

#include <QList>

namespace sonde::http
{

MediaType mediaTypeOf(QByteArrayView field)
{
    const QList<QByteArray> parts = field.toByteArray().split(';');
    MediaType result{.type = parts.front().trimmed().toLower()};
    for (const QByteArray &part : parts.sliced(1)) {
        const qsizetype equals = part.indexOf('=');
        if (equals < 0 || part.first(equals).trimmed().toLower() != "charset")
            continue;
        QByteArray charset = part.sliced(equals + 1).trimmed();
        if (charset.size() >= 2 && charset.startsWith('"') && charset.endsWith('"'))
            charset = charset.sliced(1, charset.size() - 2);
        result.charset = charset;
    }
    return result;
}

} // namespace sonde::http
