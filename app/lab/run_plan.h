// What a run is to send: the requests of a file or folder in order, each with the variables it
// sees. Made on a worker thread; values.
#pragma once

#include "collection/http_file.h"
#include "collection/secret_store.h"

#include <QStringList>

#include <stop_token>

namespace sonde::lab
{

struct RunChoice {
    QString path;            // a .http file, or a folder of them
    QString topFolder;       // environments are looked for from its collection::topmostFolder()
                             // down; empty: from that of `path`
    QStringList names;       // requests by name or title; empty: all
    QString environment;     // empty: what all environments share
    QString environmentFile; // beside those of the folders: JSON of their form, or NAME=value
    collection::Variables variables; // beat all others
    // Where the secrets that the requests need are taken from; none: they have no value.
    std::shared_ptr<collection::SecretStore> secrets;
};

struct RunFile {
    QString path;
    std::vector<collection::HttpRequest> requests; // with what they inherit
    QStringList requestNames;
    collection::Variables variables;       // environment and file, the chosen ones laid over them
    collection::Variables secretVariables; // taken as they are: nothing in them is filled in
    QStringList secrets;                   // those, and values of private environments
    QMap<QString, QString> missing;        // why a secret among them has no value, by its name
};

struct PlannedRequest {
    std::shared_ptr<const RunFile> file;
    size_t index = 0; // in the file
    // Others may need what it brings: none of them starts before it is over.
    bool goesFirst = false;

    [[nodiscard]] const collection::HttpRequest &request() const { return file->requests[index]; }
};

struct RunPlan {
    std::vector<PlannedRequest> requests;
    collection::Variables fixed; // of RunChoice: captures do not replace them
};

// Errors: a path that is not there or holds no request, a file that cannot be read, an environment
// or name that does not exist.
[[nodiscard]] http::Result<RunPlan> planRun(const RunChoice &choice, std::stop_token stop = {});

} // namespace sonde::lab
