// A call while it runs: what its frame needs besides the Call that everybody sees. Owned by that
// frame; network thread.
#pragma once

#include "client/call.h"
#include "client/connections.h"
#include "client/stop_signal.h"

namespace sonde::client
{

struct LiveCall {
    std::shared_ptr<Call> call; // with its first hop
    std::shared_ptr<const Options> options;
    std::shared_ptr<BodySink> sink; // may be null
    std::shared_ptr<Connections> connections;
    StopSignal stop;
    // The frame is about to end: whoever counts frames, counts one less.
    std::function<void()> over;
    size_t place = 0; // for whoever counts them
};

// Tells the story of one call to its end: connection, exchange, redirect or retry, the next
// exchange.
QCoro::Task<> drive(std::shared_ptr<LiveCall> live);

} // namespace sonde::client
