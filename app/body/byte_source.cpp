#include "body/byte_source.h"

namespace sonde::body
{

http::Result<QByteArray> ByteSource::read(qint64 offset, qint64 length) const
{
    const qint64 available =
        offset < 0 ? 0 : std::clamp<qint64>(size() - offset, 0, std::max<qint64>(length, 0));
    QByteArray octets(available, Qt::Uninitialized);
    const auto count = read(offset, std::span(octets.data(), size_t(available)));
    if (!count)
        return std::unexpected(count.error());
    octets.truncate(*count);
    return octets;
}

} // namespace sonde::body
