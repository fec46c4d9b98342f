#include "collection/library.h"

#include "collection/folder_file.h"
#include "collection/http_file.h"

#include <QCollator>
#include <QDir>
#include <QSet>

#include <chrono>
#include <sys/stat.h>

namespace sonde::collection
{
namespace
{

using http::Code;
using http::Error;
using http::Result;

bool isRequestFile(const QFileInfo &info)
{
    const QString ending = info.suffix().toLower();
    return info.isFile() && (ending == QLatin1String("http") || ending == QLatin1String("rest"));
}

// Enough to know that a file was not written since.
struct Stamp {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modified = 0; // nanoseconds
    qint64 changed = 0;
    bool operator==(const Stamp &) const = default;
};

std::optional<Stamp> stampOf(const QString &path)
{
    struct stat there;
    if (::stat(QFile::encodeName(path).constData(), &there) != 0)
        return std::nullopt;
    const auto nanoseconds = [](const timespec &time) {
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    };
    return Stamp{.device = there.st_dev,
                 .inode = there.st_ino,
                 .size = there.st_size,
                 .modified = nanoseconds(there.st_mtim),
                 .changed = nanoseconds(there.st_ctim)};
}

// The clock of a disk ticks coarsely: what was written just now may be written again unnoticed.
constexpr std::chrono::nanoseconds tick = std::chrono::seconds(2);

bool isSettled(const Stamp &stamp)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return now - std::chrono::nanoseconds(std::max(stamp.modified, stamp.changed)) > tick;
}

} // namespace

struct ScanMemory::Files {
    struct Known {
        Stamp stamp;
        Entry entry;
    };
    QHash<QString, Known> known;
    QHash<QString, Known> next; // of the scan under way: files that are gone are forgotten
};

ScanMemory::ScanMemory()
    : m_files(std::make_unique<Files>())
{
}

ScanMemory::~ScanMemory() = default;

class Scanner
{
public:
    Scanner(const ScanLimits &limits, std::stop_token stop, ScanMemory *memory)
        : m_limits(limits)
        , m_stop(std::move(stop))
        , m_memory(memory ? memory->m_files.get() : nullptr)
    {
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }

    Library run(const QString &folder)
    {
        Library library;
        library.root = {.name = QDir(folder).dirName(), .path = QDir(folder).absolutePath()};
        enter(library.root, 0);
        library.isComplete = m_complete;
        if (m_memory && m_complete)
            m_memory->known = std::move(m_memory->next);
        else if (m_memory)
            m_memory->known.insert(m_memory->next);
        if (m_memory)
            m_memory->next.clear();
        return library;
    }

private:
    void enter(Entry &folder, int depth);
    void add(Entry &folder, const QFileInfo &info, int depth);
    [[nodiscard]] Entry fileEntry(const QFileInfo &info);
    [[nodiscard]] Entry readEntry(const QFileInfo &info);
    void sort(QFileInfoList &infos, const QStringList &order) const;

    ScanLimits m_limits;
    std::stop_token m_stop;
    ScanMemory::Files *m_memory;
    QCollator m_collator{QLocale(QLocale::English)}; // the C locale knows no numbers
    QSet<QString> m_entered;                         // canonical paths: links may lead back
    int m_visited = 0;
    int m_requests = 0;
    bool m_complete = true;
};

void Scanner::enter(Entry &folder, int depth)
{
    const QDir dir(folder.path);
    const QString canonical = dir.canonicalPath();
    if (m_entered.contains(canonical))
        return;
    m_entered.insert(canonical);
    QFileInfoList infos = dir.entryInfoList(
        QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot | QDir::Readable, QDir::NoSort);
    sort(infos, orderIn(folderFileOctets(folder.path)));
    for (const QFileInfo &info : infos) {
        if (m_stop.stop_requested() || ++m_visited > m_limits.visited ||
            m_requests >= m_limits.requests) {
            m_complete = false;
            return;
        }
        add(folder, info, depth);
    }
}

void Scanner::sort(QFileInfoList &infos, const QStringList &order) const
{
    const auto place = [&](const QFileInfo &info) {
        const qsizetype given = order.indexOf(info.fileName());
        return given < 0 ? order.size() : given;
    };
    std::ranges::sort(infos, [&](const QFileInfo &a, const QFileInfo &b) {
        if (place(a) != place(b))
            return place(a) < place(b);
        if (a.isDir() != b.isDir())
            return a.isDir();
        const int byName = m_collator.compare(a.fileName(), b.fileName());
        return byName != 0 ? byName < 0 : a.fileName() < b.fileName();
    });
}

void Scanner::add(Entry &folder, const QFileInfo &info, int depth)
{
    if (info.isDir()) {
        if (depth >= m_limits.depth) {
            m_complete = false;
            return;
        }
        Entry child{.name = info.fileName(), .path = info.absoluteFilePath()};
        enter(child, depth + 1);
        // A sidecar says that an empty folder belongs here.
        if (!child.children.empty() || QFileInfo::exists(folderFilePath(child.path)))
            folder.children.push_back(std::move(child));
    } else if (isRequestFile(info)) {
        folder.children.push_back(fileEntry(info));
    }
}

Entry Scanner::fileEntry(const QFileInfo &info)
{
    const QString path = info.absoluteFilePath();
    const auto stamp = m_memory ? stampOf(path) : std::nullopt;
    if (stamp) {
        const auto known = m_memory->known.constFind(path);
        if (known != m_memory->known.cend() && known->stamp == *stamp) {
            m_requests += int(known->entry.children.size());
            m_memory->next.insert(path, *known);
            return known->entry;
        }
    }
    Entry entry = readEntry(info);
    if (stamp && m_complete && isSettled(*stamp))
        m_memory->next.insert(path, {*stamp, entry});
    return entry;
}

Entry Scanner::readEntry(const QFileInfo &info)
{
    Entry entry{.kind = Entry::Kind::File,
                .name = info.completeBaseName(),
                .path = info.absoluteFilePath()};
    const auto file = HttpFile::load(entry.path);
    if (!file) {
        entry.problem = file.error().sentence;
        return entry;
    }
    for (size_t i = 0; i < file->requests().size(); ++i) {
        if (++m_requests > m_limits.requests) {
            m_complete = false;
            break;
        }
        const HttpRequest &request = file->requests()[i];
        entry.children.push_back({.kind = Entry::Kind::Request,
                                  .name = request.label(),
                                  .path = entry.path,
                                  .method = request.document.method,
                                  .description = request.description,
                                  .problem = request.problem,
                                  .requestIndex = i,
                                  .likeness = file->likeness(i)});
    }
    return entry;
}

Result<Library> scan(const QString &folder, const ScanLimits &limits, std::stop_token stop,
                     ScanMemory *memory)
{
    const QFileInfo info(folder);
    if (!info.isDir())
        return std::unexpected(Error{
            .layer = http::Layer::File,
            .code = Code::FileMissing,
            .sentence =
                QStringLiteral("The folder “%1” does not exist; choose another.").arg(folder)});
    if (!info.isReadable() || !info.isExecutable())
        return std::unexpected(Error{
            .layer = http::Layer::File,
            .code = Code::FileUnreadable,
            .sentence = QStringLiteral("The folder “%1” cannot be read; check its permissions.")
                            .arg(folder)});
    return Scanner(limits, std::move(stop), memory).run(folder);
}

} // namespace sonde::collection
