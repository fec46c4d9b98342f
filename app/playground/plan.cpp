#include "playground/plan.h"

namespace sonde::playground
{
namespace
{

QByteArray decoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

} // namespace

QByteArray Received::url() const
{
    QByteArray text = scheme + "://" + authority + path;
    return query.isEmpty() ? text : text + '?' + query;
}

std::optional<QByteArray> Received::parameter(QByteArrayView name) const
{
    for (const QByteArray &part : query.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (decoded(equals < 0 ? part : part.first(equals)) == name)
            return equals < 0 ? QByteArray() : decoded(part.sliced(equals + 1));
    }
    return std::nullopt;
}

} // namespace sonde::playground
