#include "ui/shell/file_watch.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

namespace sonde::ui
{

namespace
{

constexpr std::chrono::milliseconds settle{200}; // an editor writes a file in several steps
constexpr qsizetype pathLimit = 4000;            // the system's watches are shared by all programs

} // namespace

// Everything in it lives on the thread.
struct FileWatch::Watcher {
    QFileSystemWatcher files;
    QTimer timer;
    QStringList wanted;

    void set(const QStringList &paths)
    {
        wanted = paths.first(std::min(paths.size(), pathLimit));
        const QStringList now = files.files() + files.directories();
        const QSet<QString> before(now.begin(), now.end());
        const QSet<QString> after(wanted.begin(), wanted.end());
        if (const QStringList gone = (before - after).values(); !gone.isEmpty())
            files.removePaths(gone);
        const QStringList fresh = (after - before).values();
        // What was written before the watch began would be missed: look once more.
        if (!fresh.isEmpty() && files.addPaths(fresh).size() < fresh.size())
            timer.start();
    }
};

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
    , m_host(new QObject)
{
    m_host->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_host, [this] {
        m_watcher = std::make_shared<Watcher>();
        Watcher *watcher = m_watcher.get();
        watcher->timer.setSingleShot(true);
        watcher->timer.setInterval(settle);
        const auto later = [watcher] { watcher->timer.start(); };
        connect(&watcher->files, &QFileSystemWatcher::fileChanged, m_host, later);
        connect(&watcher->files, &QFileSystemWatcher::directoryChanged, m_host, later);
        connect(&watcher->timer, &QTimer::timeout, m_host, [this, watcher] {
            watcher->set(watcher->wanted); // what was replaced by renaming is no longer watched
            Q_EMIT changed();
        });
    });
}

FileWatch::~FileWatch()
{
    // Where it was made, which is where its timer may be stopped.
    QMetaObject::invokeMethod(m_host, [this] { m_watcher.reset(); });
    m_thread.quit();
    m_thread.wait();
}

void FileWatch::watch(const QStringList &paths)
{
    QMetaObject::invokeMethod(m_host, [this, paths] { m_watcher->set(paths); });
}

} // namespace sonde::ui
