// Puts a content coding on octets in memory, in one go: for the playground server and for tests.
#pragma once

#include "http/error.h"

namespace sonde::wire
{

// gzip, x-gzip, deflate (zlib), br, zstd, identity. Error: UnknownContentCoding.
[[nodiscard]] http::Result<QByteArray> encodeContent(QByteArrayView coding, QByteArrayView octets);

} // namespace sonde::wire
