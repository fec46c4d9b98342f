// One response as it is compared with others: everything of it that a protocol could have changed.
// A plain value.
#pragma once

#include "client/call.h"

namespace sonde::lab
{

struct Observation {
    // Of JSON and text up to this size the places that differ are found; of others only whether.
    static constexpr qint64 bodyLimit = 256 * 1024;

    int status = 0;
    http::Headers headers;
    http::Headers trailers;
    std::vector<http::ResponseHead> interim;
    QByteArray contentCodings;
    quint64 decodedOctets = 0;
    QByteArray bodyHash;            // SHA-256 of the decoded body, binary; empty if it is cut
    std::optional<QByteArray> body; // decoded, if it is small enough
    bool proven = true;             // false: the end of the body was the end of the connection
    QList<QByteArray> redirects;    // the URLs that led here
    QByteArray server;              // numeric address and port
    QByteArray certificate;         // SHA-256 of the leaf, binary
    QByteArray tls;                 // "TLSv1.3, TLS_AES_256_GCM_SHA384, X25519"; empty without
};

// Nothing if the call ended without a whole response.
[[nodiscard]] std::optional<Observation> observe(const client::Call &call);

} // namespace sonde::lab
