#include "wire/content_encoder.h"

#include <brotli/encode.h>

#include <zlib.h>
#include <zstd.h>

namespace sonde::wire
{

namespace
{

// Levels that suit answers made on the fly.
constexpr int brotliQuality = 5;
constexpr int zstdLevel = 3;
constexpr int gzipBits = 15 + 16;
constexpr int zlibBits = 15;

QByteArray zlibEncoded(QByteArrayView octets, int windowBits)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    QByteArray encoded(qsizetype(deflateBound(&stream, uLong(octets.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(octets.data()));
    stream.avail_in = uInt(octets.size());
    stream.next_out = reinterpret_cast<Bytef *>(encoded.data());
    stream.avail_out = uInt(encoded.size());
    deflate(&stream, Z_FINISH);
    encoded.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return encoded;
}

QByteArray brotliEncoded(QByteArrayView octets)
{
    size_t length = BrotliEncoderMaxCompressedSize(size_t(octets.size()));
    QByteArray encoded(qsizetype(length), Qt::Uninitialized);
    BrotliEncoderCompress(brotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC,
                          size_t(octets.size()), reinterpret_cast<const uint8_t *>(octets.data()),
                          &length, reinterpret_cast<uint8_t *>(encoded.data()));
    encoded.truncate(qsizetype(length));
    return encoded;
}

QByteArray zstdEncoded(QByteArrayView octets)
{
    QByteArray encoded(qsizetype(ZSTD_compressBound(size_t(octets.size()))), Qt::Uninitialized);
    const size_t length = ZSTD_compress(encoded.data(), size_t(encoded.size()), octets.data(),
                                        size_t(octets.size()), zstdLevel);
    encoded.truncate(ZSTD_isError(length) ? 0 : qsizetype(length));
    return encoded;
}

} // namespace

http::Result<QByteArray> encodeContent(QByteArrayView coding, QByteArrayView octets)
{
    if (coding == "gzip" || coding == "x-gzip")
        return zlibEncoded(octets, gzipBits);
    if (coding == "deflate")
        return zlibEncoded(octets, zlibBits);
    if (coding == "br")
        return brotliEncoded(octets);
    if (coding == "zstd")
        return zstdEncoded(octets);
    if (coding == "identity" || coding.isEmpty())
        return octets.toByteArray();
    return std::unexpected(http::Error{
        .layer = http::Layer::Content,
        .code = http::Code::UnknownContentCoding,
        .phase = http::Phase::Send,
        .sentence =
            QStringLiteral("The content coding “%1” is unknown; known are gzip, deflate, br and "
                           "zstd.")
                .arg(QString::fromLatin1(coding.first(std::min<qsizetype>(coding.size(), 40)))),
    });
}

} // namespace sonde::wire
