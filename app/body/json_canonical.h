// One text for all ways to write the same JSON value: members sorted by name, strings and numbers
// in one form, no blanks. Equal values have equal texts. One thread.
#pragma once

#include "body/json_cursor.h"

namespace sonde::body
{

// Nothing on a stop, and if the value takes more octets or levels than allowed.
[[nodiscard]] std::optional<QByteArray> canonicalJson(JsonInput &input, const JsonChild &value,
                                                      qint64 largest, size_t deepest);

} // namespace sonde::body
