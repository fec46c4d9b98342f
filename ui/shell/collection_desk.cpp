#include "ui/shell/collection_desk.h"

#include "collection/http_file.h"
#include "collection/library_change.h"
#include "ui/shell/file_watch.h"
#include "ui/widgets/worker.h"

#include <QDir>
#include <QDirIterator>
#include <QSettings>

#include <mutex>

static void registerSample()
{
    Q_INIT_RESOURCE(sonde_sample);
}

namespace sonde::ui
{

using collection::Entry;
using collection::HttpFile;
using collection::RequestDocument;

struct FolderMemory {
    std::mutex mutex;
    collection::ScanMemory files;
};

namespace
{

const QString foldersKey = QStringLiteral("collections/folders");

// Folders come first: they tell of files that are made, removed or replaced.
void gatherPaths(const collection::Entry &entry, QStringList &paths)
{
    if (entry.kind == collection::Entry::Kind::Request)
        return;
    paths.append(entry.path);
    for (const collection::Entry &child : entry.children)
        gatherPaths(child, paths);
}

// A folder that cannot be read stays in the list and says so. (“collection::Entry” here would have
// the texts of this function filed under a class of that name.)
Entry readFolder(const QString &folder, FolderMemory &memory)
{
    const std::scoped_lock lock(memory.mutex); // two readings of one folder: one after the other
    auto library = collection::scan(folder, {}, {}, &memory.files);
    if (library && !library->isComplete)
        library->root.problem =
            CollectionDesk::tr("Only a part of this folder is shown: it holds more than 100,000 "
                               "requests or names, or folders more than 16 deep.");
    if (library)
        return std::move(library->root);
    Entry entry;
    entry.name = QFileInfo(folder).fileName();
    entry.path = folder;
    entry.problem = QFileInfo::exists(folder)
                        ? library.error().sentence
                        : CollectionDesk::tr("The folder %1 is not there. Once it is back, its "
                                             "requests are shown again.")
                              .arg(QDir::toNativeSeparators(folder));
    return entry;
}

struct Opened {
    QString problem;
    std::vector<std::pair<int, collection::HttpRequest>> requests;
};

Opened read(const QString &file, int index)
{
    const auto loaded = HttpFile::load(file);
    if (!loaded)
        return {.problem = loaded.error().sentence, .requests = {}};
    Opened opened;
    for (int at = 0; at < int(loaded->requests().size()); ++at) {
        if (index < 0 || index == at)
            opened.requests.emplace_back(at, loaded->requests()[size_t(at)]);
    }
    return opened;
}

struct Saved {
    QString problem;
    RequestStanding standing; // anything but Same: nothing was written
    int index = -1;
};

// Index below 0: at the end.
http::Result<int> put(HttpFile &file, int index, const RequestDocument &document,
                      const collection::RequestText &lines)
{
    if (index >= 0 && !lines.isEmpty()) {
        auto replaced = collection::withText(file, size_t(index), lines);
        if (!replaced)
            return std::unexpected(replaced.error());
        file = std::move(*replaced);
        return index;
    }
    if (index >= 0) {
        const auto replaced = file.replaceRequest(size_t(index), document);
        if (!replaced)
            return std::unexpected(replaced.error());
        return index;
    }
    const auto added = file.appendRequest(document);
    if (!added)
        return std::unexpected(added.error());
    return int(*added);
}

Saved write(const QString &path, int index, const RequestDocument &before,
            const RequestDocument &document, const SavedLines &lines)
{
    Saved saved;
    collection::ChangeMaker maker(collection::LibraryChange::Kind::Apply);
    const auto edit = [&](const QByteArray &octets) -> http::Result<QByteArray> {
        auto file = HttpFile::parse(octets);
        if (!file)
            return std::unexpected(file.error());
        saved.standing = index >= 0 ? standingIn(*file, index, before) : RequestStanding{};
        // A comment that another program has changed is no less somebody's.
        if (index >= 0 && saved.standing.kind == RequestStanding::Kind::Same &&
            !lines.before.isEmpty() &&
            collection::textOf(*file, size_t(saved.standing.index)).octets != lines.before.octets)
            saved.standing.kind = RequestStanding::Kind::Changed;
        if (saved.standing.kind != RequestStanding::Kind::Same)
            return octets; // nothing is written
        const auto done = put(*file, saved.standing.index, document, lines.now);
        if (!done)
            return std::unexpected(done.error());
        saved.index = *done;
        return file->octets();
    };
    const auto done = maker.write(path, edit, collection::ChangeMaker::Missing::IsEmpty);
    [[maybe_unused]] const auto kept = maker.finish(); // saving is taken back in the tab
    if (!done)
        saved.problem = done.error().sentence;
    return saved;
}

} // namespace

bool putSampleInPlace(const QString &folder)
{
    registerSample();
    if (QDir(folder).exists())
        return true;
    if (!QDir().mkpath(folder))
        return false;
    const QString root = QStringLiteral(":/sonde/sample");
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString source = files.next();
        const QString target = folder + source.mid(root.size());
        QDir().mkpath(QFileInfo(target).path());
        // What comes out of the program is read-only; the copy is there to be edited.
        if (!QFile::copy(source, target) ||
            !QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                               QFile::ReadOther))
            return false;
    }
    return true;
}

CollectionDesk::CollectionDesk(Places places, QObject *parent)
    : QObject(parent)
    , m_places(std::move(places))
    , m_watch(new FileWatch(this))
{
    m_writer.setMaxThreadCount(1);
    const QSettings settings(m_places.configFile, QSettings::IniFormat);
    m_folders = settings.value(foldersKey, QStringList{m_places.sampleFolder}).toStringList();
    connect(m_watch, &FileWatch::changed, this, &CollectionDesk::rescan);
}

CollectionDesk::~CollectionDesk()
{
    m_writer.waitForDone();
}

void CollectionDesk::start()
{
    if (!m_folders.contains(m_places.sampleFolder)) {
        rescan();
        return;
    }
    runOnWorker(
        this, [folder = m_places.sampleFolder] { return putSampleInPlace(folder); },
        [this](bool there) {
            if (!there)
                Q_EMIT troubleFound(tr("The sample collection could not be written to %1. Check "
                                       "that the folder can be written.")
                                        .arg(m_places.sampleFolder));
            rescan();
        });
}

void CollectionDesk::addFolder(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    if (!m_folders.contains(path)) {
        m_folders.append(path);
        remember();
    }
    rescan();
}

void CollectionDesk::removeFolder(const QString &folder)
{
    m_folders.removeAll(folder);
    m_memories.remove(folder);
    remember();
    rescan();
}

void CollectionDesk::remember()
{
    QSettings settings(m_places.configFile, QSettings::IniFormat);
    settings.setValue(foldersKey, m_folders);
}

void CollectionDesk::rescan()
{
    const quint64 number = ++m_reading;
    std::vector<std::pair<QString, std::shared_ptr<FolderMemory>>> memories;
    for (const QString &folder : std::as_const(m_folders)) {
        auto &memory = m_memories[folder];
        if (!memory)
            memory = std::make_shared<FolderMemory>();
        memories.emplace_back(folder, memory);
    }
    runOnWorker(
        this,
        [memories] {
            std::vector<collection::Entry> roots;
            for (const auto &[folder, memory] : memories)
                roots.push_back(readFolder(folder, *memory));
            return roots;
        },
        [this, number](std::vector<collection::Entry> roots) {
            if (number != m_reading)
                return;
            for (collection::Entry &root : roots) {
                if (root.path == m_places.sampleFolder)
                    root.name = tr("Sample");
            }
            QStringList paths;
            for (const collection::Entry &root : roots)
                gatherPaths(root, paths);
            m_watch->watch(paths, m_folders);
            Q_EMIT rootsRead(roots);
        });
}

void CollectionDesk::open(const QString &file, int index, Opening opening)
{
    runOnWorker(
        this, [=] { return read(file, index); },
        [this, file, opening](const Opened &opened) {
            if (!opened.problem.isEmpty())
                Q_EMIT troubleFound(opened.problem);
            else if (opened.requests.empty())
                Q_EMIT troubleFound(
                    tr("%1 has no request at that place any more. Read the folders again.")
                        .arg(file));
            for (const auto &[index, request] : opened.requests)
                Q_EMIT this->opened(file, index, request, opening);
        });
}

void CollectionDesk::compare(QObject *asker, const QString &file, int index,
                             const RequestDocument &before,
                             std::function<void(RequestStanding)> then)
{
    runOnWorker(asker, [=] { return standingOf(file, index, before); }, std::move(then));
}

void CollectionDesk::openAll(const QString &file)
{
    open(QFileInfo(file).absoluteFilePath(), -1);
}

void CollectionDesk::save(const QString &file, int index, const RequestDocument &before,
                          const RequestDocument &document, quint64 ticket, const SavedLines &lines)
{
    runOnWorker(
        m_writer, this, [=] { return write(file, index, before, document, lines); },
        [=, this](const Saved &done) {
            if (!done.problem.isEmpty()) {
                Q_EMIT troubleFound(done.problem);
                return;
            }
            if (done.standing.kind != RequestStanding::Kind::Same) {
                Q_EMIT conflicted(ticket, done.standing);
                return;
            }
            Q_EMIT saved(file, done.index, ticket);
            rescan();
        });
}

} // namespace sonde::ui
