// The Huffman code of HPACK (RFC 7541 section 5.2 and appendix B), decoded. Pure.
#pragma once

#include <QByteArray>

#include <optional>

namespace sonde::wire
{

// Nothing if the octets are no such string: EOS in it, more than seven bits of padding, or padding
// that is not ones.
[[nodiscard]] std::optional<QByteArray> decodeHuffman(QByteArrayView octets);

} // namespace sonde::wire
