// What an importer has read: requests in folders, variables, environments, and what could not be
// carried. Values, any thread.
#pragma once

#include "collection/request_document.h"
#include "interop/remark.h"

namespace sonde::interop
{

struct ImportedRequest {
    QString name; // may be empty
    QString description;
    collection::RequestDocument document;
};

struct ImportedFolder {
    QString name;
    QString description;
    std::vector<ImportedRequest> requests;
    std::vector<ImportedFolder> folders;
};

struct ImportedEnvironment {
    QString name;
    collection::Variables variables;
    collection::Variables secrets; // go to the file that is not shared
};

// One thing that is not carried, or not quite.
struct ImportNote {
    Remark where; // "Folder / Request"; empty: all of it
    Remark what;
    bool operator==(const ImportNote &) const = default;
};

struct Imported {
    ImportedFolder root;             // its name is that of the collection
    collection::Variables variables; // known in all of its requests
    std::vector<ImportedEnvironment> environments;
    std::vector<ImportNote> notes;

    [[nodiscard]] size_t requestCount() const;
};

} // namespace sonde::interop
