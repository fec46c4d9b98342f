#include "collection/library.h"

#include "collection/folder_file.h"
#include "collection/http_file.h"

#include <QCollator>
#include <QDir>
#include <QSet>

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

class Scanner
{
public:
    Scanner(const ScanLimits &limits, std::stop_token stop)
        : m_limits(limits)
        , m_stop(std::move(stop))
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
        return library;
    }

private:
    void enter(Entry &folder, int depth);
    void add(Entry &folder, const QFileInfo &info, int depth);
    [[nodiscard]] Entry fileEntry(const QFileInfo &info);
    void sort(QFileInfoList &infos, const QStringList &order) const;

    ScanLimits m_limits;
    std::stop_token m_stop;
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
                                  .requestIndex = i});
    }
    return entry;
}

} // namespace

Result<Library> scan(const QString &folder, const ScanLimits &limits, std::stop_token stop)
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
    return Scanner(limits, std::move(stop)).run(folder);
}

} // namespace sonde::collection
