// The decoded content of a recorded exchange, wherever it lies: in its body, or to be decoded from
// what was kept of the wire. Any thread; reads the spool.
#pragma once

#include "client/call.h"

namespace sonde::interop
{

struct ExchangeContent {
    QByteArray octets;
    quint64 size = 0;  // of all of it
    bool cut = false;  // `octets` is only the beginning
    bool held = false; // it is at hand at all
};

// At most `limit` octets. Errors: of the spool, of decoding.
[[nodiscard]] http::Result<ExchangeContent> decodedContent(const client::Hop &hop, qint64 limit);
[[nodiscard]] http::Result<ExchangeContent> requestContent(const client::Hop &hop, qint64 limit);

// Feeds the decoded content to `use` piece by piece, which returns false to stop. Errors: as above.
[[nodiscard]] http::Result<void> decodeContent(const body::ByteSource &encoded,
                                               const trace::ExchangeState &state,
                                               const std::function<bool(QByteArrayView)> &use);

} // namespace sonde::interop
