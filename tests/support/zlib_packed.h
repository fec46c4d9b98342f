// Content that a server would send coded: what zlib makes of octets, in one piece.
#pragma once

#include <QByteArray>

#include <zlib.h>

namespace sonde::testing
{

// windowBits as zlib has it: 15 is the zlib format, -15 bare deflate, 15 + 16 gzip.
inline QByteArray zlibPacked(const QByteArray &octets, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("deflateInit2");
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(octets.size()))) + 64,
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(octets.data()));
    stream.avail_in = uInt(octets.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("deflate");
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

inline QByteArray gzipped(const QByteArray &octets)
{
    return zlibPacked(octets, 15 + 16);
}

} // namespace sonde::testing
