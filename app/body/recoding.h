// A body of another charset in UTF-8, as it streams by: for those who read nothing else, such as
// jq, and for layouts and trees of UTF-16 and UTF-32, whose signs are not those of ASCII.
#pragma once

#include "body/derived_body.h"

namespace sonde::body
{

// A name as of charsetNamed(). Without the byte order mark; U+FFFD for each octet without meaning.
[[nodiscard]] std::unique_ptr<Derivation> toUtf8(const QByteArray &charset);

} // namespace sonde::body
