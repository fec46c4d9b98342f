#include "wire/hpack_huffman.h"

#include <array>

namespace sonde::wire
{
namespace
{

// RFC 7541 appendix B: bits of the code of each octet and, last, of EOS. The code is canonical, so
// its lengths are the whole of it: codes of one length are consecutive, in the order of the
// symbols.
constexpr int symbols = 257;
constexpr int endOfString = 256;
constexpr int shortest = 5;
constexpr int longest = 30;
constexpr std::array<quint8, symbols> lengths{
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 6,  10, 10, 12, 13, 6,  8,  11, 10, 10, 8,  11, 8,  6,  6,  6,
    5,  5,  5,  6,  6,  6,  6,  6,  6,  6,  7,  8,  15, 6,  12, 10, 13, 6,  7,  7,  7,  7,  7,  7,
    7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  8,  7,  8,  13, 19, 13, 14, 6,
    15, 5,  6,  5,  6,  5,  6,  6,  6,  5,  7,  7,  6,  6,  6,  5,  6,  7,  6,  5,  5,  6,  7,  7,
    7,  7,  7,  15, 11, 14, 13, 28, 20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
    24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24, 22, 21, 20, 22, 22, 23, 23, 21,
    23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
    26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24,
    21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
    26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
};

struct Code {
    // For each length: the codes below `limit` (as the high bits of 32) have at most that length.
    std::array<quint64, longest + 1> limit{};
    std::array<quint32, longest + 1> first{};      // the first code of that length
    std::array<quint16, longest + 1> firstPlace{}; // its place in `sorted`
    std::array<quint16, symbols> sorted{};         // by length, then by number
};

constexpr Code makeCode()
{
    Code code;
    quint32 next = 0;
    quint16 place = 0;
    for (int length = 1; length <= longest; ++length) {
        next <<= 1;
        code.first[size_t(length)] = next;
        code.firstPlace[size_t(length)] = place;
        for (int symbol = 0; symbol < symbols; ++symbol) {
            if (lengths[size_t(symbol)] != length)
                continue;
            code.sorted[place++] = quint16(symbol);
            ++next;
        }
        code.limit[size_t(length)] = quint64(next) << (32 - length);
    }
    return code;
}

constexpr Code code = makeCode();
static_assert(code.limit[longest] == quint64(1) << 32, "the code is complete");

} // namespace

std::optional<QByteArray> decodeHuffman(QByteArrayView octets)
{
    QByteArray result;
    result.reserve(octets.size() * 8 / shortest);
    quint64 bits = 0; // the next ones, in the low `held` bits
    int held = 0;
    qsizetype at = 0;
    for (;;) {
        while (held <= 32 && at < octets.size()) {
            bits = bits << 8 | quint8(octets[at++]);
            held += 8;
        }
        // Behind the end stand ones, as padding should be: they never complete a code but EOS.
        const quint64 window =
            held >= 32 ? bits >> (held - 32) & 0xffffffff
                       : ((bits << (32 - held)) | ((quint64(1) << (32 - held)) - 1)) & 0xffffffff;
        int length = shortest;
        while (length < longest && window >= code.limit[size_t(length)])
            ++length;
        if (length > held)
            break; // what is left is padding
        const auto symbol =
            code.sorted[code.firstPlace[size_t(length)] +
                        (quint32(window >> (32 - length)) - code.first[size_t(length)])];
        if (symbol == endOfString)
            return std::nullopt;
        result.append(char(symbol));
        held -= length;
    }
    const quint64 padding = bits & ((quint64(1) << held) - 1);
    if (held > 7 || padding != (quint64(1) << held) - 1)
        return std::nullopt;
    return result;
}

} // namespace sonde::wire
