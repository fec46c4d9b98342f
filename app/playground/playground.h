// The built-in server on 127.0.0.1 that makes the sample collection work without a network:
// HTTP/1.1 and HTTP/2, in cleartext and over TLS, in a thread of its own. Used by one thread at a
// time.
#pragma once

#include "http/target.h"

#include <memory>

namespace sonde::playground
{

struct Setup {
    QString folder;       // of the certificate; empty: $XDG_DATA_HOME/sonde/playground
    quint16 httpPort = 0; // 0: any that is free
    quint16 httpsPort = 0;
};

class Playground
{
public:
    explicit Playground(Setup setup = {});
    ~Playground(); // stops
    Playground(const Playground &) = delete;
    Playground &operator=(const Playground &) = delete;

    // Returns when both ports listen. Errors: a port that is taken, a certificate that cannot be
    // made.
    [[nodiscard]] http::Result<void> start();
    // Cuts all connections; returns when the thread has ended. May be started again.
    void stop();
    [[nodiscard]] bool isRunning() const;

    // While it runs; empty else. Without a slash at the end: the values of {{http}} and {{https}}.
    [[nodiscard]] QByteArray httpUrl() const;  // HTTP/1.1, and HTTP/2 with prior knowledge
    [[nodiscard]] QByteArray httpsUrl() const; // ALPN: h2, http/1.1
    // The origin for which certificateDer() is to be pinned, and for which alone.
    [[nodiscard]] http::Origin httpsOrigin() const;
    [[nodiscard]] QByteArray certificateDer() const;
    [[nodiscard]] QByteArray certificatePem() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sonde::playground
