// A block that both decoders take is the same fields to nghttp2 and to ours, and the table keeps to
// its limit.
#include "tests/fuzz/fuzz.h"
#include "wire/hpack_decoder.h"

#include <nghttp2/nghttp2.h>

using namespace sonde;

namespace
{

// Nothing if nghttp2 refuses it.
std::optional<http::Headers> inflate(nghttp2_hd_inflater *inflater, QByteArrayView block)
{
    http::Headers headers;
    auto *at = reinterpret_cast<const uint8_t *>(block.data());
    auto left = size_t(block.size());
    while (true) {
        nghttp2_nv field;
        int flags = 0;
        const auto used = nghttp2_hd_inflate_hd2(inflater, &field, &flags, at, left, 1);
        if (used < 0)
            return std::nullopt;
        at += used;
        left -= size_t(used);
        if ((flags & NGHTTP2_HD_INFLATE_EMIT) != 0)
            headers.append(
                QByteArray(reinterpret_cast<char *>(field.name), qsizetype(field.namelen)),
                QByteArray(reinterpret_cast<char *>(field.value), qsizetype(field.valuelen)));
        if ((flags & NGHTTP2_HD_INFLATE_FINAL) != 0)
            break;
        if (left == 0 && (flags & NGHTTP2_HD_INFLATE_EMIT) == 0)
            break;
    }
    nghttp2_hd_inflate_end_headers(inflater);
    return headers;
}

bool isSame(const http::Headers &a, const http::Headers &b)
{
    return std::ranges::equal(a, b, [](const http::Field &one, const http::Field &other) {
        return one.name == other.name && one.value == other.value;
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2 || size > 16 * 1024)
        return 0;
    auto rest = fuzz::octets(data, size);
    trace::HpackHistory history;
    wire::HpackDecoder decoder(history);
    nghttp2_hd_inflater *inflater = nullptr;
    INVARIANT(nghttp2_hd_inflate_new(&inflater) == 0);
    for (quint64 number = 0; !rest.isEmpty(); ++number) {
        const auto block =
            rest.sliced(1, std::min<qsizetype>(4 * quint8(rest.front()), rest.size() - 1));
        rest = rest.sliced(1 + block.size());
        const auto ours = decoder.decode(block, number);
        const auto theirs = inflate(inflater, block);
        INVARIANT(ours.after.size <= ours.after.limit);
        if (ours.verdict.isViolation() || !theirs)
            break;
        INVARIANT(ours.fieldsLeftOut > 0 || isSame(ours.headers(), *theirs));
    }
    nghttp2_hd_inflate_del(inflater);
    return 0;
}
