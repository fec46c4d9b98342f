#include "net/pool_key.h"

#include "http/headers.h"

#include <algorithm>
#include <ranges>

namespace sonde::net
{

namespace
{

// The overrides that bear on a route.
auto bearing(const RouteView &route)
{
    const auto &host = route.proxy ? route.proxy->host : route.origin.host;
    const auto port = route.proxy ? route.proxy->port : route.origin.port;
    return std::views::filter(route.overrides, [&host, port](const AddressOverride &override) {
        return override.port == port && http::sameName(override.host, host);
    });
}

// Host, port and version tell nearly all keys apart; equality settles the rest.
size_t hashOf(const http::Origin &origin, http::VersionPolicy version, const Isolation &isolation)
{
    return qHash(origin.host, size_t(version) + 16 * size_t(isolation.set)) + origin.port;
}

} // namespace

Route RouteView::copy() const
{
    return {.origin = origin,
            .version = version,
            .pinnedBy = pinnedBy,
            .tls = tls,
            .proxy = proxy,
            .overrides = overrides,
            .family = family,
            .isolation = isolation,
            .connectTimeout = connectTimeout};
}

RouteView Route::view() const
{
    return {origin, version, pinnedBy, tls, proxy, overrides, family, isolation, connectTimeout};
}

PoolKey PoolKey::of(const RouteView &route)
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
    for (const auto &override : bearing(route))
        key.overrides.append(override);
    return key;
}

bool PoolKey::operator==(const RouteView &route) const
{
    return version == route.version && pinnedBy == route.pinnedBy && family == route.family &&
           isolation == route.isolation && origin == route.origin && proxy == route.proxy &&
           (!route.origin.isTls() || tls == route.tls) &&
           std::ranges::equal(overrides, bearing(route));
}

size_t PoolKeyHash::operator()(const PoolKey &key) const noexcept
{
    return hashOf(key.origin, key.version, key.isolation);
}

size_t PoolKeyHash::operator()(const RouteView &route) const noexcept
{
    return hashOf(route.origin, route.version, route.isolation);
}

} // namespace sonde::net
