// Connections as a packet capture (pcapng) for Wireshark: what went through TLS as it was inside,
// in TCP segments that Sonde makes up around it, at the times of reading and writing. The file says
// so. Any thread; reads the spool.
#pragma once

#include "client/call.h"
#include "interop/outgoing_request.h"

#include <QIODevice>

namespace sonde::interop
{

// All connections that the hops used. Masked: secrets are overwritten with as many octets. Errors:
// of the spool; FileUnwritable.
[[nodiscard]] http::Result<void> writeCapture(QIODevice &to, const std::vector<client::Hop> &hops,
                                              ExportSecrets secrets);

} // namespace sonde::interop
