// What the tests of open connections share: ways to get one, and a check that none is left.
#pragma once

#include "net/connector.h"
#include "tests/support/await.h"
#include "tests/support/http2_service.h"
#include "tests/support/recording_owner.h"
#include "tests/support/scripted_server.h"

namespace sonde::testing
{

class Connections
{
public:
    std::shared_ptr<net::OpenConnection> connectTo(quint16 port, http::VersionPolicy version,
                                                   const QByteArray &scheme)
    {
        net::Route route{.origin = {scheme, "localhost", port}, .version = version};
        if (scheme == "https")
            route.tls.caFile = testAuthorityFile();
        route.family = net::AddressFamily::IPv4;
        auto trace = std::make_shared<trace::Connection>(trace::ExchangeId(1), route.origin);
        auto opened = await(net::openConnection(route, trace, nullptr, {}));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        m_made.push_back(opened->connection);
        return opened->connection;
    }
    std::shared_ptr<net::OpenConnection> plain(const ScriptedServer &server)
    {
        return connectTo(server.port(), http::VersionPolicy::Http11, "http");
    }
    std::shared_ptr<net::OpenConnection> h2c(const ScriptedServer &server)
    {
        return connectTo(server.port(), http::VersionPolicy::H2c, "http");
    }
    std::shared_ptr<net::OpenConnection> tls(const ScriptedServer &server)
    {
        return connectTo(server.port(), http::VersionPolicy::Auto, "https");
    }

    // Nothing may keep a connection alive behind its users' backs.
    [[nodiscard]] bool areGone()
    {
        const auto made = std::exchange(m_made, {});
        return std::ranges::all_of(made,
                                   [](const auto &connection) { return connection.expired(); });
    }

private:
    std::vector<std::weak_ptr<net::OpenConnection>> m_made;
};

// One exchange to its end; false if there is none.
[[nodiscard]] inline bool runOn(RecordingOwner &owner,
                                const std::shared_ptr<net::OpenConnection> &connection)
{
    return owner.openOn(connection, getHead("localhost")) &&
           spinUntil([&] { return owner.isOver(); });
}

inline void finish(std::shared_ptr<net::OpenConnection> &connection)
{
    connection->close(QStringLiteral("test over"), {});
    connection.reset();
}

} // namespace sonde::testing
