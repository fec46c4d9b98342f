// Form data as browsers send it: multipart/form-data (RFC 7578) described as segments, so that
// files are streamed and not read here, and application/x-www-form-urlencoded. Pure functions.
#pragma once

#include "http/request.h"

#include <optional>
#include <span>
#include <utility>

namespace sonde::wire
{

struct FormPart {
    QByteArray name; // UTF-8
    http::Segment content;
    // Sent as filename="…"; without it a file is sent under its own name, text under none.
    std::optional<QByteArray> fileName;
    // Content-Type of the part; empty: none for text, application/octet-stream for a file.
    QByteArray mediaType;
};

// A boundary of 30 octets that nobody can guess.
[[nodiscard]] QByteArray makeBoundary();

// The content of a form and its media type, boundary included. An empty `boundary` is replaced by
// one that stands in none of the parts that are in memory. Errors: MalformedHeader, if a media type
// or the boundary cannot be sent.
[[nodiscard]] http::Result<http::Content> multipartContent(std::span<const FormPart> parts,
                                                           QByteArray boundary = {});

using FormPair = std::pair<QByteArray, QByteArray>;
// WHATWG URL section 5.2: "a=1&b=x+y"; octets are taken as UTF-8.
[[nodiscard]] QByteArray urlEncodedForm(std::span<const FormPair> pairs);

} // namespace sonde::wire
