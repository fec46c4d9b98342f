// The content of a hop as it stood on the wire, for exports: held once, by whatever holds it
// already, and kept apart only where nothing else does. Written on the network thread, read by any.
#pragma once

#include "body/byte_store.h"
#include "client/options.h"

namespace sonde::client
{

struct Hop;

struct KeptContent {
    explicit KeptContent(const QString &spoolFolder, Keep what = Keep::WireContent)
        : received(spoolFolder)
        , sent(spoolFolder)
        , keep(what)
    {
    }

    // Content coding still on. Empty while the hop's body is the same octets.
    body::ByteStore received;
    // What was read from files and standard input, which may change or cannot be read again. Empty
    // while the request itself holds its content.
    body::ByteStore sent;
    const Keep keep;
};

// False if the request holds all of its content itself.
[[nodiscard]] bool isReadElsewhere(const http::Content &content);

// Null: it was not kept.
[[nodiscard]] std::shared_ptr<const body::ByteSource> receivedContent(const Hop &hop);
[[nodiscard]] std::shared_ptr<const body::ByteSource> sentContent(const Hop &hop);

} // namespace sonde::client
