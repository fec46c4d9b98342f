// One open connection: socket → TLS → session → stream owners, and back. Lives on the thread it was
// made on.
#pragma once

#include "net/route.h"
#include "net/stream_owner.h"

#include <memory>

namespace sonde::net
{

class Connection
{
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual std::shared_ptr<trace::Connection> trace() const = 0;
    [[nodiscard]] virtual http::Version version() const = 0;
    // True for an HTTP/1 connection to a proxy that wants the absolute-form (RFC 9112
    // section 3.2.2).
    [[nodiscard]] virtual bool wantsAbsoluteForm() const = 0;

    // Starts a request; `owner` hears of it until ended() or failed() or release().
    [[nodiscard]] virtual http::Result<wire::StreamId>
    open(wire::RequestHead head, wire::ContentLength content, StreamOwner *owner) = 0;
    // Of a stream just opened, once.
    [[nodiscard]] virtual http::Headers takeSentFields(wire::StreamId stream) = 0;
    [[nodiscard]] virtual qsizetype contentRoom(wire::StreamId stream) const = 0;
    virtual void sendContent(wire::StreamId stream, QByteArray octets) = 0;
    virtual void endContent(wire::StreamId stream) = 0;
    virtual void consume(wire::StreamId stream, qint64 octets) = 0;
    // The owner loses interest (cancel, timeout, error of its own): resets the stream, calls
    // nothing more.
    virtual void release(wire::StreamId stream) = 0;
};

} // namespace sonde::net
