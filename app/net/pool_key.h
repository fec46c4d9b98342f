// What two requests must have in common to share a connection. A plain value.
#pragma once

#include "net/route.h"

namespace sonde::net
{

struct PoolKey {
    http::Origin origin;
    // Each pin has its own connections, Auto too: a connection then always tells the true reason
    // for its version.
    http::VersionPolicy version = http::VersionPolicy::Auto;
    PinnedBy pinnedBy = PinnedBy::Request;
    TlsPolicy tls;
    std::optional<Proxy> proxy;
    QList<AddressOverride> overrides; // those that bear on this route
    AddressFamily family = AddressFamily::Any;
    Isolation isolation;

    [[nodiscard]] static PoolKey of(const RouteView &route);
    [[nodiscard]] static PoolKey of(const Route &route) { return of(route.view()); }
    bool operator==(const PoolKey &) const = default;
    // Equal to of(route), without making it.
    bool operator==(const RouteView &route) const;
};

// Transparent, so that a map of keys is searched by a route.
struct PoolKeyHash {
    using is_transparent = void;
    size_t operator()(const PoolKey &key) const noexcept;
    size_t operator()(const RouteView &route) const noexcept;
};

} // namespace sonde::net
