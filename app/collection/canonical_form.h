// The tidy form of a `.http` file that every program reads alike: what `sonde fmt` writes. Bodies,
// scripts and whatever is not understood stay to the octet. Pure function.
#pragma once

#include "collection/http_file.h"

namespace sonde::collection
{

// Means the same as `file`; formatting it again changes nothing. Errors: the tidy file would be
// read as something else, which is checked, not assumed.
[[nodiscard]] http::Result<HttpFile> canonicalForm(const HttpFile &file);

} // namespace sonde::collection
