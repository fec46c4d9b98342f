// Words for files that cannot be read. Pure.
#pragma once

#include "http/error.h"

namespace sonde::client
{

// `number` is an errno: ENOENT and ENOTDIR are FileMissing, all others FileUnreadable.
[[nodiscard]] http::Error fileError(const QString &path, int number, http::Phase phase);

} // namespace sonde::client
