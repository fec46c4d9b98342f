// Moves a request's content from its source to the stream as room appears: at most 64 KiB are
// queued anywhere. Owned by the driver of its exchange; network thread.
#pragma once

#include "body/byte_store.h"
#include "client/content_source.h"
#include "net/connection.h"

namespace sonde::client
{

class Upload
{
public:
    // `source` may be null: no content. `kept` may be: what is sent is not kept. All outlive this.
    Upload(net::Connection &connection, ContentSource *source, wire::ContentLength planned,
           body::ByteStore *kept = nullptr);
    ~Upload() { stop(); }
    Upload(const Upload &) = delete;
    Upload &operator=(const Upload &) = delete;

    [[nodiscard]] bool hasContent() const;
    // `goOn` is called when a source that had nothing has more.
    void start(wire::StreamId stream, std::function<void()> goOn);
    [[nodiscard]] bool isStarted() const { return m_started; }
    // Fills the room that there is. Errors of the source; ConflictingOptions if it holds more or
    // less than the head says.
    [[nodiscard]] http::Result<void> pump();
    // All of it has been handed to the connection.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] quint64 octets() const { return m_octets; }
    void stop();

private:
    [[nodiscard]] http::Result<void> checkLength(bool atEnd) const;

    net::Connection &m_connection;
    ContentSource *const m_source;
    body::ByteStore *const m_kept;
    const wire::ContentLength m_planned;
    wire::StreamId m_stream{};
    quint64 m_octets = 0;
    bool m_started = false;
    bool m_complete = false;
};

} // namespace sonde::client
