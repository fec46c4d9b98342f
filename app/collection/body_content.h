// The content that a request carries, from the body as a person edits it: variables filled, encoded
// by its mode, files looked for. Pure but for the look at the files.
#pragma once

#include "collection/request_document.h"

namespace sonde::collection
{

class Expander;

// `headers` are those of the request, filled in; relative file paths are taken from `folder`.
// Errors: an unresolved variable, a file that is missing or may not be read, a media type no field
// can carry.
[[nodiscard]] http::Result<http::Content> contentOf(const Body &body, const http::Headers &headers,
                                                    const QString &folder, Expander &expander);

} // namespace sonde::collection
