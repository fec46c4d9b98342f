// Says when files or folders change on disk, a moment after the last of several changes. Asks the
// system on a thread beside the GUI's, because a path may be on a disk that does not answer; all
// watches share it, and it starts with the first path.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>

namespace sonde::ui
{

class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);
    ~FileWatch() override;

    // These and no others; one that is not there is passed over. That one of `tops` goes, comes or
    // is replaced is told, too: the system says so of a folder only where it lies.
    void watch(const QStringList &paths, const QStringList &tops = {});

Q_SIGNALS:
    void changed();

private:
    struct Watcher;
    void begin();

    std::shared_ptr<QThread> m_thread;  // null: nothing was watched yet
    QObject *m_host = nullptr;          // on the thread
    std::unique_ptr<Watcher> m_watcher; // likewise
};

} // namespace sonde::ui
