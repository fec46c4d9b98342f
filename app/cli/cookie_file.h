// -b FILE: the cookies of a Netscape cookie file, or of lines as a server sends them, that belong
// to a target. Pure.
#pragma once

#include "http/target.h"

#include <QDateTime>

namespace sonde::cli
{

// "a=1; b=2", in the file's order; empty if none fits. RFC 6265 sections 5.1.3 and 5.1.4 decide.
[[nodiscard]] QByteArray cookiesFor(const http::Target &target, const QByteArray &fileText,
                                    const QDateTime &now);

} // namespace sonde::cli
