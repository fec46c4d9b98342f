// A batch from where requests are kept: a folder of .http files, such a file, a recorded page load
// (HAR), another tool's collection, or a list of URLs. Reads files; any thread.
#pragma once

#include "collection/request_document.h"
#include "lab/run_plan.h"
#include "lab/words.h"

namespace sonde::lab
{

struct BatchSource {
    std::vector<http::Request> requests; // of one origin, that of the first; at least one
    client::Options options;             // of the first
    // What was left out, as sentences: requests to other origins, and those that cannot be sent.
    QStringList notes;
};

// Whether a path is one that readBatch() knows by its looks: a folder, or a file that ends in .har
// or .txt.
[[nodiscard]] bool isBatchSource(const QString &path);

// Errors: nothing there, not readable, no request in it.
[[nodiscard]] http::Result<BatchSource> readBatch(const QString &path, const Words &words = {});
// Requests of a folder or .http file with the variables of an environment.
[[nodiscard]] http::Result<BatchSource> readBatch(const RunChoice &choice, const Words &words = {});

} // namespace sonde::lab
