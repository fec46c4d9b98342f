// A PEM file of trusted certificates, given to OpenSSL as a place to look issuers up. Only what is
// asked for gets parsed: a system's bundle of 140 costs 20 to 60 ms whole, and its names alone one.
// Any thread.
#pragma once

#include "net/openssl_handles.h"

#include <QString>

#include <expected>

namespace sonde::net
{

// Error: what is wrong with the file, as the end of a sentence that begins with it.
[[nodiscard]] std::expected<void, QString> addTrustBundle(X509_STORE *store, const QString &path);

} // namespace sonde::net
