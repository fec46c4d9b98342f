// The streams of one HTTP/2 session that still have an owner: a slab of reused objects and a hash
// from their numbers. Addresses are stable, so that nghttp2 can carry them. Owned by the session.
#pragma once

#include "http/headers.h"
#include "wire/http2_content_queue.h"

#include <QHash>

#include <deque>
#include <optional>
#include <vector>

namespace sonde::wire
{

struct Http2Stream {
    quint32 id = 0;

    // Outgoing
    Http2ContentQueue queue;
    http::Headers sent; // client: fields as they went out, pseudo-fields first
    http::Headers trailers;
    quint64 headStart = 0;     // position of its first octet
    quint64 contentOctets = 0; // sent, without framing
    quint64 contentWire = 0;   // sent, with framing
    int interimQueued = 0;     // server: interim heads that wait to be sent
    bool headSent = false;
    bool hasContent = false;   // nghttp2 asks us for content
    bool contentEnded = false; // the owner has queued its last octet
    bool contentTaken = false; // nghttp2 has taken it
    bool contentBegun = false;
    bool headRequest = false; // server: the response to HEAD has no content
    bool deferred = false;    // nghttp2 waits until we say there is more
    bool wantTold = false;    // ContentWanted was told since the last sendContent()

    // Incoming
    bool begun = false;               // any octet of the peer's message has come
    bool finalHead = false;           // not an interim one
    bool ended = false;               // the peer's message is complete
    std::optional<quint64> announced; // Content-Length
    quint64 received = 0;             // content octets
    quint64 framed = 0;               // payload of DATA frames that have begun
    quint64 untold = 0;               // octets of framing that no event has counted yet
    int findings = 0;
};

class Http2Streams
{
public:
    Http2Stream *add(quint32 id);
    [[nodiscard]] Http2Stream *find(quint32 id) const { return m_open.value(id, nullptr); }
    void remove(Http2Stream *stream);
    [[nodiscard]] int count() const { return int(m_open.size()); }
    // All of them, lowest number first.
    [[nodiscard]] std::vector<Http2Stream *> inOrder() const;

private:
    std::deque<Http2Stream> m_slab;
    std::vector<Http2Stream *> m_free;
    QHash<quint32, Http2Stream *> m_open;
};

} // namespace sonde::wire
