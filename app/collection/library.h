// A folder of `.http` files as a tree for a list: folders, files, requests. Plain values, made on a
// worker thread; nothing is kept open.
#pragma once

#include "collection/http_file.h"
#include "http/error.h"

#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace sonde::collection
{

struct Entry {
    enum class Kind : quint8 { Folder, File, Request };

    Kind kind = Kind::Folder;
    QString name;        // of a folder; of a file without its ending; the label of a request
    QString path;        // of a folder or file; a request has its file's
    QString method;      // of a request
    QString description; // free comment lines of a request
    QString problem;     // why a file cannot be read, a request not sent; empty: all is well
    size_t requestIndex = 0;
    RequestLikeness likeness; // of a request
    std::vector<Entry> children;

    bool operator==(const Entry &) const = default;
};

struct ScanLimits {
    int depth = 16;         // folders in folders
    int visited = 100'000;  // names looked at, so that a home folder ends too
    int requests = 100'000; // in all files
};

struct Library {
    Entry root;
    bool isComplete = true; // false: a limit was met, or scanning was stopped

    bool operator==(const Library &) const = default;
};

// What was read of files that have not changed since, so that only the others are read again. One
// scan at a time.
class ScanMemory
{
public:
    ScanMemory();
    ~ScanMemory();
    Q_DISABLE_COPY_MOVE(ScanMemory)

private:
    friend class Scanner;
    struct Files;
    std::unique_ptr<Files> m_files;
};

// Hidden files and folders are passed over, a folder reached twice through links is entered once,
// folders with neither a request file nor a _folder.json are left out. Names listed in a folder's
// _folder.json {"order": […]} come first, the others follow by name. Errors: a folder that is
// missing or cannot be read.
[[nodiscard]] http::Result<Library> scan(const QString &folder, const ScanLimits &limits = {},
                                         std::stop_token stop = {}, ScanMemory *memory = nullptr);

} // namespace sonde::collection
