// Turns nghttp2's shared buffers into QByteArrays, once for those that come again and again through
// the HPACK tables: thousands of responses then share one copy of "server: nginx". Owned by the
// session.
#pragma once

#include <QByteArray>

#include <nghttp2/nghttp2.h>

#include <array>

namespace sonde::wire
{

class Http2FieldCache
{
public:
    Http2FieldCache() = default;
    ~Http2FieldCache();
    Q_DISABLE_COPY_MOVE(Http2FieldCache)

    [[nodiscard]] QByteArray octets(nghttp2_rcbuf *buffer);

private:
    // Holding a reference keeps the address from being used for another buffer.
    struct Slot {
        nghttp2_rcbuf *buffer = nullptr;
        QByteArray octets;
    };
    std::array<Slot, 128> m_slots;
};

} // namespace sonde::wire
