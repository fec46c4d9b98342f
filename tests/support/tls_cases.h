// Every way in which a TLS handshake is refused, and what has to be said of it: one table for the
// terminal and for the window.
#pragma once

#include "tests/support/server_tls.h"

namespace sonde::testing
{

struct TlsCase {
    const char *name;
    ServerTls server;
    QByteArray host = "localhost"; // in the URL
    const char *code;              // http::name() of it
    int exitCode = 60;             // of the terminal, as curl's
    // The certificate that is at fault, counted from the leaf; -1: none is, or nobody knows.
    int depth = 0;
    // The one in what the server sent that carries the sentence; -1: none.
    int marked = 0;
    QString sentence; // pattern, for the whole of it
};

[[nodiscard]] std::vector<TlsCase> tlsCases();

} // namespace sonde::testing
