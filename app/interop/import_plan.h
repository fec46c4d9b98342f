// What an import will write, as a preview and then on disk: .http files in folders, environment
// files, bodies that need a file of their own. Planning is pure; writing is all or nothing.
#pragma once

#include "interop/imported.h"

namespace sonde::interop
{

struct PlannedFile {
    QString path; // below the target folder, with /, safe on every file system
    QByteArray octets;
    size_t requests = 0;
    bool isSecret = false; // readable by its owner alone
};

struct ImportPlan {
    std::vector<PlannedFile> files;
    std::vector<ImportNote> notes;
    size_t requests = 0;
    QString name; // a folder name for it
};

// Errors: nothing to write.
[[nodiscard]] http::Result<ImportPlan> planImport(const Imported &imported);

// Writes into `folder`, which is made, or must be empty; otherwise into a new folder of the plan's
// name inside it. Returns where. Either all files are there afterwards or none is. Errors: a folder
// that may not be written, a full disk.
[[nodiscard]] http::Result<QString> writeImport(const ImportPlan &plan, const QString &folder);

// A name without separators, control characters, leading dots and what Windows forbids, of at most
// 80 octets; `otherwise` if nothing is left.
[[nodiscard]] QString safeFileName(const QString &name, const QString &otherwise);

} // namespace sonde::interop
