// What a folder or file says for its requests, written down, and into the requests where it is to
// stand there.
#include "collection/entry_name.h"
#include "collection/folder_file.h"
#include "collection/library.h"
#include "collection/library_edit.h"

#include <QDir>
#include <QFileInfo>

namespace sonde::collection
{
namespace
{

using http::Result;
using Way = Defaults::Way;

// The folder whose sidecar says it, and the name in it; empty for the folder itself.
std::pair<QString, QString> placeOf(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() ? std::pair(QDir(path).absolutePath(), QString())
                        : std::pair(info.absolutePath(), info.fileName());
}

void gather(const Entry &entry, QStringList &files)
{
    if (entry.kind == Entry::Kind::File)
        files.append(entry.path);
    for (const Entry &child : entry.children) {
        if (child.kind != Entry::Kind::Request)
            gather(child, files);
    }
}

// How far a request is touched by what one level says.
class Writer
{
public:
    Writer(QString path, const Defaults &before, const Defaults &after)
        : m_path(std::move(path))
    {
        // What is added at sending stands in no file.
        m_before = before.way == Way::Written ? before : Defaults{};
        m_after = after.way == Way::Written ? after : Defaults{};
    }

    Result<HttpFile> into(const HttpFile &file, const QString &path)
    {
        HttpFile after = file;
        m_changed = m_skipped = 0;
        const Inheritance all = readInheritance(path);
        Defaults wanted = m_after;
        Defaults old = m_before;
        for (const InheritedLevel &level : all.levels) {
            if (level.path == m_path)
                break;
            leaveToCloser(level.defaults, wanted);
            leaveToCloser(level.defaults, old);
        }
        for (size_t i = 0; i < file.requests().size(); ++i) {
            const HttpRequest &request = file.requests()[i];
            const RequestDocument document = withWritten(request.document, wanted, old);
            if (document == request.document)
                continue;
            if (after.replaceRequest(i, document))
                ++m_changed;
            else
                ++m_skipped;
        }
        return after;
    }
    [[nodiscard]] int changed() const { return m_changed; }
    [[nodiscard]] int skipped() const { return m_skipped; }

private:
    static void leaveToCloser(const Defaults &closer, Defaults &mine)
    {
        if (closer.auth.kind != Auth::Kind::Default)
            mine.auth = {};
        std::erase_if(mine.headers, [&](const Row &row) {
            return std::ranges::any_of(closer.headers, [&](const Row &theirs) {
                return theirs.name.compare(row.name, Qt::CaseInsensitive) == 0;
            });
        });
    }

    QString m_path;
    Defaults m_before;
    Defaults m_after;
    int m_changed = 0; // of the last file
    int m_skipped = 0;
};

} // namespace

Defaults defaultsOf(const QString &path)
{
    const auto [folder, name] = placeOf(path);
    return defaultsIn(folderFileOctets(folder), name);
}

Result<LibraryChange> setDefaults(const QString &path, const Defaults &defaults)
{
    const auto [folder, name] = placeOf(path);
    const QString entry = name.isEmpty() ? folder : QFileInfo(path).absoluteFilePath();
    ChangeMaker maker(LibraryChange::Kind::Apply);
    Defaults before;
    const auto said = maker.write(
        folderFilePath(folder),
        [&](const QByteArray &octets) {
            before = defaultsIn(octets, name);
            return withDefaults(octets, defaults, name);
        },
        ChangeMaker::Missing::IsEmpty);
    if (!said)
        return std::unexpected(said.error());
    QStringList files;
    if (name.isEmpty()) {
        const auto library = scan(folder);
        if (!library)
            return std::unexpected(library.error());
        gather(library->root, files);
    } else {
        files.append(entry);
    }
    LibraryChange &change = maker.change();
    change.count = 0;
    int skipped = 0;
    Writer writer(entry, before, defaults);
    for (const QString &file : std::as_const(files)) {
        const auto done = maker.writeRequests(
            file, [&](const HttpFile &there) { return writer.into(there, file); });
        if (!done)
            return std::unexpected(done.error());
        change.count += writer.changed();
        skipped += writer.skipped();
    }
    if (skipped > 0)
        change.notes.append(QStringLiteral("Requests that only their text shows, and that were "
                                           "left as they are: %1.")
                                .arg(skipped));
    change.name = shownName(entry);
    change.path = entry;
    return maker.finish();
}

} // namespace sonde::collection
