// OpenSSL's own start, trust and keys take milliseconds to read. A worker does it while we look up
// and connect, so that the handshake follows at once and its span holds nothing else. Network
// thread.
#pragma once

#include "net/cancel.h"
#include "net/tls_context.h"
#include "net/worker.h"

#include <qcoro/qcorotask.h>

namespace sonde::net
{

class TlsPreparation
{
public:
    // Begins, unless everything is there already.
    explicit TlsPreparation(const TlsPolicy &policy);

    // Errors: those of TlsContext, once; Cancelled, phase TlsHandshake.
    [[nodiscard]] static QCoro::Task<http::Result<void>> ended(std::shared_ptr<TlsPreparation> self,
                                                               CancelToken token);

private:
    std::optional<Job<http::Result<void>>> m_job; // nothing: there is nothing to wait for
};

} // namespace sonde::net
