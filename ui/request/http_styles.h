// What colour each octet of a request's text has: one style for each, so that the editor need not
// know the format. Pure functions.
#pragma once

#include "collection/request_text.h"

namespace sonde::ui
{

enum class HttpStyle : quint8 {
    Text,
    Separator,
    Comment,
    Tag, // also # [key] value, @name = value and directives
    Method,
    Target,
    Version,
    HeaderName,
    Script,
    File, // < path, >> path
    String,
    Key, // of JSON
    Number,
    Keyword,
    Variable,
    UnknownVariable,
    Fault,
};
inline constexpr int httpStyleCount = int(HttpStyle::Fault) + 1;

// One octet for each of the text's, an HttpStyle. `knows` says whether a variable has a value.
[[nodiscard]] QByteArray httpStyles(const collection::ReadText &read,
                                    const std::function<bool(const QString &)> &knows);

} // namespace sonde::ui
