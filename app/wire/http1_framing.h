// Where the content of a message ends, and whether the connection outlives it: RFC 9112
// sections 6.3 and 9.3, as functions of the head.
#pragma once

#include "wire/http1_fields.h"

namespace sonde::wire
{

struct Http1Framing {
    enum class Kind : quint8 {
        None,   // no content, whatever the fields say
        Length, // `length` octets
        Chunked,
        UntilClose, // responses only
        Tunnel,     // no HTTP any more (RFC 9110 sections 7.8 and 9.3.6)
    } kind = Kind::None;
    quint64 length = 0;
    bool keepAlive = true;

    bool operator==(const Http1Framing &) const = default;
};

// What the request says about the response to it.
struct Http1Expected {
    QByteArray method;
    bool asksUpgrade = false;
};

// The final head of a response, or 101; not the other interim ones, which have no content.
[[nodiscard]] http::Result<Http1Framing> responseFraming(const http::ResponseHead &head,
                                                         const Http1Expected &expected,
                                                         const Http1FramingPlaces &places,
                                                         Http1Notes &notes);
[[nodiscard]] http::Result<Http1Framing>
requestFraming(const RequestHead &head, const Http1FramingPlaces &places, Http1Notes &notes);

// RFC 9112 section 9.3: whether the connection may be used again after a message with these fields.
[[nodiscard]] bool http1KeepsAlive(http::Version version, const http::Headers &headers);

} // namespace sonde::wire
