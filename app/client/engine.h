// The door to the engine for window and terminal: owns the network thread (or runs on the caller's,
// for the terminal and tests) and counts live sends.
#pragma once

#include "client/call.h"
#include "client/watcher.h"

namespace sonde::client
{

class Engine
{
public:
    enum class Where : quint8 { OwnThread, CallersThread };
    explicit Engine(Where where);
    ~Engine(); // shuts down if shutdown() has not been called

    // Any thread; returns at once. Errors in the request itself appear in the Call's last exchange.
    [[nodiscard]] std::shared_ptr<Call> start(http::Request request, Options options = {},
                                              std::shared_ptr<BodySink> sink = nullptr);
    // The same for many calls of one policy, of which nothing is copied.
    [[nodiscard]] std::shared_ptr<Call> startWith(std::shared_ptr<const Options> options,
                                                  http::Request request,
                                                  std::shared_ptr<BodySink> sink = nullptr);
    // Closes the connections of an isolated group. Any thread.
    void disconnect(quint32 group);
    // Cancels all, closes all, waits until no frame is alive.
    void shutdown();
    [[nodiscard]] int liveCalls() const;
    [[nodiscard]] std::vector<trace::ConnectionState> connections() const;

    using Standings = std::vector<net::Pool::Standing>;
    // How the connections stand. Any thread, returns at once; `take` is called on the network
    // thread and must only post. An engine that closes does not call it.
    void askStandings(std::function<void(Standings)> take) const;
    // Ends a connection, or all there are now: a multiplexed one says GOAWAY. Requests on it end as
    // cancelled. Any thread.
    void closeConnection(trace::ConnectionId connection);
    void closeConnections();

private:
    struct Impl;
    void withPool(std::function<void(net::Pool &)> action) const;

    std::unique_ptr<Impl> m_impl;
};

} // namespace sonde::client
