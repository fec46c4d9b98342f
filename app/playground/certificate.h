// The playground's own certificate: made at the first start, kept with its key in the user's data
// folder, made again when it runs out. Clients trust exactly this one and only for the playground.
#pragma once

#include "http/error.h"
#include "net/openssl_handles.h"

namespace sonde::playground
{

struct Identity {
    net::X509Handle certificate;
    net::KeyHandle key;
    QByteArray der; // of the certificate
    QByteArray pem;
};

// Reads the identity in `folder`, or makes one and stores it there (the key readable for its owner
// alone). A folder that cannot be written is no error: the identity then lasts as long as the
// process.
[[nodiscard]] http::Result<Identity> obtainIdentity(const QString &folder);

// $XDG_DATA_HOME/sonde/playground
[[nodiscard]] QString identityFolder();

} // namespace sonde::playground
