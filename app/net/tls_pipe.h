// The end of OpenSSL that would be a socket: reads from octets lent to it, appends to an array.
// Unlike two memory BIOs it copies nothing twice and never clears a buffer that is merely empty.
#pragma once

#include <QByteArray>

#include <openssl/bio.h>

namespace sonde::net
{

// `kept` is read before `input`; all three must outlive the BIO.
[[nodiscard]] BIO *makeTlsPipe(QByteArray *kept, QByteArrayView *input, QByteArray *output);

} // namespace sonde::net
