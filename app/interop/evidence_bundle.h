// The evidence bundle `.sonde`: a whole call in one file, to be opened again elsewhere with every
// view working. One CBOR array (RFC 8949) of byte strings: Qt reads and writes it, any
// other language too, it streams, and nothing in it is compressed, so that no file is larger than
// it looks. Any thread; reads and writes the spool.
#pragma once

#include "client/call.h"
#include "interop/outgoing_request.h"
#include "interop/redaction.h"

#include <QIODevice>

namespace sonde::interop
{

// What of a connection goes in. Own: in HTTP/1 nothing that was over before the first of the hops
// was sent, so that calls which share a connection do not hold each other; its place is kept, and
// every offset. HTTP/2 goes in whole: its compression of headers stands on all that went before.
enum class BundleScope : quint8 { Whole, Own };
// Masked: credentials, cookies, keys and `values` are overwritten, in the octets of the connections
// too.
// Errors: of the spool; FileUnwritable.
[[nodiscard]] http::Result<void> writeBundle(QIODevice &to, const std::vector<client::Hop> &hops,
                                             ExportSecrets secrets, const SecretValues &values = {},
                                             BundleScope scope = BundleScope::Whole);

struct Bundle {
    std::shared_ptr<client::Call> call;             // over
    QString made;                                   // when, ISO 8601
    QList<std::pair<QString, QString>> environment; // of the Sonde that made it
    bool redacted = false;
    QStringList masked; // names of what is masked
};
// Errors: MalformedResponse with a sentence that says what is wrong and where; of the spool.
// `spoolFolder` as for body::ByteStore.
[[nodiscard]] http::Result<Bundle> readBundle(QIODevice &from, const QString &spoolFolder = {});

// The file begins like a bundle.
[[nodiscard]] bool isBundle(QByteArrayView beginning);

} // namespace sonde::interop
