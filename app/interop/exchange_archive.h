// Exchanges as an HTTP archive 1.2 (HAR): what it has a place for in its places, the rest in
// members that begin with an underscore. Any thread; reads the spool.
#pragma once

#include "client/call.h"
#include "interop/outgoing_request.h"

#include <QJsonObject>

namespace sonde::interop
{

// One entry per hop. Masked: credentials, cookies and key-like parameters are, and the archive says
// so and which. Content beyond 16 MiB, or that was not kept, is left out with a comment.
[[nodiscard]] QJsonObject archiveOf(const std::vector<client::Hop> &hops, ExportSecrets secrets);

} // namespace sonde::interop
