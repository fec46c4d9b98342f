// Octets as a body holds them, for tests of what shows bodies.
#pragma once

#include "body/byte_store.h"

namespace sonde::test
{

inline std::shared_ptr<body::ByteStore> storeOf(const QByteArray &octets, bool finish = true)
{
    auto store = std::make_shared<body::ByteStore>();
    if (!store->append(octets))
        qFatal("append");
    if (finish)
        store->finish();
    return store;
}

} // namespace sonde::test
