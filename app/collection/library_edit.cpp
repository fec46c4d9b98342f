// Operations on files and folders; those on requests stand in library_requests.cpp.
#include "collection/library_edit.h"

#include "collection/entry_name.h"
#include "collection/file_exchange.h"
#include "collection/folder_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Result;
using Kind = LibraryChange::Kind;

constexpr int copiedEntries = 20'000; // of a folder that is duplicated
constexpr qint64 copiedOctets = 1LL << 30;

std::unexpected<http::Error> refuse(Code code, const QString &sentence)
{
    return std::unexpected(
        http::Error{.layer = http::Layer::File, .code = code, .sentence = sentence});
}

LibraryChange finished(ChangeMaker &maker, const QString &path, int index = -1)
{
    maker.change().path = path;
    maker.change().index = index;
    if (maker.change().name.isEmpty())
        maker.change().name = shownName(path);
    return maker.finish();
}

// A sidecar that cannot be read keeps nobody from renaming.
void followInOrder(ChangeMaker &maker, const QString &folder, const QString &from,
                   const QString &to)
{
    const QString path = folderFilePath(folder);
    if (!QFileInfo::exists(path))
        return;
    [[maybe_unused]] const auto done = maker.write(
        path, [&](const QByteArray &octets) { return withRenamedEntry(octets, from, to); });
}

Result<void> writeOrder(ChangeMaker &maker, const QString &folder, const QStringList &order)
{
    return maker.write(
        folderFilePath(folder),
        [&](const QByteArray &octets) {
            return withOrder(octets, mergedOrder(orderIn(octets), order));
        },
        ChangeMaker::Missing::IsEmpty);
}

Result<void> copyFolder(const QString &from, const QString &to)
{
    QDirIterator entries(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    int count = 0;
    qint64 octets = 0;
    const QDir source(from);
    const QDir target(to);
    while (entries.hasNext()) {
        const QFileInfo info(entries.next());
        const QString relative = source.relativeFilePath(info.filePath());
        // A copy of a repository is another repository: not what is asked for.
        if (relative == u".git" || relative.startsWith(u".git/") || relative.contains(u"/.git/"))
            continue;
        octets += info.isFile() ? info.size() : 0;
        if (++count > copiedEntries || octets > copiedOctets)
            return refuse(Code::LimitExceeded,
                          QStringLiteral("“%1” holds more than 20,000 entries or 1 GB; copy it "
                                         "with a file manager. Nothing was done.")
                              .arg(from));
        if (info.isSymLink())
            continue; // it may lead anywhere
        const bool done = info.isDir()
                              ? target.mkpath(relative)
                              : target.mkpath(QFileInfo(relative).path()) &&
                                    QFile::copy(info.filePath(), target.filePath(relative));
        if (!done)
            return refuse(Code::FileUnwritable,
                          QStringLiteral("“%1” could not be copied; nothing was done.").arg(from));
    }
    return {};
}

} // namespace

Result<LibraryChange> newFile(const QString &folder, const QString &name,
                              const std::optional<RequestDocument> &document)
{
    const auto safe = entryName(name, NameFor::File);
    if (!safe)
        return std::unexpected(safe.error());
    HttpFile file;
    if (document) {
        const Inheritance said = readInheritance(QDir(folder).filePath(*safe));
        if (const auto added = file.appendRequest(withWritten(*document, said)); !added)
            return std::unexpected(added.error());
    }
    const QFileInfo parts(*safe);
    const QDir dir(folder);
    // Somebody else may take the name between looking and making: then the next one.
    for (int turn = 0; turn < 3; ++turn) {
        const QString free = freeEntryName(parts.completeBaseName(), u'.' + parts.suffix(),
                                           [&](const QString &one) { return dir.exists(one); });
        ChangeMaker maker(Kind::Create);
        const auto made = maker.create(dir.filePath(free), file.octets());
        if (!made && made.error().code == Code::FileChanged)
            continue;
        if (!made)
            return std::unexpected(made.error());
        return finished(maker, dir.filePath(free), document ? 0 : -1);
    }
    return refuse(Code::FileChanged, QStringLiteral("No free name was found for the new file."));
}

Result<LibraryChange> newFolder(const QString &parent, const QString &name)
{
    const auto safe = entryName(name, NameFor::Folder);
    if (!safe)
        return std::unexpected(safe.error());
    const QDir dir(parent);
    const QString path =
        dir.filePath(freeEntryName(*safe, {}, [&](const QString &one) { return dir.exists(one); }));
    ChangeMaker maker(Kind::Create);
    if (const auto made = maker.createFolder(path); !made)
        return std::unexpected(made.error());
    // Says that an empty folder belongs to the library, and brings it into a repository.
    const auto marked = createFile(folderFilePath(path), "{\n}\n");
    if (!marked)
        return std::unexpected(marked.error());
    return finished(maker, path);
}

Result<LibraryChange> renamePath(const QString &path, const QString &name)
{
    const QFileInfo info(path);
    QString typed = name.trimmed();
    // A list shows a file without its ending, so that is not what changes.
    if (!info.isDir() && !typed.isEmpty() &&
        !typed.endsWith(u'.' + info.suffix(), Qt::CaseInsensitive))
        typed += u'.' + info.suffix();
    const auto safe = entryName(typed, info.isDir() ? NameFor::Folder : NameFor::File);
    if (!safe)
        return std::unexpected(safe.error());
    const QString to = info.dir().filePath(*safe);
    ChangeMaker maker(Kind::Rename);
    maker.change().name = shownName(path);
    if (to != path) {
        if (const auto renamed = maker.rename(path, to); !renamed)
            return std::unexpected(renamed.error());
        followInOrder(maker, info.path(), info.fileName(), *safe);
    }
    return finished(maker, to);
}

Result<LibraryChange> duplicatePath(const QString &path, const CopyName &copyOf)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(Code::FileMissing,
                      QStringLiteral("“%1” is no longer there. Nothing was done.").arg(path));
    const QString ending = info.isDir() ? QString() : u'.' + info.suffix();
    const QDir dir = info.dir();
    const QString name = freeEntryName(copyOf(shownName(path)), ending,
                                       [&](const QString &one) { return dir.exists(one); });
    const QString to = dir.filePath(name);
    ChangeMaker maker(Kind::Duplicate);
    if (info.isDir()) {
        // Made beside it and given its name when it is whole.
        QTemporaryDir beside(dir.filePath(QStringLiteral(".copy-XXXXXX")));
        if (!beside.isValid())
            return refuse(Code::FileUnwritable,
                          QStringLiteral("“%1” cannot be written to; check its permissions.")
                              .arg(dir.path()));
        const QString copy = beside.filePath(QStringLiteral("copy"));
        if (!QDir().mkdir(copy))
            return refuse(Code::FileUnwritable,
                          QStringLiteral("“%1” could not be copied; nothing was done.").arg(path));
        if (const auto done = copyFolder(path, copy); !done)
            return std::unexpected(done.error());
        const auto named = renameEntry(copy, to);
        if (!named)
            return std::unexpected(named.error());
        if (*named == Exchanged::HasChanged)
            return refuse(Code::FileChanged,
                          QStringLiteral("There is “%1” already; nothing was done.").arg(name));
        maker.noteAppeared(to);
    } else {
        const auto file = HttpFile::load(path);
        if (!file)
            return std::unexpected(file.error());
        if (const auto made = maker.create(to, file->octets()); !made)
            return std::unexpected(made.error());
    }
    return finished(maker, to);
}

Result<LibraryChange> movePath(const QString &path, const QString &folder, const QStringList &order)
{
    const QFileInfo info(path);
    const QString target = QDir(folder).absolutePath();
    if (target == info.absoluteFilePath() || target.startsWith(info.absoluteFilePath() + u'/'))
        return refuse(Code::FileUnwritable,
                      QStringLiteral("A folder cannot be moved into itself."));
    ChangeMaker maker(Kind::Move);
    maker.change().name = shownName(path);
    const QString to = QDir(target).filePath(info.fileName());
    if (target != info.absolutePath()) {
        const auto file = info.isDir() ? HttpFile() : HttpFile::load(path).value_or(HttpFile());
        if (const auto moved = maker.rename(path, to); !moved)
            return std::unexpected(moved.error());
        const auto needs = std::ranges::count_if(file.requests(), [](const HttpRequest &request) {
            const Body &body = request.document.body;
            return (body.mode == BodyMode::File && !QDir::isAbsolutePath(body.file)) ||
                   std::ranges::any_of(body.parts, [](const Part &part) {
                       return part.isFile && !QDir::isAbsolutePath(part.value);
                   });
        });
        if (needs > 0)
            maker.change().notes.append(
                QStringLiteral("Requests in it that send files beside them: %1. Those files did "
                               "not move.")
                    .arg(needs));
    }
    if (!order.isEmpty()) {
        if (const auto ordered = writeOrder(maker, target, order); !ordered)
            return std::unexpected(ordered.error());
    }
    return finished(maker, to);
}

Result<LibraryChange> deletePath(const QString &path)
{
    ChangeMaker maker(Kind::Delete);
    maker.change().name = shownName(path);
    if (const auto gone = maker.trash(path); !gone)
        return std::unexpected(gone.error());
    return finished(maker, {});
}

} // namespace sonde::collection
