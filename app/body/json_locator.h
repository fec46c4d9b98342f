// From an octet of a JSON body to the path of the node it belongs to, and the path in words. One
// thread.
#pragma once

#include "body/json_cursor.h"

#include <vector>

namespace sonde::body
{

struct JsonPlace {
    qint64 index = 0; // among its siblings, from 0
    JsonChild child;
};

// From the outermost value to the innermost that holds the octet; nothing on a stop. Each level is
// scanned up to the octet and no further.
[[nodiscard]] std::optional<std::vector<JsonPlace>> jsonPlaces(JsonInput &input, qint64 offset);

// RFC 9535 section 2.7: $['name'][3].
[[nodiscard]] QByteArray normalizedName(QByteArrayView utf8);
[[nodiscard]] QByteArray normalizedPath(JsonInput &input, const std::vector<JsonPlace> &places);

} // namespace sonde::body
