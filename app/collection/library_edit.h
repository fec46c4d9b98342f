// What a person does with the requests, files and folders of a library. Each is whole or not done,
// replaces nothing that another program has written, and can be taken back. Touches the disk: any
// thread but the GUI's.
#pragma once

#include "collection/inheritance.h"
#include "collection/library_change.h"
#include "collection/request_blocks.h"

namespace sonde::collection
{

// Behind the request of that key, or at the end of the file.
[[nodiscard]] http::Result<LibraryChange> newRequest(const QString &file,
                                                     const std::optional<RequestKey> &behind,
                                                     const RequestDocument &document);
// A file that holds this one request, or none. The name is made free: "requests 2.http".
[[nodiscard]] http::Result<LibraryChange>
newFile(const QString &folder, const QString &name,
        const std::optional<RequestDocument> &document = std::nullopt);
[[nodiscard]] http::Result<LibraryChange> newFolder(const QString &parent, const QString &name);

[[nodiscard]] http::Result<LibraryChange> renamePath(const QString &path, const QString &name);
[[nodiscard]] http::Result<LibraryChange> renameRequest(const QString &file, const RequestKey &key,
                                                        const QString &title);

// "orders copy"; `copyOf` makes the name, since it is for people.
using CopyName = std::function<QString(const QString &)>;
[[nodiscard]] http::Result<LibraryChange> duplicatePath(const QString &path,
                                                        const CopyName &copyOf);
[[nodiscard]] http::Result<LibraryChange>
duplicateRequest(const QString &file, const RequestKey &key, const CopyName &copyOf);

// Into that folder. `order`: the names there as they are to be shown afterwards; empty: as it
// comes.
[[nodiscard]] http::Result<LibraryChange> movePath(const QString &path, const QString &folder,
                                                   const QStringList &order);
// In front of the request `before` of that file, which may be the same; none: at its end.
[[nodiscard]] http::Result<LibraryChange> moveRequest(const QString &file, const RequestKey &key,
                                                      const QString &toFile,
                                                      const std::optional<RequestKey> &before);

// What a folder or file says for its requests.
[[nodiscard]] Defaults defaultsOf(const QString &path);
// Says it, and writes it into the requests below where it is to stand there. What a request or a
// closer folder says itself stays.
[[nodiscard]] http::Result<LibraryChange> setDefaults(const QString &path,
                                                      const Defaults &defaults);

[[nodiscard]] http::Result<LibraryChange> deletePath(const QString &path);
[[nodiscard]] http::Result<LibraryChange> deleteRequest(const QString &file, const RequestKey &key);

} // namespace sonde::collection
