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
        connect(&watcher->files, &QFileSystemWatcher::directoryChanged, m_host, later);
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

void FileWatch::watch(const QStringList &paths)
{
    if (!m_thread && paths.isEmpty())
        return;
    if (!m_thread)
        begin();
    QMetaObject::invokeMethod(m_host, [this, paths] { m_watcher->set(paths); });
}

} // namespace sonde::ui
