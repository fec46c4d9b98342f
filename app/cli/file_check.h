// Whether a file can be written, asked before a request is sent whose answer would have no place.
#pragma once

#include "http/error.h"

namespace sonde::cli
{

enum class Folders : quint8 { MustExist, AreMade };

// Errors: FileUnwritable, with the reason as its detail.
[[nodiscard]] http::Result<void> checkWritable(const QString &file, Folders folders);

} // namespace sonde::cli
