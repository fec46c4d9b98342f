// A shadow decoder of header blocks that keeps what it decoded by itself, for tests.
#pragma once

#include "wire/hpack_decoder.h"

namespace sonde::testing
{

struct HpackStore {
    trace::HpackHistory kept;
};

class KeepingHpackDecoder : private HpackStore, public wire::HpackDecoder
{
public:
    KeepingHpackDecoder()
        : HpackDecoder(kept)
    {
    }
};

inline QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

} // namespace sonde::testing
