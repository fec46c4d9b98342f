// One way from a route to an open connection, and what was recorded of it.
#pragma once

#include "net/connector.h"
#include "tests/support/await.h"
#include "tests/support/test_certificates.h"

namespace sonde::testing
{

struct Attempted {
    http::Result<net::Opened> result = std::unexpected(http::Error{});
    std::shared_ptr<trace::Connection> trace;

    [[nodiscard]] bool has(trace::What what) const
    {
        return trace::firstOf(trace->state().events, what).has_value();
    }
    [[nodiscard]] const http::Error &error() const { return result.error(); }
};

inline std::shared_ptr<trace::Connection> traceFor(const net::Route &route)
{
    return std::make_shared<trace::Connection>(trace::ExchangeId(1), route.origin);
}

inline Attempted attempt(const net::Route &route,
                         std::shared_ptr<net::TlsSessions> sessions = nullptr)
{
    Attempted attempted;
    attempted.trace = traceFor(route);
    attempted.result = await(net::openConnection(route, attempted.trace, std::move(sessions), {}));
    return attempted;
}

inline void closeAll(const Attempted &attempted)
{
    if (attempted.result)
        attempted.result->connection->close(QStringLiteral("test over"), {});
}

inline net::Route plainRoute(quint16 port)
{
    return {.origin = {"http", "127.0.0.1", port}};
}

inline net::Route tlsRoute(quint16 port, http::VersionPolicy version = http::VersionPolicy::Auto)
{
    return {.origin = {"https", "localhost", port},
            .version = version,
            .tls = {.caFile = testAuthorityFile()}};
}

} // namespace sonde::testing
