// A body between two of its content codings: what is left when the outer ones are taken off.
#pragma once

#include "body/derived_body.h"

#include <QByteArrayList>

namespace sonde::client
{

// Content-Encoding as a list, in the order the codings were applied (RFC 9110 section 8.4).
[[nodiscard]] QByteArrayList contentCodings(QByteArrayView fieldValue);
// Takes these off, the last one first. Errors: UnknownContentCoding, LimitExceeded.
[[nodiscard]] http::Result<std::unique_ptr<body::Derivation>>
decodingOf(const QByteArrayList &codings);

} // namespace sonde::client
