#include "ui/shell/file_watch.h"

#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <sys/stat.h>
#include <utility>

namespace sonde::ui
{

namespace
{

constexpr std::chrono::milliseconds settle{200}; // an editor writes a file in several steps
constexpr qsizetype pathLimit = 4000;            // the system's watches are shared by all programs

// One for all watches, from the first that has something to watch to the last that goes.
std::shared_ptr<QThread> sharedThread()
{
    static std::weak_ptr<QThread> running; // GUI thread only
    if (auto thread = running.lock())
        return thread;
    std::shared_ptr<QThread> thread(new QThread, [](QThread *ending) {
        ending->quit();
        ending->wait();
        delete ending;
    });
    thread->setObjectName(QStringLiteral("files"));
    thread->start(QThread::LowPriority);
    running = thread;
    return thread;
}

// Which folder stands at a path: another one of the same name is not the one that is watched.
using Identity = std::pair<quint64, quint64>; // device and inode; zeros: none

Identity identityOf(const QString &path)
{
    struct stat facts{};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0
               ? Identity(facts.st_dev, facts.st_ino)
               : Identity();
}

QString parentOf(const QString &path)
{
    return QFileInfo(path).path();
}

} // namespace

// Everything in it lives on the thread.
struct FileWatch::Watcher {
    QFileSystemWatcher files;
    QTimer timer;
    QStringList wanted;
    QHash<QString, Identity> tops;

    void setTops(const QStringList &paths)
    {
        tops.clear();
        for (const QString &path : paths)
            tops.insert(path, identityOf(path));
    }

    void set(const QStringList &paths)
    {
        wanted = paths.first(std::min(paths.size(), pathLimit));
        const QStringList now = files.files() + files.directories();
        const QSet<QString> before(now.begin(), now.end());
        QSet<QString> after(wanted.begin(), wanted.end());
        for (auto top = tops.keyBegin(); top != tops.keyEnd(); ++top)
            after.insert(parentOf(*top));
        if (const QStringList gone = (before - after).values(); !gone.isEmpty())
            files.removePaths(gone);
        const QStringList fresh = (after - before).values();
        // What was written before the watch began would be missed: look once more.
        if (!fresh.isEmpty() && files.addPaths(fresh).size() < fresh.size())
            timer.start();
    }

    // Much may happen around a top that has nothing to do with it.
    void noteFolder(const QString &folder)
    {
        bool isOurs = wanted.contains(folder);
        for (auto top = tops.begin(); top != tops.end(); ++top) {
            if (parentOf(top.key()) != folder)
                continue;
            const Identity before = std::exchange(top.value(), identityOf(top.key()));
            if (before == top.value())
                continue;
            isOurs = true;
            forget(top.key());
        }
        if (isOurs)
            timer.start();
    }

    // What was watched below it lies elsewhere now.
    void forget(const QString &top)
    {
        QStringList moved;
        for (const QString &path : files.files() + files.directories()) {
            if (path == top || path.startsWith(top + u'/'))
                moved.append(path);
        }
        if (!moved.isEmpty())
            files.removePaths(moved);
    }
};

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
}

void FileWatch::begin()
{
    m_thread = sharedThread();
    m_host = new QObject;
    m_host->moveToThread(m_thread.get());
    QMetaObject::invokeMethod(m_host, [this] {
        m_watcher = std::make_unique<Watcher>();
        Watcher *watcher = m_watcher.get();
        watcher->timer.setSingleShot(true);
        watcher->timer.setInterval(settle);
        const auto later = [watcher] { watcher->timer.start(); };
        connect(&watcher->files, &QFileSystemWatcher::fileChanged, m_host, later);
        connect(&watcher->files, &QFileSystemWatcher::directoryChanged, m_host,
                [watcher](const QString &folder) { watcher->noteFolder(folder); });
        connect(&watcher->timer, &QTimer::timeout, m_host, [this, watcher] {
            watcher->set(watcher->wanted); // what was replaced by renaming is no longer watched
            Q_EMIT changed();
        });
    });
}

FileWatch::~FileWatch()
{
    if (!m_thread)
        return;
    // Where it was made, which is where its timer may be stopped.
    QMetaObject::invokeMethod(
        m_host,
        [this] {
            m_watcher.reset();
            m_host->deleteLater();
        },
        Qt::BlockingQueuedConnection);
}

void FileWatch::watch(const QStringList &paths, const QStringList &tops)
{
    if (!m_thread && paths.isEmpty())
        return;
    if (!m_thread)
        begin();
    QMetaObject::invokeMethod(m_host, [this, paths, tops] {
        m_watcher->setTops(tops);
        m_watcher->set(paths);
    });
}

} // namespace sonde::ui
