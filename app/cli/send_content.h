// The content of a request from -d, -F and -T: texts put together here, files and standard input
// named so that the client streams them. Reads what curl would read before it sends.
#pragma once

#include "http/request.h"
#include "interop/curl_plan.h"

namespace sonde::cli
{

// Files whose octets have to be changed (-d drops line breaks) are read as a whole, up to this
// many.
constexpr qint64 wholeFileLimit = 256LL << 20;
// Standard input up to this many octets is read first and sent with its length, as curl does; what
// is longer is streamed.
constexpr qint64 collectedInputLimit = 1 << 20;

// Errors: FileMissing, FileUnreadable, LimitExceeded.
[[nodiscard]] http::Result<http::Content> contentOf(const interop::RequestPlan &plan);

// All pieces as one text, for a query. Errors as above.
[[nodiscard]] http::Result<QByteArray> textOf(const std::vector<interop::DataPiece> &pieces);

// A whole file. Errors: FileMissing, FileUnreadable, LimitExceeded.
[[nodiscard]] http::Result<QByteArray> readWholeFile(const QByteArray &path);

} // namespace sonde::cli
