#include "net/pool_key.h"

#include "http/headers.h"

namespace sonde::net
{

PoolKey PoolKey::of(const Route &route)
{
    PoolKey key{.origin = route.origin,
                .version = route.version,
                .pinnedBy = route.pinnedBy,
                .proxy = route.proxy,
                .family = route.family,
                .isolation = route.isolation};
    // Trust and client certificates mean nothing in the clear.
    if (route.origin.isTls())
        key.tls = route.tls;
    const auto &host = route.proxy ? route.proxy->host : route.origin.host;
    const auto port = route.proxy ? route.proxy->port : route.origin.port;
    for (const auto &override : route.overrides) {
        if (override.port == port && http::sameName(override.host, host))
            key.overrides.append(override);
    }
    return key;
}

size_t PoolKeyHash::operator()(const PoolKey &key) const noexcept
{
    // Origin and version tell nearly all keys apart; equality settles the rest.
    return qHash(key.origin, size_t(key.version) + 16 * size_t(key.isolation.set));
}

} // namespace sonde::net
