// What went wrong in TLS, in words: OpenSSL's error queue and alerts turned into one Error. No I/O.
#pragma once

#include "http/error.h"

#include <QList>

namespace sonde::net
{

// All the reasons in this thread's OpenSSL queue, oldest first, one a line; the queue is empty
// after it.
[[nodiscard]] QString takeOpenSslWords();

struct TlsFailure {
    QByteArray host;
    QByteArray firstOctets; // the first the server sent, as many as there are up to a line
    QList<QByteArray> alpnOffered;
    bool asksClientCertificate = false;
    bool hasClientCertificate = false;
    bool established = false; // the handshake was over
};

// Reads and empties this thread's OpenSSL queue.
[[nodiscard]] http::Error tlsError(const TlsFailure &failure);
// The server ended the connection during the handshake. `number` is errno, 0 for an orderly end.
[[nodiscard]] http::Error tlsEndError(const TlsFailure &failure, int number);

} // namespace sonde::net
