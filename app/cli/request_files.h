// The .http and .rest files that a verb of the command line works on. Reads folders.
#pragma once

#include "http/error.h"

#include <QStringList>

namespace sonde::cli
{

// A file is itself; a folder stands for the request files in it, in the order of its list. Errors:
// a path that is not there, a folder without any, or with more than a list holds.
[[nodiscard]] http::Result<QStringList> requestFiles(const QString &path);

} // namespace sonde::cli
