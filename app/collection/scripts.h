// The scripts of a request: code before it is sent and after its response, which other programs
// run. Kept, shown and edited, and not run. Pure functions over the lines of the request.
#pragma once

#include "collection/request_text.h"

namespace sonde::collection
{

struct Script {
    enum class When : quint8 { Before, After };
    When when = When::Before;
    bool isFile = false; // “< file.js”; then `code` is its path
    QString code;
    bool operator==(const Script &) const = default;
};

// In the order of the lines.
[[nodiscard]] std::vector<Script> scriptsOf(const RequestText &text);

// Whether there is one script of that kind at most, and it stands in the text itself.
[[nodiscard]] bool canEditScript(const std::vector<Script> &scripts, Script::When when);

// The one script of that kind says `code`; empty: there is none. Lines that stay are not touched.
// Errors: several scripts or a file, code that would end its script, a text that is no request.
[[nodiscard]] http::Result<RequestText> withScript(const RequestText &text, Script::When when,
                                                   const QString &code);

} // namespace sonde::collection
