// One call into one file, in the form that is asked for. The file is replaced as a whole or left as
// it was, and nobody but its owner can read it. Any thread; reads the spool.
#pragma once

#include "client/call.h"
#include "interop/outgoing_request.h"

namespace sonde::interop
{

enum class CallForm : quint8 {
    Bundle,  // all there is, to be opened again
    Archive, // HAR 1.2
    Capture, // pcapng
    Keys,    // NSS key log: nothing but secrets
};

// Errors: FileUnwritable; of the spool. Keys: `secrets` is not looked at; an error if there are
// none.
[[nodiscard]] http::Result<void> writeCall(const QString &path, CallForm form,
                                           const std::vector<client::Hop> &hops,
                                           ExportSecrets secrets);

// The keys of all TLS connections of the hops; empty if there are none.
[[nodiscard]] QByteArray keyLogOf(const std::vector<client::Hop> &hops);

} // namespace sonde::interop
