// The trash of the desktop (freedesktop.org trash specification): what is deleted lies there until
// somebody empties it. Touches the disk.
#pragma once

#include "http/error.h"

#include <QString>

namespace sonde::collection
{

// Where it lies now: in the trash of this user, or, on another disk, in a hidden folder beside
// where it was. Error: neither can be written to; then it is where it was.
[[nodiscard]] http::Result<QString> moveToTrash(const QString &path);
// What the trash notes of a thing goes with it.
void forgetInTrash(const QString &inTrash);

} // namespace sonde::collection
