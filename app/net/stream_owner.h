// Who a stream belongs to: what the connection tells the one that opened it. Called on the network
// thread, after the protocol library has returned; an owner may call back into the connection.
#pragma once

#include "wire/session.h"

namespace sonde::net
{

class StreamOwner
{
public:
    virtual ~StreamOwner() = default;

    virtual void headStarted(trace::Stamp at) = 0;
    virtual void headReceived(wire::ResponseHeadReceived event) = 0; // interim and final
    // Must lead to Connection::consume() of as many octets, now or later: that is back-pressure.
    virtual void contentReceived(const wire::ContentReceived &event) = 0;
    virtual void trailersReceived(wire::TrailersReceived event) = 0;
    virtual void findingNoticed(const trace::Finding &finding) = 0;
    virtual void sent(const wire::SentMark &mark, trace::Stamp at) = 0;
    virtual void contentWanted() = 0;
    // Exactly one of these two, last.
    virtual void ended(trace::Stamp at, trace::End how) = 0;
    virtual void failed(trace::Stamp at, const http::Error &error) = 0;
};

} // namespace sonde::net
