// A request as code of another language or as a command: curl, HTTPie, Python, JavaScript, Go, C++.
// Templates are a table; a language more is a row. Pure functions, any thread.
#pragma once

#include "interop/outgoing_request.h"
#include "interop/remark.h"

#include <QByteArrayView>

#include <span>

namespace sonde::interop
{

struct CodeLanguage {
    QByteArrayView id;   // "python-requests"
    QByteArrayView name; // "Python (requests)"
    QByteArrayView fileEnding;
};

[[nodiscard]] std::span<const CodeLanguage> codeLanguages();

// Ends with a line break. Empty for an unknown id.
[[nodiscard]] QString codeFor(QByteArrayView languageId, const OutgoingRequest &request);
// Where what it does differs from what Sonde sends, for want of words in that language.
[[nodiscard]] Remarks remarksOnCode(QByteArrayView languageId, const OutgoingRequest &request);

} // namespace sonde::interop
