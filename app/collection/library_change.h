// What was done to a folder of requests, step by step, so that it can be taken back; and the maker
// of such changes, which takes back what it has begun when a later step fails. Touches the disk:
// any thread but the GUI's, one at a time.
#pragma once

#include "collection/http_file.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace sonde::collection
{

struct LibraryStep {
    enum class Kind : quint8 {
        Write,  // `path` held `before` and holds `after`
        Appear, // `path` is there and was not
        Rename, // `path` is called `other`
        Trash,  // `path` lies in the trash as `other`
    };
    Kind kind = Kind::Write;
    QString path;
    QString other;
    QByteArray before;
    QByteArray after;
    bool operator==(const LibraryStep &) const = default;
};

// Where what is open went.
struct PathMove {
    QString from;
    QString to;
    bool operator==(const PathMove &) const = default;
};
struct RequestMove {
    QString fromFile;
    int from = -1; // -1: it was not there
    QString toFile;
    int to = -1; // -1: it is there no more
    bool operator==(const RequestMove &) const = default;
};

struct LibraryChange {
    enum class Kind : quint8 { Create, Rename, Duplicate, Move, Delete, Apply };
    Kind kind = Kind::Create;
    QString name; // of what was changed, as a list shows it
    std::vector<LibraryStep> steps;
    std::vector<PathMove> paths;
    std::vector<RequestMove> requests;
    QString path;      // what to look at now; empty: nothing is left of it
    int index = -1;    // of a request in it
    QString title;     // of a request that was renamed: what it is called now, …
    QString oldTitle;  // … and was called before
    QStringList notes; // what a person should know
    int count = 1;     // things changed, of Apply

    [[nodiscard]] size_t size() const; // octets it keeps
};

// The change that takes this one back, which can be taken back itself. Where a file was changed
// since, both changes stay if they touch different lines. Errors: they do not, or something else
// stands in the way; then nothing was done.
[[nodiscard]] http::Result<LibraryChange> takeBack(const LibraryChange &change);

class ChangeMaker
{
public:
    explicit ChangeMaker(LibraryChange::Kind kind) { m_change.kind = kind; }
    ~ChangeMaker(); // takes back what was begun, unless it was finished
    Q_DISABLE_COPY_MOVE(ChangeMaker)

    using Edit = std::function<http::Result<QByteArray>(const QByteArray &)>;
    // The octets of the file through `edit`, again if another program writes it meanwhile. A file
    // that is not there is an error, or counts as empty and is made.
    enum class Missing : quint8 { IsError, IsEmpty };
    [[nodiscard]] http::Result<void> write(const QString &path, const Edit &edit,
                                           Missing missing = Missing::IsError);
    using RequestEdit = std::function<http::Result<HttpFile>(const HttpFile &)>;
    [[nodiscard]] http::Result<void> writeRequests(const QString &path, const RequestEdit &edit);
    // The octets of the file if it holds `before`, or a merge with what came since.
    [[nodiscard]] http::Result<void> exchange(const QString &path, const QByteArray &before,
                                              const QByteArray &after);
    [[nodiscard]] http::Result<void> create(const QString &path, const QByteArray &octets);
    [[nodiscard]] http::Result<void> createFolder(const QString &path);
    [[nodiscard]] http::Result<void> rename(const QString &from, const QString &to);
    [[nodiscard]] http::Result<void> trash(const QString &path);
    [[nodiscard]] http::Result<void> bringBack(const QString &fromTrash, const QString &path);
    // It is there already, made by other means.
    void noteAppeared(const QString &path);

    [[nodiscard]] LibraryChange &change() { return m_change; }
    [[nodiscard]] LibraryChange finish();

private:
    LibraryChange m_change;
    bool m_finished = false;
};

} // namespace sonde::collection
