// JSON sources that other programs write: read with their byte order mark or in UTF-16, and the
// sentence when they are not JSON. Pure.
#pragma once

#include "http/error.h"

#include <QJsonObject>

namespace sonde::interop
{

// Error: not a JSON object, with the line where it breaks.
[[nodiscard]] http::Result<QJsonObject> foreignObject(const QByteArray &octets,
                                                      const QString &format);
// Text of a string, number or truth; empty for anything else.
[[nodiscard]] QString foreignText(const QJsonValue &value);

} // namespace sonde::interop
