// One request and its response, live: written by the network thread, read by any. Every pane,
// export and number is computed from its state; nothing else records anything.
#pragma once

#include "http/request.h"
#include "trace/connection.h"
#include "trace/finding.h"

namespace sonde::trace
{

// Why an exchange exists.
enum class Origin : quint8 { User, Redirect, Retry };

// How it ended.
enum class End : quint8 {
    Open,          // it has not
    EndStream,     // HTTP/2 END_STREAM
    ContentLength, // HTTP/1, the announced octets
    LastChunk,     // HTTP/1 chunked
    NoContent,     // HEAD, 204, 304
    Close,         // the server closed: nothing proves that the body is whole
    Failed,
    Cancelled,
};

// Octets, on the wire and off it.
struct Sizes {
    quint64 requestHeadWire = 0;  // HTTP/1 text or HTTP/2 frames, frame headers included
    quint64 requestContent = 0;   // content octets, before chunked framing or DATA frames
    quint64 requestBodyWire = 0;  // with that framing
    quint64 responseHeadWire = 0; // final head; interim heads not included
    quint64 responseBodyWire = 0;
    quint64 responseEncoded = 0; // content octets as received, content coding still on
    quint64 responseDecoded = 0; // after content decoding

    bool operator==(const Sizes &) const = default;
};

// One arrival of content octets.
struct Chunk {
    Stamp at;
    quint64 offset = 0; // in the encoded content
    quint32 length = 0;
    quint64 decodedTo = 0; // octets of the decoded content there were after it

    bool operator==(const Chunk &) const = default;
};

// Content that has arrived and was passed on, for recording it in one go.
struct Arrival {
    Stamp at;
    bool first = false;     // of the content: BodyStarted
    quint32 length = 0;     // octets of content, still encoded
    quint64 wireOctets = 0; // with their framing
    quint64 decodedTo = 0;  // as in Chunk
};

// Everything known of an exchange at one moment: a plain value, small however large the body is.
struct ExchangeState {
    ExchangeId id{};
    std::optional<ExchangeId> parent;
    Origin origin = Origin::User;
    http::Request request;     // as planned; of an Exchange it is never changed
    http::Headers sentHeaders; // as sent, with what the client added; HTTP/2 pseudo-fields first
    std::vector<Event> events;
    std::vector<http::ResponseHead> interim;
    std::optional<http::ResponseHead> response;
    http::Headers trailers;
    std::vector<Finding> findings;
    Sizes sizes;
    QByteArray contentCodings; // "gzip, br", outermost last; empty for identity
    std::shared_ptr<const Connection> connection;
    bool connectionReused = false;
    bool ownConnection = false; // asked for: made for this request alone, closed after it
    quint32 streamId = 0;       // HTTP/2; 0 otherwise
    End end = End::Open;
    std::optional<http::Error> error;

    [[nodiscard]] bool isOver() const { return end != End::Open; }
};

class Exchange
{
public:
    explicit Exchange(http::Request request, Origin origin = Origin::User,
                      std::optional<ExchangeId> parent = std::nullopt);

    [[nodiscard]] ExchangeId id() const { return m_id; }
    // As planned. Never changes, so that any thread reads it without a lock.
    [[nodiscard]] const http::Request &request() const { return m_state.request; }
    [[nodiscard]] ExchangeState state() const;
    // Arrivals from index `from` on. Bounded: past 65,536 neighbours are merged pairwise, which
    // generation() tells.
    [[nodiscard]] std::vector<Chunk> chunks(size_t from = 0) const;
    [[nodiscard]] int chunkGeneration() const;

    void record(What what, Stamp at = now(), quint64 value = 0);
    void recordArrival(const Arrival &arrival);
    void recordChunk(Stamp at, quint32 length);
    // Octets of decoded content there are with the newest chunk; as many as arrived until told.
    void noteDecoded(quint64 octets);
    template <typename Change>
    void update(Change change)
    {
        const std::scoped_lock lock(m_mutex);
        change(m_state);
    }

private:
    void addChunk(Stamp at, quint32 length, quint64 decodedTo);

    const ExchangeId m_id;
    mutable std::mutex m_mutex;
    ExchangeState m_state;
    std::vector<Chunk> m_chunks;
    int m_chunkGeneration = 0;
};

[[nodiscard]] QByteArrayView name(End end);

} // namespace sonde::trace
