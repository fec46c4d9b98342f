#include "wire/http2_field_cache.h"

namespace sonde::wire
{

namespace
{

// Longer ones are rarely repeated, and a peer must not be able to make us keep megabytes.
constexpr size_t longestCached = 512;

} // namespace

Http2FieldCache::~Http2FieldCache()
{
    for (const Slot &slot : m_slots) {
        if (slot.buffer)
            nghttp2_rcbuf_decref(slot.buffer);
    }
}

QByteArray Http2FieldCache::octets(nghttp2_rcbuf *buffer)
{
    const auto address = quintptr(buffer);
    Slot &slot = m_slots[((address >> 4) ^ (address >> 11)) % m_slots.size()];
    if (slot.buffer == buffer)
        return slot.octets;
    const nghttp2_vec vector = nghttp2_rcbuf_get_buf(buffer);
    QByteArray octets(reinterpret_cast<const char *>(vector.base), qsizetype(vector.len));
    if (vector.len <= longestCached) {
        nghttp2_rcbuf_incref(buffer);
        if (slot.buffer)
            nghttp2_rcbuf_decref(slot.buffer);
        slot = {.buffer = buffer, .octets = octets};
    }
    return octets;
}

} // namespace sonde::wire
