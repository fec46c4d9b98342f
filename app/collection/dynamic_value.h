// The values that are made when a request is sent, such as {{$uuid}}: those of JetBrains, REST
// Client and Visual Studio. Random, and reads the clock and the process environment.
#pragma once

#include "http/error.h"

#include <optional>

namespace sonde::collection
{

// `name` is what stands between the braces, "$randomInt 1 6"; `where` names the place in a
// sentence. Nothing if there is no such value. Errors: arguments that are not understood, an
// environment variable that is not set.
[[nodiscard]] std::optional<http::Result<QString>> dynamicValue(const QString &name,
                                                                const QString &where);

} // namespace sonde::collection
