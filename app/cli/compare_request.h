// What `sonde compare` sends: one request or several of one origin, from the options of send or
// from a request file or another place where requests are kept. Reads files.
#pragma once

#include "client/options.h"
#include "collection/request_document.h"
#include "http/request.h"

#include <span>

namespace sonde::cli
{

struct CompareRequest {
    std::vector<http::Request> requests; // never empty, one origin
    client::Options options;
    QStringList notes; // what of a batch is left out
};
// What chooses among the requests of a file or folder, and fills them in.
struct CompareChoice {
    std::optional<QByteArray> name; // of a request in a file
    QString environment;
    collection::Variables variables; // beat all others
};
// Errors: no request, options of send that say what becomes of the body,
// content that can be read only once, several origins.
[[nodiscard]] http::Result<CompareRequest> readCompareRequest(std::span<const QByteArray> words,
                                                              const CompareChoice &choice);

} // namespace sonde::cli
