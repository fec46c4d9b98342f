// What came in and what is to go out, as values: an endpoint is a function from one to the other
// and knows no socket.
#pragma once

#include "wire/session.h"

#include <chrono>
#include <functional>

namespace sonde::playground
{

using std::chrono::milliseconds;

// Of the connection a request came on.
struct ConnectionFacts {
    quint64 number = 0;    // 1, 2, 3 … since the playground started
    QByteArray tlsVersion; // "TLSv1.3"; empty: cleartext
    QByteArray cipher;
    QByteArray alpn;
};

// A request that has come in whole.
struct Received {
    QByteArray method;
    QByteArray scheme;
    QByteArray authority;
    QByteArray path;  // as sent
    QByteArray query; // as sent, without the question mark
    http::Version version = http::Version::Http11;
    http::Headers headers;
    http::Headers trailers;
    QByteArray body; // kept for the endpoints that show it, else empty
    quint64 bodyOctets = 0;
    QByteArray bodySha256;     // hexadecimal
    quint64 requestNumber = 0; // on this connection
    ConnectionFacts connection;

    [[nodiscard]] QByteArray url() const;
    // The first value of a query parameter, decoded.
    [[nodiscard]] std::optional<QByteArray> parameter(QByteArrayView name) const;
};

// The next content octets, at most 64 KiB of them, and how long to wait after them.
struct Piece {
    QByteArray octets;
    milliseconds pause{0};
    bool isLast = false;
};
using Source = std::function<Piece()>;

enum class Ending : quint8 {
    Whole,   // as HTTP has it
    Reset,   // the stream or connection is torn down after the content
    Silence, // nothing follows: the client waits until it gives up
};

struct Plan {
    std::vector<http::ResponseHead> interim;
    milliseconds delay{0}; // before the final head, after interim ones
    bool hasHead = true;   // false: silence at once
    http::ResponseHead head{.status = 200};
    wire::ContentLength length; // None: no content, and `source` is not asked
    Source source;
    http::Headers trailers;
    Ending ending = Ending::Whole;
};

} // namespace sonde::playground
