// What the parts of the HTTP/1 codec share: the role of a reader, its hard limits, and its place in
// the connection's incoming octets.
#pragma once

#include "http/error.h"

#include <QByteArrayView>

namespace sonde::wire
{

// Which kind of message is read. Responses are read leniently, as browsers do; requests strictly,
// since two readings of one request are how requests are smuggled (RFC 9112 section 11.2).
enum class Http1Role : quint8 { Request, Response };

// Beyond these the peer is broken or hostile; each is explained when hit.
struct Http1Limits {
    // All heads of one message, interim ones included, and its trailers.
    static constexpr qsizetype headOctets = 1024 * 1024;
    // Fields of one head and the trailers that follow it.
    static constexpr qsizetype fields = 1000;
    // A chunk size with its extensions and line end.
    static constexpr qsizetype chunkLine = 16 * 1024;
    // 1xx heads before the final one.
    static constexpr int interimHeads = 100;
};

// Octets not yet read, and where they stand in the connection's incoming stream.
struct Http1Cursor {
    QByteArrayView rest;
    qint64 offset = 0;

    QByteArrayView take(qsizetype octets)
    {
        const QByteArrayView taken = rest.first(octets);
        rest = rest.sliced(octets);
        offset += octets;
        return taken;
    }
};

// An error of the peer, with the place in the incoming stream as detail. MalformedResponse becomes
// ProtocolViolation where requests are read.
[[nodiscard]] http::Error http1Error(Http1Role role, http::Code code, http::Phase phase,
                                     QString sentence, qint64 offset = -1);

// Octets for people: printable ASCII as it is, the rest as \xNN, cut with an ellipsis.
[[nodiscard]] QString http1Quoted(QByteArrayView octets, qsizetype most = 60);
// 1048576 → "1,048,576".
[[nodiscard]] QString http1Counted(quint64 number);

} // namespace sonde::wire
