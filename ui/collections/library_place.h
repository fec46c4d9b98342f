// One row of the sidebar as a value: what was meant stays known when rows move. And where something
// was let go. Plain data.
#pragma once

#include "collection/library.h"
#include "collection/request_blocks.h"

#include <QMetaType>
#include <QStringList>

namespace sonde::ui
{

struct LibraryPlace {
    collection::Entry::Kind kind = collection::Entry::Kind::Folder;
    QString path;                   // of a folder or file; a request has its file's
    collection::RequestKey request; // of a request
    bool isTop = false;             // a folder that was opened, not one inside it
    bool operator==(const LibraryPlace &) const = default;

    [[nodiscard]] bool isRequest() const { return kind == collection::Entry::Kind::Request; }
};

// Where something that was moved is to stand.
struct LibraryTarget {
    QString path; // a folder, or, for a request, a file
    // A request: in front of this one; none: at the end of the file.
    std::optional<collection::RequestKey> before;
    // Folders and files: the names in the folder, in order; empty: as it comes.
    QStringList order;
};

} // namespace sonde::ui
Q_DECLARE_METATYPE(sonde::ui::LibraryPlace)
