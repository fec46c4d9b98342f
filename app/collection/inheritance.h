// What the folders of a request, and its file, say for all of their requests: `_folder.json`. Two
// ways: written into every request, so that other programs send the same, or added when it is sent.
// Reads the disk where it says so; values otherwise.
#pragma once

#include "collection/auth.h"

namespace sonde::collection
{

struct Defaults {
    enum class Way : quint8 {
        Written,   // stands in the requests; a new request gets it
        AtSending, // added when a request is sent: other programs do not know of it
    };
    Way way = Way::Written;
    Auth auth; // Kind::Default: says nothing
    std::vector<Row> headers;
    // Empty: says nothing.
    std::optional<bool> followRedirects;
    std::optional<bool> verifyTls;
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<std::chrono::milliseconds> connectTimeout;
    bool operator==(const Defaults &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == Defaults{.way = way}; }
};

// Of a folder, or of the file of that name in it. What cannot be understood says nothing.
[[nodiscard]] Defaults defaultsIn(const QByteArray &folderFile, const QString &fileName = {});
// Members that others wrote stay. Error: the octets are not a JSON object.
[[nodiscard]] http::Result<QByteArray> withDefaults(QByteArray folderFile, const Defaults &defaults,
                                                    const QString &fileName = {});

struct InheritedLevel {
    QString path; // of the folder or file that says it
    Defaults defaults;
    bool operator==(const InheritedLevel &) const = default;
};
struct Inheritance {
    std::vector<InheritedLevel> levels; // the file first, then its folders upwards
    bool operator==(const Inheritance &) const = default;

    // The closest that says how requests authenticate; null if none does.
    [[nodiscard]] const InheritedLevel *authLevel() const;
};

// Of the requests of that file. Goes upwards until a repository, a home or a folder that others may
// write to begins, so that window and terminal find the same wherever they were started.
[[nodiscard]] Inheritance readInheritance(const QString &file);
// The last folder upwards that it looks into, for what else counts for all below: environments.
[[nodiscard]] QString topmostFolder(const QString &folder);

// The request with what is added when it is sent. What it says itself stays.
[[nodiscard]] RequestDocument withInherited(RequestDocument document,
                                            const Inheritance &inheritance);
// The request with what is to be written into it; `before` is what was written earlier and may be
// replaced. What it says itself, and what a closer level says, stays.
[[nodiscard]] RequestDocument withWritten(RequestDocument document, const Defaults &defaults,
                                          const Defaults &before = {});
// A new request of a file gets what its levels write into requests.
[[nodiscard]] RequestDocument withWritten(RequestDocument document, const Inheritance &inheritance);

} // namespace sonde::collection
